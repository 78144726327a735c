import type { Actor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { revokeCodes } from '#/lib/onboarding/codes/revoke-codes.ts'
import { nextState } from '#/lib/onboarding/rules.ts'
import { lockMember, lockOtherManagers } from '#/lib/organisations/members/member-repository.ts'
import type { BlockMember, UnblockMember } from '#/lib/organisations/members/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * Blocks a person of the own gemeente: every session ends, no login is let in, codes are dead. The last gebruikersbeheerder
 * cannot be blocked, also when two block each other at the same moment, and nobody blocks the own account.
 * Throws NotFoundError for who is not of the own gemeente.
 */
export async function blockMember(
  actor: Actor,
  input: BlockMember,
): Promise<Result<null, 'own_account' | 'already_blocked' | 'last_manager'>> {
  const { scope, member: manager } = authorise(actor, 'member.block')
  return inTransaction(scope.realm, async (tx) => {
    // Before the person's own lock: everybody takes the locks of the managers first and in one order.
    const otherManagers = await lockOtherManagers(tx, scope.organisationId, input.memberId)
    const member = await lockMember(tx, scope, input.memberId)
    if (member.isManager && otherManagers === 0) return err('last_manager')
    if (member.id === manager.memberId) return err('own_account')
    const state = nextState(member.state, 'blocked')
    if (!state) return err('already_blocked')
    await tx.member.update({
      where: { id: member.id },
      data: { state, stateBeforeBlock: member.state, blockReason: input.reason },
    })
    // The reason stays with the person: it is free text, and what stands in the log can never be taken out again.
    await recordAudit(tx, manager, {
      event: 'member.blocked',
      subject: { kind: 'member', id: member.id },
      basis: 'gebruikersbeheerder',
      details: { stap: member.state },
    })
    // A code that lies on somebody's desk must not let a person in after the block is lifted: a new one is made then.
    await revokeCodes(tx, manager, member, 'BLOCKED')
    await endSessions(tx, manager, { memberId: member.id }, 'GEBLOKKEERD')
    await enqueue(tx, sendMail, {
      to: { kind: 'member', id: member.id },
      template: 'account-blocked',
      params: { gemeente: manager.organisationName },
    })
    return ok(null)
  })
}

/**
 * Lifts a block: the person goes on at the step where it began and has to log in again. When it is lifted already, by the
 * same form sent twice for instance, nothing is left to do.
 */
export async function unblockMember(actor: Actor, input: UnblockMember): Promise<Result<null, never>> {
  const { scope, member: manager } = authorise(actor, 'member.block')
  return inTransaction(scope.realm, async (tx) => {
    const member = await lockMember(tx, scope, input.memberId)
    if (!member.stateBeforeBlock) return ok(null)
    await tx.member.update({
      where: { id: member.id },
      data: { state: member.stateBeforeBlock, stateBeforeBlock: null, blockReason: null },
    })
    await recordAudit(tx, manager, {
      event: 'member.unblocked',
      subject: { kind: 'member', id: member.id },
      basis: 'gebruikersbeheerder',
      details: { stap: member.stateBeforeBlock },
    })
    return ok(null)
  })
}
