import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'

/** What can happen to a bericht once it is there. */
export type BerichtEvent = 'withdraw' | 'fetch' | 'answer' | 'expire'

/**
 * The state machine of a bericht: which status an event leads to from which status. What is not here cannot happen. The
 * chain adds its own events (sent, delivered, fault) when it is built.
 */
const TRANSITIONS: Readonly<Record<BerichtEvent, Readonly<Partial<Record<BerichtStatus, BerichtStatus>>>>> = {
  // Only what has not left for the chain yet can be taken back.
  withdraw: { IN_WACHTRIJ: 'INGETROKKEN' },
  fetch: { BESCHIKBAAR: 'OPGEHAALD' },
  // An answer can overtake the receipt of the bericht that it answers.
  answer: { IN_WACHTRIJ: 'BEANTWOORD', VERZONDEN: 'BEANTWOORD', AFGELEVERD: 'BEANTWOORD' },
  expire: { BESCHIKBAAR: 'VERLOPEN' },
}

/** The status after an event, or null when the event cannot happen now. */
export const nextStatus = (status: BerichtStatus, event: BerichtEvent): BerichtStatus | null =>
  TRANSITIONS[event][status] ?? null

/** The statuses in which an event can happen, for conditions in the database. */
export const statusesBefore = (event: BerichtEvent): BerichtStatus[] =>
  Object.keys(TRANSITIONS[event]) as BerichtStatus[]
