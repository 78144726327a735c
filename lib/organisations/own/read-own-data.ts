import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authorise, authoriseOwn } from '#/lib/access/authorise.ts'
import { queryPersonLog } from '#/lib/audit/log-query.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { Member } from '#/lib/generated/prisma/client.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { exportInbox } from '#/lib/inbox/export-inbox.ts'
import { rolesOf } from '#/lib/organisations/members/apply-roles.ts'
import type { RolesByProduct } from '#/lib/organisations/members/rules.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** What the portal knows of the person who asks. */
export type OwnData = {
  readonly salutation: Member['salutation']
  readonly initials: string
  readonly firstName: string
  readonly infix: string
  readonly lastName: string
  readonly department: string
  readonly phone: string
  readonly email: string
  readonly newsletter: boolean
  readonly organisationName: string
  readonly gemeenteCode: string
  readonly isManager: boolean
  readonly roles: RolesByProduct
  readonly createdAt: Date
  readonly lastLoginAt: Date | null
  /** Who can change the roles; without the person asking, who cannot do so for the own account. */
  readonly managers: readonly string[]
}

async function managerNames(tx: Tx, member: MemberActor): Promise<string[]> {
  const rows = await tx.member.findMany({
    where: { organisationId: member.organisationId, isManager: true, state: 'ACTIEF', id: { not: member.memberId } },
    orderBy: [{ lastName: 'asc' }, { id: 'asc' }],
    take: 20,
  })
  return rows.map(displayName).filter((name) => name !== '')
}

async function readRow(tx: Tx, member: MemberActor): Promise<OwnData> {
  const row = await tx.member.findUniqueOrThrow({ where: { id: member.memberId } })
  return {
    salutation: row.salutation,
    initials: row.initials ?? '',
    firstName: row.firstName ?? '',
    infix: row.infix ?? '',
    lastName: row.lastName ?? '',
    department: row.department ?? '',
    phone: row.phone ?? '',
    email: row.email ?? '',
    newsletter: row.newsletter,
    organisationName: member.organisationName,
    gemeenteCode: member.gemeenteCode,
    isManager: row.isManager,
    roles: await rolesOf(tx, row.id),
    createdAt: row.createdAt,
    lastLoginAt: row.lastLoginAt,
    managers: await managerNames(tx, member),
  }
}

/** The own data as they stand. */
export async function readOwnData(actor: Actor): Promise<OwnData> {
  const { scope, member } = authorise(actor, 'profile.read')
  return inTransaction(scope.realm, (tx) => readRow(tx, member))
}

// A person who uses the portal daily for the five years that the log is kept stays below this.
const MOST_LOG_ROWS = 100_000

/** Everything the portal keeps of the person who asks, in a form that other software can read (AVG 15 and 20). Logged. */
export async function exportOwnData(actor: Actor) {
  const { scope, member } = authoriseOwn(actor, 'profile.read')
  return inTransaction(scope.realm, async (tx) => {
    const { managers, ...gegevens } = await readRow(tx, member)
    const sessies = await tx.session.findMany({
      where: { memberId: member.memberId },
      orderBy: { createdAt: 'desc' },
      select: {
        device: true,
        ipPrefix: true,
        brokerId: true,
        loa: true,
        createdAt: true,
        lastActivityAt: true,
        originChangedAt: true,
        endedAt: true,
        endReason: true,
      },
    })
    const logboek = (await queryPersonLog(tx, member.memberId, MOST_LOG_ROWS)).map((entry) => ({
      op: entry.at,
      gebeurtenis: entry.eventName,
      resultaat: entry.result,
      reden: entry.reasonCode,
      door: entry.actor.name || entry.actor.kind,
      details: entry.details,
    }))
    await recordAudit(tx, member, {
      event: 'profile.exported',
      subject: { kind: 'member', id: member.memberId },
      details: { sessies: sessies.length, regels: logboek.length },
    })
    const meldingen = await exportInbox(tx, scope)
    return { gegevens, gebruikersbeheerders: managers, sessies, ...meldingen, logboek }
  })
}
