import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { isProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { Member } from '#/lib/generated/prisma/client.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { type RoleChange, type RolesByProduct, roleChanges, sessionsAfter } from '#/lib/organisations/members/rules.ts'
import type { SaveRoles } from '#/lib/organisations/members/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The product roles that somebody has now. */
export async function rolesOf(tx: Tx, memberId: string): Promise<RolesByProduct> {
  const rows = await tx.memberRole.findMany({ where: { memberId }, select: { product: true, role: true } })
  return Object.fromEntries(rows.flatMap(({ product, role }) => (isProduct(product) ? [[product, role]] : [])))
}

async function writeChange(tx: Tx, actor: MemberActor | StaffActor, member: Member, change: RoleChange): Promise<void> {
  const { product, from, to } = change
  const key = { memberId_product: { memberId: member.id, product } }
  if (to === null) await tx.memberRole.delete({ where: key })
  else {
    const given = { role: to, grantedById: actor.userId, grantedAt: clock.now() }
    await tx.memberRole.upsert({
      where: key,
      create: { memberId: member.id, organisationId: member.organisationId, product, ...given },
      update: given,
    })
  }
  const about = { organisationId: member.organisationId, subject: { kind: 'member', id: member.id } } as const
  const basis = actor.kind === 'staff' ? 'servicedesk op verzoek van de gebruikersbeheerder' : 'gebruikersbeheerder'
  if (from) await recordAudit(tx, actor, { event: 'role.withdrawn', ...about, basis, details: { product, rol: from } })
  if (to) await recordAudit(tx, actor, { event: 'role.granted', ...about, basis, details: { product, rol: to } })
}

/**
 * Gives somebody exactly the chosen roles, one audit row for each that is taken or given, and lets the live sessions follow:
 * a new right works at the next page, under a new token and never under the old one, a lost one at the next request. The member must be locked. Returns the changes.
 */
export async function applyRoles(
  tx: Tx,
  actor: MemberActor | StaffActor,
  member: Member,
  chosen: SaveRoles,
): Promise<readonly RoleChange[]> {
  const changes = roleChanges(await rolesOf(tx, member.id), chosen)
  for (const change of changes) await writeChange(tx, actor, member, change)
  const sessions = sessionsAfter(changes)
  if (sessions === 'end') await endSessions(tx, actor, { memberId: member.id }, 'ROL_GEWIJZIGD')
  if (sessions === 'renew')
    await tx.session.updateMany({
      where: { memberId: member.id, endedAt: null },
      data: { renewToken: true, withheldProducts: { push: changes.map(({ product }) => product) } },
    })
  if (changes.length > 0) await tellMember(tx, member)
  return changes
}

/** ASVS 6.3.7: somebody whose rights change is told, besides seeing it in the portal. */
async function tellMember(tx: Tx, member: Member): Promise<void> {
  const { name } = await tx.organisation.findUniqueOrThrow({
    where: { id: member.organisationId },
    select: { name: true },
  })
  await enqueue(tx, sendMail, {
    to: { kind: 'member', id: member.id },
    template: 'roles-changed',
    params: { gemeente: name },
  })
}
