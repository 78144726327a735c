'use server'

import { defineAction } from '#/app/_server/define-action.ts'
import type { Actor } from '#/lib/access/actor.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { showSignalBsn } from '#/lib/wlz/signals/show-signal-bsn.ts'
import { SignalBsnForm } from '#/lib/wlz/signals/signal-bsn-form.ts'

const FIELD_FAULTS = ['reden', 'toelichting', 'number', 'tooLong'] as const
/** Reading the largest bericht takes a second or two. */
const READING_MS = 30_000

/** Answers the burgerservicenummer of the person of a signal, once the log has why. */
export const showSignalBsnAction = defineAction({
  schema: SignalBsnForm,
  run: (actor: Actor, form) => showSignalBsn(actor, form, AbortSignal.timeout(READING_MS)),
  fieldWording: (message, { locale }) =>
    translator(locale, 'berichten')(`reading.bsn.errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => translator(locale, 'wlz')(`signals.bsn.faults.${error}`),
  onOk: async (bsn) => bsn,
})
