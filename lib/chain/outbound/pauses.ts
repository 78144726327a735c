const FIRST_SECONDS = 1
/** Doubling ends here: the longest pause is shorter than what comes after it. */
const MOST_DOUBLINGS = 20
/** A pause is at most this part shorter or longer, so that what failed together does not come back together. */
const JITTER = 0.25

/**
 * Milliseconds between a failed try and the next: about 1, 2, 4 seconds and so on, at most `longestSeconds`. `chance` is a
 * number from 0 up to 1.
 */
export function pauseMs(attempts: number, longestSeconds: number, chance: number): number {
  const doublings = Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS)
  const seconds = Math.min(FIRST_SECONDS * 2 ** doublings, longestSeconds)
  return Math.round(Math.min(seconds * (1 + JITTER * (2 * chance - 1)), longestSeconds) * 1_000)
}
