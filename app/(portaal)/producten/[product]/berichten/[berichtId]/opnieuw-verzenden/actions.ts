'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { resendBericht } from '#/lib/berichten/resend-bericht.ts'
import { ResendForm } from '#/lib/berichten/resend-form.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Sends a bericht once more that the chain refused, or that was given up. */
export const resendBerichtAction = defineAction({
  schema: ResendForm,
  run: resendBericht,
  fieldWording: (_message, { locale }) => translator(locale, 'berichten')('sending.again.errors.other'),
  wording: (error, { locale }) => translator(locale, 'berichten')(`sending.again.errors.${error}`),
  onOk: async ({ product, id }) => redirect(`${listPath(product)}/${id}?opnieuw`),
})
