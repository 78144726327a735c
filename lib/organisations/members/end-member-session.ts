import type { Actor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import type { EndMemberSession } from '#/lib/organisations/members/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { ok, type Result } from '#/lib/platform/result.ts'

/**
 * A gebruikersbeheerder ends one session of a person of the own gemeente (ASVS 7.4.5); it works at that browser's next
 * request. Ending one that is over already is no fault. Throws NotFoundError for a session of anybody else.
 */
export async function endMemberSession(actor: Actor, input: EndMemberSession): Promise<Result<null, never>> {
  const { scope, member: manager } = authorise(actor, 'member.end-session')
  return inTransaction(scope.realm, async (tx) => {
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, memberId: input.memberId, organisationId: scope.organisationId },
      select: { id: true },
    })
    if (!session) throw new NotFoundError('session')
    await endSessions(tx, manager, { id: session.id }, 'BEEINDIGD')
    return ok(null)
  })
}
