import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Ends the session that somebody is in by "Uitloggen" (ASVS 7.4.1). */
export async function endOwnSession(actor: MemberActor | StaffActor): Promise<void> {
  await inTransaction({ kind: 'identiteit' }, (tx) => endSessions(tx, actor, { id: actor.sessionId }, 'UITGELOGD'))
}
