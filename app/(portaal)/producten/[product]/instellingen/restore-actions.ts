'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { conflictOf } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { restoreSettings } from '#/lib/settings/restore-settings.ts'
import { RestoreSettings } from '#/lib/settings/schema.ts'

/** Puts an earlier version of the settings back. */
export const restoreSettingsAction = defineAction({
  schema: RestoreSettings,
  run: restoreSettings,
  fieldWording: (_message, { locale }) => translator(locale, 'settings')('errors.other'),
  wording: (error, { locale }) =>
    error === 'no_register'
      ? translator(locale, 'wlz')('signals.settings.errors.no_register')
      : translator(locale, 'settings')(`connection.errors.${typeof error === 'string' ? error : error.kind}`),
  conflict: (error, { locale }) => conflictOf(error, locale),
  onOk: async ({ product, restored, version }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    redirect(`/producten/${product}/instellingen?versie=${version}&teruggezet=${restored}`)
  },
})
