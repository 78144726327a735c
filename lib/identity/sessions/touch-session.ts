import { noteOrigin } from '#/lib/identity/sessions/note-origin.ts'
import type { LiveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { clock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'

// Many calls within a second, such as the uploads of a batch, move the moment once.
const GRAIN_MS = 1_000

/** Notes that the person did something. Not for prefetches, polling or event streams (OWASP, idle time-out). */
export async function touchSession(session: LiveSession): Promise<void> {
  await noteOrigin(session)
  const now = clock.now()
  if (now.getTime() - session.lastActivityAt.getTime() < GRAIN_MS) return
  // Not flushed to the disk: a moment lost in a power cut only ends a session early.
  await database().$executeRaw`
    SELECT touch_session(${session.actor.sessionId}::uuid, ${now}::timestamptz)
    FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unflushed`
}
