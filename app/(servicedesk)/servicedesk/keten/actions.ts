'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { OrderResend, orderResend } from '#/lib/chain/operations/order-resend.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Has a bericht that was given up sent again. */
export const orderResendAction = defineAction({
  schema: OrderResend,
  run: orderResend,
  fieldWording: (_message, { locale }) => translator(locale, 'servicedesk')('chain.errors.other'),
  wording: (error, { locale }) => translator(locale, 'servicedesk')(`chain.errors.${error}`),
  onOk: async (_value, { locale }) => {
    revalidatePath('/servicedesk/keten', 'page')
    return translator(locale, 'servicedesk')('chain.resent')
  },
})
