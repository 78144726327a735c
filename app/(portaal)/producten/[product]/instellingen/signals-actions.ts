'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { conflictOf } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { changeSignals } from '#/lib/settings/change-signals.ts'
import { ChangeSignals } from '#/lib/settings/signals-schema.ts'

/** Switches the daily Wlz-signalen on or off. */
export const changeSignalsAction = defineAction({
  schema: ChangeSignals,
  run: changeSignals,
  fieldWording: (message, { locale }) =>
    translator(locale, 'wlz')(`signals.settings.errors.${message === 'signals' ? message : 'other'}`),
  wording: (error, { locale }) =>
    translator(locale, 'wlz')(`signals.settings.errors.${typeof error === 'string' ? error : error.kind}`),
  conflict: (error, { locale }) => conflictOf(error, locale),
  onOk: async (choice, { locale }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    return translator(locale, 'wlz')(`signals.settings.saved.${choice}`)
  },
})
