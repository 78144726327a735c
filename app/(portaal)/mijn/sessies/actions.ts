'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { endOwnSession } from '#/lib/organisations/own/own-sessions.ts'
import { EndOwnSession } from '#/lib/organisations/own/schema.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** "Beëindigen" at one of the own other sessions. */
export const endOwnSessionAction = defineAction({
  schema: EndOwnSession,
  run: endOwnSession,
  fieldWording: (_message, { locale }) => translator(locale, 'account')('sessions.errors.unknown'),
  wording: (_error, { locale }) => translator(locale, 'account')('sessions.thisSession'),
  onOk: async () => redirect('/mijn/sessies?gedaan=beeindigd'),
})
