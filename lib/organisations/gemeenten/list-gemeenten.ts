import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { AgreementKind, GemeenteFilter } from '#/lib/organisations/gemeenten/schema.ts'
import { readWorkList, type WorkList } from '#/lib/organisations/gemeenten/work-list.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

export const GEMEENTE_PAGE_ROWS = 50

/** A gemeente in the list of the servicedesk. */
export type GemeenteLine = {
  readonly id: string
  readonly name: string
  readonly gemeenteCode: string
  readonly agreementsInForce: readonly AgreementKind[]
  /** People who wait for a code. */
  readonly waiting: number
  /** Gebruikersbeheerders who can work. */
  readonly managers: number
}

export type GemeentePage = {
  readonly gemeenten: readonly GemeenteLine[]
  readonly next: string | null
  /** What waits for the servicedesk; null while somebody searches or leafs. */
  readonly work: WorkList | null
}

type Row = {
  id: string
  name: string
  gemeente_code: string
  agreements: AgreementKind[] | null
  waiting: number
  managers: number
}

async function readRows(tx: Tx, filter: GemeenteFilter): Promise<Row[]> {
  const pattern = `%${filter.zoek.replace(/[\\%_]/g, '\\$&')}%`
  const number = filter.zoek.replace(/[\s.]/g, '')
  const conditions = [
    ...(filter.zoek
      ? [
          Prisma.sql`(o.name ILIKE ${pattern} OR o.gemeente_code = ${number} OR o.kvk = ${number} OR o.rsin = ${number})`,
        ]
      : []),
    ...(filter.na
      ? [
          Prisma.sql`(lower(o.name), o.id) > (SELECT lower(c.name), c.id FROM organisation c WHERE c.id = ${filter.na}::uuid)`,
        ]
      : []),
  ]
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty
  return tx.$queryRaw<Row[]>`
    SELECT o.id, o.name, o.gemeente_code,
      (SELECT array_agg(a.kind::text) FROM agreement a WHERE a.organisation_id = o.id AND a.withdrawn_at IS NULL) AS agreements,
      (SELECT count(*)::int FROM member m WHERE m.organisation_id = o.id AND m.state = 'VERIFICATIE') AS waiting,
      (SELECT count(*)::int FROM member m WHERE m.organisation_id = o.id AND m.is_manager AND m.state = 'ACTIEF') AS managers
    FROM organisation o ${where} ORDER BY lower(o.name), o.id LIMIT ${GEMEENTE_PAGE_ROWS + 1}`
}

/** The registered gemeenten by name, found by name, code, KvK-nummer or RSIN, and what waits. Reading it is logged. */
export async function listGemeenten(actor: Actor, filter: GemeenteFilter): Promise<GemeentePage> {
  const { scope, staff } = authoriseStaff(actor, 'organisation.read')
  return inTransaction(scope.realm, async (tx) => {
    const rows = await readRows(tx, filter)
    const gemeenten = rows.slice(0, GEMEENTE_PAGE_ROWS).map((row) => ({
      id: row.id,
      name: row.name,
      gemeenteCode: row.gemeente_code,
      agreementsInForce: row.agreements ?? [],
      waiting: row.waiting,
      managers: row.managers,
    }))
    await recordAudit(tx, staff, {
      event: 'organisation.listed',
      details: { gezocht: filter.zoek !== '', aantal: gemeenten.length },
    })
    const work = filter.zoek === '' && filter.na === undefined ? await readWorkList(tx) : null
    return { work, gemeenten, next: rows.length > GEMEENTE_PAGE_ROWS ? (gemeenten.at(-1)?.id ?? null) : null }
  })
}
