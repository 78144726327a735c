import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { queryOrganisationHistory } from '#/lib/audit/log-query.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { Agreement } from '#/lib/generated/prisma/client.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import type { AgreementKind } from '#/lib/organisations/gemeenten/schema.ts'
import { rolesOf } from '#/lib/organisations/members/apply-roles.ts'
import type { WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import type { RolesByProduct } from '#/lib/organisations/members/rules.ts'
import { waitingPeople } from '#/lib/organisations/members/waiting-people.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** An agreement as registered, and as withdrawn when it was. */
export type AgreementView = {
  readonly id: string
  readonly kind: AgreementKind
  /** YYYY-MM-DD */
  readonly signedOn: string
  readonly documentReference: string
  readonly registeredBy: string
  readonly registeredAt: Date
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

export type ManagerView = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly isBlocked: boolean
  readonly lastLoginAt: Date | null
}

/** A gemeente as the servicedesk sees it: never its berichten. */
export type GemeenteDetail = {
  readonly id: string
  readonly name: string
  readonly gemeenteCode: string
  readonly kvk: string
  readonly rsin: string
  readonly createdAt: Date
  /** Of each kind the one in force, else the last that was; null when there never was one. */
  readonly agreements: Readonly<Record<AgreementKind, AgreementView | null>>
  readonly waiting: { readonly people: readonly WaitingPerson[]; readonly total: number }
  readonly managers: readonly ManagerView[]
  readonly people: number
  readonly recent: readonly LogEntry[]
}

const RECENT_ROWS = 15

const agreementOf = (row: Agreement): AgreementView => ({
  id: row.id,
  kind: row.kind,
  signedOn: row.signedOn.toISOString().slice(0, 10),
  documentReference: row.documentReference,
  registeredBy: row.registeredByName,
  registeredAt: row.registeredAt,
  withdrawn: row.withdrawnAt
    ? { at: row.withdrawnAt, by: row.withdrawnByName ?? '', reason: row.withdrawalReason ?? '' }
    : null,
})

async function readManagers(tx: Tx, organisationId: string): Promise<ManagerView[]> {
  const rows = await tx.member.findMany({
    where: { organisationId, isManager: true },
    orderBy: [{ lastName: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    name: displayName(row),
    phone: row.phone ?? '',
    email: row.email ?? '',
    isBlocked: row.state === 'GEBLOKKEERD',
    lastLoginAt: row.lastLoginAt,
  }))
}

async function latestAgreements(tx: Tx, organisationId: string): Promise<GemeenteDetail['agreements']> {
  const rows = await tx.agreement.findMany({ where: { organisationId }, orderBy: { registeredAt: 'desc' } })
  const latest = (kind: AgreementKind) => {
    const row = rows.find((one) => one.kind === kind && !one.withdrawnAt) ?? rows.find((one) => one.kind === kind)
    return row ? agreementOf(row) : null
  }
  return { AANSLUITING: latest('AANSLUITING'), VECOZO: latest('VECOZO') }
}

/** One gemeente with agreements, people who wait, managers and recent events. Reading it is logged. Throws NotFoundError. */
export async function readGemeente(actor: Actor, organisationId: string): Promise<GemeenteDetail> {
  const { scope, staff } = authoriseStaff(actor, 'organisation.read')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!row) throw new NotFoundError('organisation')
    const recent = await queryOrganisationHistory(tx, row.id, RECENT_ROWS)
    await recordAudit(tx, staff, {
      event: 'organisation.read',
      organisationId: row.id,
      object: { kind: 'organisation', id: row.id },
    })
    return {
      id: row.id,
      name: row.name,
      gemeenteCode: row.gemeenteCode,
      kvk: row.kvk ?? '',
      rsin: row.rsin ?? '',
      createdAt: row.createdAt,
      agreements: await latestAgreements(tx, row.id),
      waiting: await waitingPeople(tx, row.id),
      managers: await readManagers(tx, row.id),
      people: await tx.member.count({ where: { organisationId: row.id } }),
      recent,
    }
  })
}

/** An agreement that can be withdrawn, with its gemeente, for the confirm step. Throws NotFoundError. */
export async function readAgreement(
  actor: Actor,
  input: { readonly organisationId: string; readonly agreementId: string },
): Promise<AgreementView & { readonly organisationName: string }> {
  const { scope, staff } = authoriseStaff(actor, 'organisation.read')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.agreement.findFirst({
      where: { id: input.agreementId, organisationId: input.organisationId },
      include: { organisation: { select: { name: true } } },
    })
    if (!row) throw new NotFoundError('agreement')
    const { organisationId } = row
    await recordAudit(tx, staff, {
      event: 'organisation.read',
      organisationId,
      object: { kind: 'agreement', id: row.id },
    })
    return { ...agreementOf(row), organisationName: row.organisation.name }
  })
}

/** A gebruikersbeheerder with the product roles, for the servicedesk that changes them at request. Throws NotFoundError. */
export async function readManager(
  actor: Actor,
  input: { readonly organisationId: string; readonly memberId: string },
): Promise<{
  readonly id: string
  readonly name: string
  readonly organisationName: string
  readonly roles: RolesByProduct
}> {
  const { scope, staff } = authoriseStaff(actor, 'organisation.read')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.member.findFirst({
      where: { id: input.memberId, organisationId: input.organisationId, isManager: true },
      include: { organisation: { select: { name: true } } },
    })
    if (!row) throw new NotFoundError('member')
    await recordAudit(tx, staff, {
      event: 'member.read',
      organisationId: row.organisationId,
      subject: { kind: 'member', id: row.id },
    })
    return {
      id: row.id,
      name: displayName(row),
      organisationName: row.organisation.name,
      roles: await rolesOf(tx, row.id),
    }
  })
}
