/** A reason and nothing else. */
export const WITHDRAWAL_BYTES = 4_096
/** Ids of as many berichten as one zip takes, in JSON or as a form. */
export const SELECTION_BYTES = 65_536
/** What Next reads of a form at most. */
const FORM_BYTES = 1_024 * 1_024

/** Routes that stream and count what is delivered, each up to its own bound. */
const UPLOADS = /^\/api\/berichten\/(?:iwmo|ijw)(?:\/formulier|\/uploads(?:\/[^/]+)?)?$/
const SELECTIONS = /^\/api\/berichten\/[^/]+\/ophalen$/
const WITHDRAWALS = /^\/api\/berichten\/[^/]+\/[^/]+\/intrekken$/

/** How much a path takes, by the length that a request states: refused before a byte is read. Null: the route counts. */
export function mostBytesOf(path: string): number | null {
  if (UPLOADS.test(path)) return null
  if (SELECTIONS.test(path)) return SELECTION_BYTES
  return WITHDRAWALS.test(path) ? WITHDRAWAL_BYTES : FORM_BYTES
}
