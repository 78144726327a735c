import { DAY_MS } from '#/lib/platform/clock.ts'

/**
 * How long rows are kept that have had their use, from the moment of that (AVG 5(1)e, BIO2 5.33.01). The log keeps what
 * happened with them. Berichten, their contents and their facts have terms of their own: docs/operations/retention.md has all.
 */
export const KEPT_DAYS = {
  /** From its end: where a session came from (network, browser, token); "Mijn sessies" shows living ones only. */
  sessionOrigin: 30,
  /** From its end: whose session it was, because the log names sessions by their id, and is kept so long (NEN 7513). */
  session: 5 * 366,
  /** From when it was used, withdrawn or over. */
  code: 90,
  /** From when it was made: it has not counted since. */
  nomination: 7,
  /** From when it was handled. */
  handledRequest: 30,
  /** From when it was made, when nobody ever handled it. */
  unhandledRequest: 365,
  /** From when it was typed: whoever went on with it did so at the next login. */
  draft: 7,
  /** From when it was given, and as long as the person is still compared: so nobody gets the same signal twice. */
  wlzSignal: 366,
  /**
   * From when something was last added to it, read or not: longer than the content of a bericht is kept, so what it tells of can
   * no longer be fetched, and terms to answer in are over.
   */
  notification: 90,
  /** From its beginning; no window is longer than a day. */
  rateWindow: 2,
} as const

/** Terms that began before this moment are over at `now`. */
export const overSince = (now: Date, kind: keyof typeof KEPT_DAYS): Date =>
  new Date(now.getTime() - KEPT_DAYS[kind] * DAY_MS)
