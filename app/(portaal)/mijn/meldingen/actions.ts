'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { markRead } from '#/lib/inbox/mark-read.ts'
import { MarkRead } from '#/lib/inbox/schema.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** "Markeer als gelezen", at one notification or at all. */
export const markReadAction = defineAction({
  schema: MarkRead,
  run: markRead,
  fieldWording: (_message, { locale }) => translator(locale, 'inbox')('errors.unknown'),
  wording: (_error, { locale }) => translator(locale, 'inbox')('errors.unknown'),
  onOk: async (stillUnread) => redirect(`/mijn/meldingen?gedaan=${stillUnread > 0 ? 'aangevuld' : 'gelezen'}`),
})
