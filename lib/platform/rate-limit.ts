import { clock } from '#/lib/platform/clock.ts'
import { database, type Tx } from '#/lib/platform/db/client.ts'

/** How often something may happen per window of time. */
export type RateLimit = { readonly name: string; readonly max: number; readonly windowSeconds: number }

/** `count`: how many there were in this window, this one included. */
export type RateVerdict =
  | { readonly allowed: true; readonly count: number }
  | { readonly allowed: false; readonly count: number; readonly retryAfterSeconds: number }

const windowOf = (limit: RateLimit, now: number): Date => new Date(now - (now % (limit.windowSeconds * 1_000)))

/**
 * Tells which of many occurrences are written down, where anybody can make as many as he likes and no row is ever deleted: all up
 * to the limit, after that the hundredth, the thousandth and so on, each with the count up to then.
 */
export const isTold = ({ max }: RateLimit, count: number): boolean =>
  count <= max || Number.isInteger(Math.log10(count))

/**
 * Counts one occurrence for `key` in the caller's transaction: rolled back, it was none. Whoever counts under the same key waits.
 * Returns how many there were in this window, this one included.
 */
export async function countWith(tx: Tx, limit: RateLimit, key: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_window (key, starts_at, count)
    VALUES (${`${limit.name}:${key}`}, ${windowOf(limit, clock.now().getTime())}::timestamptz, 1)
    ON CONFLICT (key, starts_at) DO UPDATE SET count = rate_window.count + 1 RETURNING count`
  return row?.count ?? 0
}

/** Tells whether the limit of `key` is used up in this window, without counting. */
export async function isUsedUp(tx: Tx, limit: RateLimit, key: string): Promise<boolean> {
  const startsAt = windowOf(limit, clock.now().getTime())
  const row = await tx.rateWindow.findUnique({ where: { key_startsAt: { key: `${limit.name}:${key}`, startsAt } } })
  return (row?.count ?? 0) >= limit.max
}

/**
 * Counts one occurrence for `key` and tells whether it is still within the limit. Counts in the database, so that all web
 * processes share it; a window begins at a whole multiple of its length. `key` holds ids or hashes, no personal data.
 */
export async function countAgainst(limit: RateLimit, key: string): Promise<RateVerdict> {
  const now = clock.now().getTime()
  const startsAt = windowOf(limit, now)
  // Not flushed to the disk: everybody who counts under one key waits for the one before, and a count lost in a power cut
  // does no harm.
  const [row] = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_window (key, starts_at, count)
    SELECT ${`${limit.name}:${key}`}::text, ${startsAt}::timestamptz, 1
    FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unflushed
    ON CONFLICT (key, starts_at) DO UPDATE SET count = rate_window.count + 1 RETURNING count`
  const count = row?.count ?? 0
  if (count <= limit.max) return { allowed: true, count }
  return {
    allowed: false,
    count,
    retryAfterSeconds: Math.max(1, Math.ceil((startsAt.getTime() - now) / 1_000) + limit.windowSeconds),
  }
}
