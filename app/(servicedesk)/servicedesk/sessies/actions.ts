'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { endStaffSession } from '#/lib/organisations/own/own-sessions.ts'
import { EndOwnSession } from '#/lib/organisations/own/schema.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** "Beëindigen" at one of the own other sessions, for the servicedesk. */
export const endStaffSessionAction = defineAction({
  schema: EndOwnSession,
  run: endStaffSession,
  fieldWording: (_message, { locale }) => translator(locale, 'account')('sessions.errors.unknown'),
  wording: (_error, { locale }) => translator(locale, 'account')('sessions.thisSession'),
  onOk: async () => redirect('/servicedesk/sessies?gedaan=beeindigd'),
})
