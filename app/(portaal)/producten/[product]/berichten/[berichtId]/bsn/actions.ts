'use server'

import { defineAction } from '#/app/_server/define-action.ts'
import type { Actor } from '#/lib/access/actor.ts'
import { BsnForm } from '#/lib/berichten/reading/bsn-form.ts'
import { showBsn } from '#/lib/berichten/reading/show-bsn.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const FIELD_FAULTS = ['client', 'reden', 'toelichting', 'number', 'tooLong'] as const
/** Reading the largest bericht takes a second or two. */
const READING_MS = 30_000

/** Answers the burgerservicenummer of one client, once the log has why. */
export const showBsnAction = defineAction({
  schema: BsnForm,
  run: (actor: Actor, form) => showBsn(actor, form, AbortSignal.timeout(READING_MS)),
  fieldWording: (message, { locale }) =>
    translator(locale, 'berichten')(`reading.bsn.errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => translator(locale, 'berichten')(`reading.bsn.faults.${error}`),
  onOk: async (bsn) => bsn,
})
