import { HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'

/** Why a session is over; the first two are decided here, the others were written down when they happened. */
export type SessionEnd =
  | 'INACTIEF'
  | 'ABSOLUUT'
  | 'OVEREENKOMST'
  | 'UITGELOGD'
  | 'VERVANGEN'
  | 'CODE_GEBRUIKT'
  | 'GEBLOKKEERD'
  | 'ROL_GEWIJZIGD'
  | 'BEEINDIGD'
  | 'TE_VEEL_SESSIES'

export type SessionTimes = {
  readonly lastActivityAt: Date
  readonly absoluteEndsAt: Date
  readonly endedAt: Date | null
  readonly endReason: SessionEnd | null
}

export type SessionLimits = { readonly idleMinutes: number }

/** When the session ends if nobody does anything from now on. */
export function idleEndsAt(times: SessionTimes, limits: SessionLimits): Date {
  return new Date(
    Math.min(times.lastActivityAt.getTime() + limits.idleMinutes * MINUTE_MS, times.absoluteEndsAt.getTime()),
  )
}

/**
 * Tells why a session is over at `now`, or null while it lives. At exactly the idle limit it is over
 * (ASVS 7.3.1: 19:59 in, 20:01 out).
 */
export function sessionEnd(times: SessionTimes, limits: SessionLimits, now: Date): SessionEnd | null {
  if (times.endedAt) return times.endReason ?? 'BEEINDIGD'
  if (now >= times.absoluteEndsAt) return 'ABSOLUUT'
  if (now.getTime() >= times.lastActivityAt.getTime() + limits.idleMinutes * MINUTE_MS) return 'INACTIEF'
  return null
}

/** Since when a session is over that ended for this reason: what ran out by itself did so whenever that was noticed. */
export function endMoment(times: SessionTimes, reason: SessionEnd, limits: SessionLimits): Date {
  const ranOutAt = idleEndsAt(times, limits)
  return reason === 'INACTIEF' || reason === 'ABSOLUUT' ? ranOutAt : (times.endedAt ?? ranOutAt)
}

/** The absolute end of a session that begins at `start` (ASVS 7.3.2); later tokens of the same login keep it. */
export const absoluteEnd = (start: Date, absoluteHours: number): Date =>
  new Date(start.getTime() + absoluteHours * HOUR_MS)
