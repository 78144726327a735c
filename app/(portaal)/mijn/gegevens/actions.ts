'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { savePreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import { SavePreferences } from '#/lib/inbox/preferences/schema.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** "Keuze opslaan": what one wants to be mailed of. */
export const savePreferencesAction = defineAction({
  schema: SavePreferences,
  run: savePreferences,
  fieldWording: (message, { locale }) =>
    translator(locale, 'inbox')(`preferences.errors.${message === 'frequency' ? 'frequency' : 'other'}`),
  wording: (_error, { locale }) => translator(locale, 'inbox')('preferences.errors.other'),
  onOk: async (_value, { locale }) => {
    revalidatePath('/mijn/gegevens')
    return translator(locale, 'inbox')('preferences.saved')
  },
})
