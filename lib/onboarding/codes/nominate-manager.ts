import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { ChangeNomination } from '#/lib/onboarding/codes/issue-schema.ts'
import { findNomination } from '#/lib/onboarding/codes/nominations.ts'
import { revokeCodes } from '#/lib/onboarding/codes/revoke-codes.ts'
import { lockMember, lockWaitingMember } from '#/lib/onboarding/codes/waiting-member.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

// BIO2 5.18.01: special rights are given by two persons. Which two does not matter, but never one alone.

export type Nominated = {
  readonly organisationId: string
  /** False when a colleague was first: that nomination stands. */
  readonly isOwn: boolean
}

/**
 * Somebody of the servicedesk says that a waiting person is to become gebruikersbeheerder. By that alone nothing opens:
 * within seven days a colleague makes the code (issueManagerCode). Nominated already, nothing is left to do.
 */
export async function nominateManager(
  actor: Actor,
  { memberId }: ChangeNomination,
): Promise<Result<Nominated, 'not_waiting'>> {
  const { scope, staff } = authoriseStaff(actor, 'manager.nominate')
  return inTransaction(scope.realm, async (tx) => {
    const member = await lockWaitingMember(tx, memberId)
    if (!member) return err('not_waiting')
    const { organisationId } = member
    const standing = await findNomination(tx, memberId)
    if (standing) return ok({ organisationId, isOwn: standing.nominatedById === staff.userId })
    const given = { nominatedById: staff.userId, nominatedByName: staff.displayName, nominatedAt: clock.now() }
    await tx.managerNomination.deleteMany({ where: { memberId } })
    await tx.managerNomination.create({ data: { memberId, organisationId, ...given } })
    await recordAudit(tx, staff, {
      event: 'manager.nominated',
      organisationId,
      subject: { kind: 'member', id: memberId },
    })
    return ok({ organisationId, isOwn: true })
  })
}

/**
 * Takes a nomination back, by whoever of the servicedesk sees that it is wrong. A code that a colleague made on it and that
 * was not used yet is dead at once. When there is no nomination (any more), nothing is left to do. Throws NotFoundError for a person who does not exist.
 */
export async function withdrawNomination(
  actor: Actor,
  { memberId }: ChangeNomination,
): Promise<Result<{ readonly organisationId: string }, never>> {
  const { scope, staff } = authoriseStaff(actor, 'manager.nominate')
  return inTransaction(scope.realm, async (tx) => {
    const member = await lockMember(tx, memberId)
    if (!member) throw new NotFoundError('member')
    const { organisationId } = member
    const { count } = await tx.managerNomination.deleteMany({ where: { memberId } })
    if (count === 0) return ok({ organisationId })
    await recordAudit(tx, staff, {
      event: 'manager.nomination-withdrawn',
      organisationId,
      subject: { kind: 'member', id: memberId },
    })
    await revokeCodes(tx, staff, member, 'NOMINATION_WITHDRAWN', 'GEBRUIKERSBEHEERDER')
    return ok({ organisationId })
  })
}
