'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { askAddress } from '#/lib/settings/addresses/ask-address.ts'
import { AskAddress } from '#/lib/settings/addresses/schema.ts'

/** Sends the mail that asks the owner of an address to confirm it once more. */
export const askAddressAction = defineAction({
  schema: AskAddress,
  run: askAddress,
  fieldWording: (_message, { locale }) => translator(locale, 'settings')('errors.other'),
  wording: (error, { locale }) => translator(locale, 'settings')(`addressStatus.errors.${error}`),
  onOk: async (_value, { locale }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    return translator(locale, 'settings')('addressStatus.sent')
  },
})
