import type { Actor, ProductRole } from '#/lib/access/actor.ts'
import { authorise, holds, type OrganisationScope } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS, type BerichtProduct, PRODUCTS, type Product } from '#/lib/access/products.ts'
import { type Attention, readAttention } from '#/lib/berichten/attention.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** Berichten of one product that ask for something. */
export type ProductFigures = Attention & { readonly product: BerichtProduct }

/** One week of traffic: from Monday, as `YYYY-MM-DD`. */
export type TrafficWeek = { readonly from: string; readonly delivered: number; readonly received: number }

export type DashboardView = {
  readonly figures: readonly ProductFigures[]
  readonly traffic: readonly TrafficWeek[]
  readonly roles: readonly { readonly product: Product; readonly role: ProductRole | null }[]
  readonly isManager: boolean
  /** For gebruikersbeheerders: colleagues who wait for a code. */
  readonly waiting: number
  /** Who can give roles, for whoever misses one. */
  readonly managers: readonly string[]
}

const TRAFFIC_WEEKS = 8

async function trafficOf(
  tx: Tx,
  scope: OrganisationScope,
  products: readonly BerichtProduct[],
): Promise<TrafficWeek[]> {
  if (products.length === 0) return []
  return tx.$queryRaw<TrafficWeek[]>`
    SELECT to_char(week, 'YYYY-MM-DD') AS "from",
      (count(b.id) FILTER (WHERE b.direction = 'AANGELEVERD'))::int AS delivered,
      (count(b.id) FILTER (WHERE b.direction = 'ONTVANGEN'))::int AS received
    FROM generate_series(
      date_trunc('week', ${clock.now()}::timestamptz AT TIME ZONE 'Europe/Amsterdam') - make_interval(weeks => ${TRAFFIC_WEEKS - 1}::int),
      date_trunc('week', ${clock.now()}::timestamptz AT TIME ZONE 'Europe/Amsterdam'), interval '1 week') AS week
    LEFT JOIN bericht b ON b.organisation_id = ${scope.organisationId}::uuid AND b.product = ANY(${[...products]}::text[])
      AND b.created_at >= week AT TIME ZONE 'Europe/Amsterdam'
      AND b.created_at < (week + interval '1 week') AT TIME ZONE 'Europe/Amsterdam'
    GROUP BY week ORDER BY week`
}

async function managersOf(tx: Tx, scope: OrganisationScope): Promise<string[]> {
  const rows = await tx.member.findMany({
    where: { organisationId: scope.organisationId, isManager: true, state: 'ACTIEF' },
    orderBy: { lastName: 'asc' },
    select: { initials: true, infix: true, lastName: true },
  })
  return rows.map(displayName)
}

/** What the start page tells somebody of a gemeente: what asks for attention, what came in, and the own roles. */
export async function readDashboard(actor: Actor): Promise<DashboardView> {
  const { scope, member } = authorise(actor, 'dashboard.read')
  const products = BERICHT_PRODUCTS.filter((product) => holds(actor, 'bericht.list', product))
  const figures = await Promise.all(
    products.map(async (product) => ({ product, ...(await readAttention(actor, product)) })),
  )
  return inTransaction(scope.realm, async (tx) => {
    const waiting = member.isManager
      ? await tx.member.count({ where: { organisationId: scope.organisationId, state: 'VERIFICATIE' } })
      : 0
    return {
      figures,
      traffic: await trafficOf(tx, scope, products),
      roles: PRODUCTS.map((product) => ({ product, role: member.roles[product] ?? null })),
      isManager: member.isManager,
      waiting,
      managers: await managersOf(tx, scope),
    }
  })
}
