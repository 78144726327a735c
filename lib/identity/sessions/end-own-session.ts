import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Ends the session that somebody is in: by "Uitloggen", or because a new login takes its place (ASVS 7.4.1, 7.2.4). */
export async function endOwnSession(actor: MemberActor | StaffActor, reason: 'UITGELOGD' | 'VERVANGEN'): Promise<void> {
  await inTransaction({ kind: 'identiteit' }, (tx) => endSessions(tx, actor, { id: actor.sessionId }, reason))
}
