import { type Clock, setClock } from '#/lib/platform/clock.ts'
import { type IdSource, setIds } from '#/lib/platform/ids.ts'

/** A clock that stands still until a test moves its hands. */
export type ClockWithHands = Clock & {
  /** Moves to this moment (ISO 8601). */
  set(moment: string): void
  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void
}

/** Puts a clock with hands in the place of the portal's clock, standing at `moment` (ISO 8601). */
export function stopClockAt(moment: string): ClockWithHands {
  let at = new Date(moment).getTime()
  const hands: ClockWithHands = {
    now: () => new Date(at),
    set(next) {
      at = new Date(next).getTime()
    },
    advance(milliseconds) {
      at += milliseconds
    },
  }
  setClock(hands)
  return hands
}

const counted = (prefix: string, count: number) => `${prefix}-${String(count).padStart(12, '0')}`

/** Puts a source in the place of the portal's ids that counts: the same calls give the same ids and secrets in every run. */
export function countIds(): IdSource {
  let rows = 0
  let references = 0
  let secrets = 0
  const source: IdSource = {
    rowId: () => counted('01930000-0000-7000-8000', ++rows),
    referentienummer: () => counted('00000000-0000-4000-8000', ++references),
    secretBytes: (length) => Buffer.alloc(length, ++secrets),
  }
  setIds(source)
  return source
}
