import { clock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'

/** How often something may happen per window of time. */
export type RateLimit = { readonly name: string; readonly max: number; readonly windowSeconds: number }

export type RateVerdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number }

/**
 * Counts one occurrence for `key` and tells whether it is still within the limit. Counts in the database, so that all web
 * processes share it; a window begins at a whole multiple of its length. `key` holds ids or hashes, no personal data.
 */
export async function countAgainst(limit: RateLimit, key: string): Promise<RateVerdict> {
  const windowMs = limit.windowSeconds * 1_000
  const now = clock.now().getTime()
  const startsAt = new Date(now - (now % windowMs))
  // Not flushed to the disk: everybody who counts under one key waits for the one before, and a count lost in a power cut
  // does no harm.
  const [row] = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_window (key, starts_at, count)
    SELECT ${`${limit.name}:${key}`}::text, ${startsAt}::timestamptz, 1
    FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unflushed
    ON CONFLICT (key, starts_at) DO UPDATE SET count = rate_window.count + 1 RETURNING count`
  if ((row?.count ?? 0) <= limit.max) return { allowed: true }
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((startsAt.getTime() + windowMs - now) / 1_000)) }
}
