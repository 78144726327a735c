import type { OnboardingState } from '#/lib/access/actor.ts'
import type { OrganisationScope, StaffScope } from '#/lib/access/authorise.ts'
import type { Member } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/**
 * Locks a person of the gemeente of the scope (any gemeente for the servicedesk) until the transaction ends, and reads the
 * row as it is then. Somebody of another gemeente does not exist. Throws NotFoundError.
 */
export async function lockMember(tx: Tx, scope: OrganisationScope | StaffScope, memberId: string): Promise<Member> {
  await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${memberId}::uuid FOR UPDATE`
  const member = await tx.member.findUnique({ where: { id: memberId } })
  const isForeign = 'organisationId' in scope && member?.organisationId !== scope.organisationId
  if (!member || isForeign) throw new NotFoundError('member')
  return member
}

/**
 * Locks all gebruikersbeheerders of a gemeente and tells how many of them can work besides this one. Two transactions
 * that would each leave the other as the last one wait for each other here. Locks in one order, so never in a circle.
 */
export async function lockOtherManagers(tx: Tx, organisationId: string, memberId: string): Promise<number> {
  const managers = await tx.$queryRaw<{ id: string; state: OnboardingState }[]>`
    SELECT id, state FROM member WHERE organisation_id = ${organisationId}::uuid AND is_manager ORDER BY id FOR UPDATE`
  return managers.filter(({ id, state }) => id !== memberId && state === 'ACTIEF').length
}
