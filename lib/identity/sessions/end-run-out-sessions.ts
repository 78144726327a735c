import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { sessionEnd } from '#/lib/identity/sessions/session-rules.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** So many in one transaction: it holds the rows of the log's chains for a moment only. */
const BATCH = 100

type RunOut = { id: string; last_activity_at: Date; absolute_ends_at: Date }

/** Ends at most one batch. A session that a request or another worker holds at this moment is left for the next time. */
async function endBatch(system: SystemActor): Promise<number> {
  const limits = { idleMinutes: settings().sessionIdleMinutes }
  return inTransaction({ kind: 'identiteit' }, async (tx) => {
    const now = clock.now()
    const lastLiving = new Date(now.getTime() - limits.idleMinutes * MINUTE_MS)
    const found = await tx.$queryRaw<RunOut[]>`
      SELECT id, last_activity_at, absolute_ends_at FROM session
      WHERE ended_at IS NULL
        AND (absolute_ends_at <= ${now}::timestamptz OR last_activity_at <= ${lastLiving}::timestamptz)
      ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
    for (const row of found) {
      const times = {
        lastActivityAt: row.last_activity_at,
        absoluteEndsAt: row.absolute_ends_at,
        endedAt: null,
        endReason: null,
      }
      const reason = sessionEnd(times, limits, now)
      if (reason) await endSessions(tx, system, { id: row.id }, reason)
    }
    return found.length
  })
}

/**
 * Writes down the end of sessions that ran out by themselves and whose browser never came back, each with its row in the log
 * (ASVS 16.3.1). Nothing depends on it: every request judges by the times. Returns how many there were. Stops between two
 * batches when `signal` fires.
 */
export async function endRunOutSessions(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const { system } = authoriseJob(actor, 'session.expire')
  let ended = 0
  for (;;) {
    signal.throwIfAborted()
    const found = await endBatch(system)
    ended += found
    if (found < BATCH) return ended
  }
}
