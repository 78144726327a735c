'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { conflictOf } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { changeSettings } from '#/lib/settings/change-settings.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'

const FIELD_FAULTS = ['email', 'tooMany', 'retention'] as const

/** Saves the settings of a product. */
export const changeSettingsAction = defineAction({
  schema: ChangeSettings,
  run: changeSettings,
  fieldWording: (message, { locale }) => {
    const fault = FIELD_FAULTS.find((known) => known === message) ?? 'other'
    return translator(locale, 'settings')(`errors.${fault}`)
  },
  wording: (error, { locale }) =>
    translator(locale, 'settings')(`errors.${typeof error === 'string' ? error : error.kind}`),
  conflict: (error, { locale }) => conflictOf(error, locale),
  onOk: async (_value, { locale }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    return translator(locale, 'settings')('saved')
  },
})
