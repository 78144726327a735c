import { DAY_MS, MINUTE_MS } from '#/lib/platform/clock.ts'

/** Access-norms chapters 0 and 4. */
export const CODE_LIFE_MS = 7 * DAY_MS
export const FAILURES_BEFORE_PAUSE = 5
export const FAILURES_BEFORE_LOCK = 10
export const PAUSE_MS = 15 * MINUTE_MS
export const CODE_REQUESTS_PER_DAY = 3
export const ATTEMPTS_PER_ORGANISATION = { name: 'code-organisation', max: 50, windowSeconds: 3_600 } as const
export const ATTEMPTS_PER_NETWORK = { name: 'code-network', max: 100, windowSeconds: 3_600 } as const
/** So many tries of one person at a closed field have a row each in the log; of more, only their number. */
export const TOLD_WHILE_CLOSED = { name: 'code-dicht', max: 10, windowSeconds: 3_600 } as const

/** How far somebody is with wrong codes since the last code was made. */
export type CodeAttempts = {
  readonly failures: number
  readonly pausedUntil: Date | null
  readonly lockedAt: Date | null
}

/** Whether a code may be tried now. The account's own counter may be shown; whether a code exists may not. */
export type CodeEntry =
  | { readonly kind: 'open'; readonly triesLeft: number }
  | { readonly kind: 'paused'; readonly until: Date }
  | { readonly kind: 'locked' }

/** Tells whether the field is open; `triesLeft` counts to the next pause or to the lock. */
export function codeEntry(attempts: CodeAttempts, now: Date): CodeEntry {
  if (attempts.lockedAt) return { kind: 'locked' }
  if (attempts.pausedUntil && attempts.pausedUntil > now) return { kind: 'paused', until: attempts.pausedUntil }
  const limit = attempts.failures < FAILURES_BEFORE_PAUSE ? FAILURES_BEFORE_PAUSE : FAILURES_BEFORE_LOCK
  return { kind: 'open', triesLeft: limit - attempts.failures }
}

/** The counters after one more unusable code: a pause after the fifth, the lock after the tenth. */
export function afterFailure(attempts: CodeAttempts, now: Date): CodeAttempts {
  const failures = attempts.failures + 1
  return {
    failures,
    pausedUntil: failures === FAILURES_BEFORE_PAUSE ? new Date(now.getTime() + PAUSE_MS) : attempts.pausedUntil,
    lockedAt: failures >= FAILURES_BEFORE_LOCK ? now : null,
  }
}
