import type { Actor, OnboardingState, ProductRole } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import type { MemberLine, WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import type { MemberFilter } from '#/lib/organisations/members/schema.ts'
import { waitingPeople } from '#/lib/organisations/members/waiting-people.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

export const MEMBER_PAGE_ROWS = 50

/** A page of the people of a gemeente by name, those without a name last; `next` is null at the end. */
export type MemberPage = {
  readonly waiting: { readonly people: readonly WaitingPerson[]; readonly total: number }
  readonly people: readonly MemberLine[]
  readonly next: string | null
}

type Row = {
  id: string
  state: OnboardingState
  is_manager: boolean
  initials: string | null
  infix: string | null
  last_name: string | null
  department: string | null
  last_login_at: Date | null
  created_at: Date
  roles: Partial<Record<Product, ProductRole>> | null
}

const lineOf = (row: Row): MemberLine => ({
  id: row.id,
  name: displayName({ initials: row.initials, infix: row.infix, lastName: row.last_name }),
  department: row.department ?? '',
  state: row.state,
  isManager: row.is_manager,
  roles: row.roles ?? {},
  lastLoginAt: row.last_login_at,
  createdAt: row.created_at,
})

// One order for list and cursor. The cursor is the id of a person, not a name: it stands in the address.
const ORDER = Prisma.sql`m.last_name IS NULL, lower(coalesce(m.last_name, '')), m.id`

async function readRows(tx: Tx, organisationId: string, filter: MemberFilter): Promise<Row[]> {
  const pattern = `%${filter.zoek.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    Prisma.sql`m.organisation_id = ${organisationId}::uuid`,
    ...(filter.stap ? [Prisma.sql`m.state = ${filter.stap}::"OnboardingState"`] : []),
    ...(filter.zoek
      ? [Prisma.sql`concat_ws(' ', m.initials, m.first_name, nullif(m.infix, ''), m.last_name) ILIKE ${pattern}`]
      : []),
    ...(filter.na
      ? [
          Prisma.sql`(${ORDER}) > (SELECT c.last_name IS NULL, lower(coalesce(c.last_name, '')), c.id FROM member c
            WHERE c.id = ${filter.na}::uuid AND c.organisation_id = ${organisationId}::uuid)`,
        ]
      : []),
  ]
  return tx.$queryRaw<Row[]>`
    SELECT m.id, m.state, m.is_manager, m.initials, m.infix, m.last_name, m.department, m.last_login_at, m.created_at,
      (SELECT jsonb_object_agg(r.product, r.role) FROM member_role r WHERE r.member_id = m.id) AS roles
    FROM member m WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${ORDER} LIMIT ${MEMBER_PAGE_ROWS + 1}`
}

/** The people of the own gemeente, with on top who waits for a code. Reading it is logged. */
export async function listMembers(actor: Actor, filter: MemberFilter): Promise<MemberPage> {
  const { scope, member } = authorise(actor, 'member.read')
  return inTransaction(scope.realm, async (tx) => {
    const rows = await readRows(tx, scope.organisationId, filter)
    const people = rows.slice(0, MEMBER_PAGE_ROWS).map(lineOf)
    await recordAudit(tx, member, {
      event: 'member.listed',
      // Not what was searched for: that is a name.
      details: { stap: filter.stap ?? null, gezocht: filter.zoek !== '', aantal: people.length },
    })
    return {
      waiting: await waitingPeople(tx, scope.organisationId),
      people,
      next: rows.length > MEMBER_PAGE_ROWS ? (people.at(-1)?.id ?? null) : null,
    }
  })
}
