'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { conflictOf } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { changeSoorten } from '#/lib/settings/change-soorten.ts'
import { ChangeSoorten } from '#/lib/settings/schema.ts'

/** Saves which berichtsoorten of a product are exchanged. */
export const changeSoortenAction = defineAction({
  schema: ChangeSoorten,
  run: changeSoorten,
  fieldWording: (_message, { locale }) => translator(locale, 'settings')('errors.other'),
  wording: (error, { locale }) =>
    translator(locale, 'settings')(`errors.${typeof error === 'string' ? error : error.kind}`),
  conflict: (error, { locale }) => conflictOf(error, locale),
  onOk: async (_value, { locale }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    return translator(locale, 'settings')('soorten.saved')
  },
})
