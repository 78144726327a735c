import type { Actor, OnboardingState } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { queryPersonHistory } from '#/lib/audit/log-query.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { rolesOf } from '#/lib/organisations/members/apply-roles.ts'
import { liveSessions, type SessionView } from '#/lib/organisations/members/live-sessions.ts'
import type { CodeStanding } from '#/lib/organisations/members/member-view.ts'
import type { RolesByProduct } from '#/lib/organisations/members/rules.ts'
import { codeStanding, WITH_CODES } from '#/lib/organisations/members/waiting-people.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** A person of the own gemeente, as the gebruikersbeheerder sees one. */
export type MemberDetail = {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly phone: string
  readonly email: string
  readonly state: OnboardingState
  readonly stateBeforeBlock: OnboardingState | null
  readonly blockReason: string
  readonly isManager: boolean
  readonly roles: RolesByProduct
  readonly createdAt: Date
  readonly lastLoginAt: Date | null
  /** The gebruikersbeheerder looks at the own account: nothing can be changed there. */
  readonly isSelf: boolean
  /** How many others of this gemeente have given the same e-mail address: accounts are personal (BIO2 5.16.02). */
  readonly sameEmail: number
  readonly code: CodeStanding
  readonly sessions: readonly SessionView[]
  readonly history: readonly LogEntry[]
}

const HISTORY_ROWS = 25

const countSameEmail = (tx: Tx, organisationId: string, memberId: string, email: string | null): Promise<number> =>
  email
    ? tx.member.count({
        where: { organisationId, id: { not: memberId }, email: { equals: email, mode: 'insensitive' } },
      })
    : Promise.resolve(0)

/** One person of the own gemeente. Reading it is logged. Throws NotFoundError for who is not of the own gemeente. */
export async function readMember(actor: Actor, memberId: string): Promise<MemberDetail> {
  const { scope, member: manager } = authorise(actor, 'member.read')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.member.findFirst({
      where: { id: memberId, organisationId: scope.organisationId },
      include: WITH_CODES,
    })
    if (!row) throw new NotFoundError('member')
    const history = await queryPersonHistory(tx, row.id, HISTORY_ROWS)
    await recordAudit(tx, manager, { event: 'member.read', subject: { kind: 'member', id: row.id } })
    return {
      id: row.id,
      name: displayName(row),
      department: row.department ?? '',
      phone: row.phone ?? '',
      email: row.email ?? '',
      state: row.state,
      stateBeforeBlock: row.stateBeforeBlock,
      blockReason: row.blockReason ?? '',
      isManager: row.isManager,
      roles: await rolesOf(tx, row.id),
      createdAt: row.createdAt,
      lastLoginAt: row.lastLoginAt,
      isSelf: row.id === manager.memberId,
      sameEmail: await countSameEmail(tx, row.organisationId, row.id, row.email),
      code: codeStanding(row),
      sessions: await liveSessions(tx, { memberId: row.id }, manager.sessionId),
      history,
    }
  })
}
