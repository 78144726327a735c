import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

/** Where the time comes from. `now` never throws. */
export type Clock = { now(): Date }

type Source = { clock: Clock }
const systemClock: Clock = { now: () => new Date() }
const source = () => sharedState<Source>('clock', () => ({ clock: systemClock }))

/** The one clock of the portal. Processes that compare times run it in step with the database (lib/platform/db/database-clock.ts). */
export const clock: Clock = { now: () => source().clock.now() }

/** Replaces the source of time: the database's clock at start-up, a clock with hands in tests. */
export function setClock(next: Clock): void {
  replaceSharedState<Source>('clock', { clock: next })
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
