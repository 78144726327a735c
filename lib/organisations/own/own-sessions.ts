import type { Actor } from '#/lib/access/actor.ts'
import { authorise, authoriseStaff } from '#/lib/access/authorise.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { liveSessions, type SessionView } from '#/lib/organisations/members/live-sessions.ts'
import type { EndOwnSession } from '#/lib/organisations/own/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** The own live sessions at this gemeente, this one included (ASVS 7.5.2). */
export async function listOwnSessions(actor: Actor): Promise<readonly SessionView[]> {
  const { scope, member } = authorise(actor, 'session.own')
  return inTransaction(scope.realm, (tx) => liveSessions(tx, { memberId: member.memberId }, member.sessionId))
}

/**
 * Ends one of the own other sessions and leaves the rest alive. The present one ends by "Uitloggen". Throws NotFoundError
 * for a session that is somebody else's.
 */
export async function endOwnSession(actor: Actor, input: EndOwnSession): Promise<Result<null, 'this_session'>> {
  const { scope, member } = authorise(actor, 'session.own')
  if (input.sessionId === member.sessionId) return err('this_session')
  return inTransaction(scope.realm, async (tx) => {
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, memberId: member.memberId },
      select: { id: true },
    })
    if (!session) throw new NotFoundError('session')
    await endSessions(tx, member, { id: session.id }, 'BEEINDIGD')
    return ok(null)
  })
}

/** The own live sessions of somebody of the servicedesk, this one included (ASVS 7.5.2). */
export async function listStaffSessions(actor: Actor): Promise<readonly SessionView[]> {
  const { scope, staff } = authoriseStaff(actor, 'staff-session.own')
  return inTransaction(scope.realm, (tx) => liveSessions(tx, { userId: staff.userId, memberId: null }, staff.sessionId))
}

/** As endOwnSession, for somebody of the servicedesk. */
export async function endStaffSession(actor: Actor, input: EndOwnSession): Promise<Result<null, 'this_session'>> {
  const { scope, staff } = authoriseStaff(actor, 'staff-session.own')
  if (input.sessionId === staff.sessionId) return err('this_session')
  return inTransaction(scope.realm, async (tx) => {
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, userId: staff.userId, memberId: null },
      select: { id: true },
    })
    if (!session) throw new NotFoundError('session')
    await endSessions(tx, staff, { id: session.id }, 'BEEINDIGD')
    return ok(null)
  })
}
