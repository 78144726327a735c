'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { WithdrawForm } from '#/lib/berichten/withdraw-form.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const FIELD_FAULTS = ['reason', 'tooLong'] as const

/** Takes back a delivered bericht, with the reason that the form asked. */
export const withdrawBerichtAction = defineAction({
  schema: WithdrawForm,
  run: withdrawBericht,
  fieldWording: (message, { locale }) =>
    translator(locale, 'berichten')(`withdraw.errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => translator(locale, 'berichten')(`withdraw.errors.${error}`),
  onOk: async ({ product, id }) => redirect(`${listPath(product)}/${id}?ingetrokken`),
})
