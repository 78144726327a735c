import type { Actor, ProductRole } from '#/lib/access/actor.ts'
import {
  authorise,
  authoriseProduct,
  holds,
  type OrganisationScope,
  type ProductScope,
} from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS, type BerichtProduct, PRODUCTS, type Product } from '#/lib/access/products.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** Berichten of one product that ask for something. */
export type ProductFigures = {
  readonly product: BerichtProduct
  /** Received and not fetched yet. */
  readonly available: number
  /** Received, with an answer due and none sent. */
  readonly toAnswer: number
  /** Of those, the ones whose day has passed. */
  readonly late: number
  /** Delivered, and refused or failed on the way in the last 30 days. */
  readonly faults: number
}

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
const FAULT_DAYS = 30

async function figuresOf(tx: Tx, scope: ProductScope<'bericht.list', BerichtProduct>): Promise<ProductFigures> {
  const now = clock.now()
  const faultsSince = new Date(now.getTime() - FAULT_DAYS * DAY_MS)
  const [row] = await tx.$queryRaw<{ available: number; to_answer: number; late: number; faults: number }[]>`
    SELECT
      (count(*) FILTER (WHERE status = 'BESCHIKBAAR'))::int AS available,
      (count(*) FILTER (WHERE direction = 'ONTVANGEN' AND deadline_on IS NOT NULL AND NOT answered))::int AS to_answer,
      (count(*) FILTER (WHERE direction = 'ONTVANGEN' AND deadline_on < (${now}::timestamptz AT TIME ZONE 'Europe/Amsterdam')::date AND NOT answered))::int AS late,
      (count(*) FILTER (WHERE status IN ('AFGEKEURD', 'KETENFOUT', 'MISLUKT') AND created_at > ${faultsSince}))::int AS faults
    FROM (
      SELECT b.status, b.direction, b.deadline_on, b.created_at,
        EXISTS (SELECT FROM bericht a WHERE a.answers_id = b.id AND a.status NOT IN ('AFGEKEURD', 'INGETROKKEN')) AS answered
      FROM bericht b
      WHERE b.organisation_id = ${scope.organisationId}::uuid AND b.product = ${scope.product}
        AND (b.status IN ('BESCHIKBAAR', 'AFGEKEURD', 'KETENFOUT', 'MISLUKT') OR b.deadline_on IS NOT NULL)
    ) AS asking`
  return {
    product: scope.product,
    available: row?.available ?? 0,
    toAnswer: row?.to_answer ?? 0,
    late: row?.late ?? 0,
    faults: row?.faults ?? 0,
  }
}

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
  return inTransaction(scope.realm, async (tx) => {
    const figures: ProductFigures[] = []
    for (const product of products)
      figures.push(await figuresOf(tx, authoriseProduct(actor, 'bericht.list', product).scope))
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
