import type { ProductScope } from '#/lib/access/authorise.ts'
import { counted } from '#/lib/berichten/counted.ts'
import { type ListedRow, selectListed } from '#/lib/berichten/list-repository.ts'
import type { ListWaiting, OwedBy, WaitingPlace } from '#/lib/berichten/waiting/waiting-query.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

// Whoever received a bericht owes the answer to it.
const DIRECTION = { ons: 'ONTVANGEN', ander: 'AANGELEVERD' } as const

const late = () => Prisma.sql`b.deadline_on < ${dayInAmsterdam(clock.now())}::date`

const waiting = (scope: ProductScope, owedBy: OwedBy) => Prisma.sql`b.organisation_id = ${scope.organisationId}::uuid
  AND b.product = ${scope.product} AND b.awaits IS NOT NULL AND b.direction = ${DIRECTION[owedBy]}::"Direction"`

function after({ deadlineOn, id }: WaitingPlace): Prisma.Sql {
  if (deadlineOn === null) return Prisma.sql`b.deadline_on IS NULL AND b.id > ${id}::uuid`
  return Prisma.sql`((b.deadline_on, b.id) > (${deadlineOn}::date, ${id}::uuid) OR b.deadline_on IS NULL)`
}

/** Berichten on which an answer is due, the most pressing first; those whose day is not known come last. */
export async function selectWaiting(tx: Tx, scope: ProductScope, input: ListWaiting): Promise<ListedRow[]> {
  const where = Prisma.join(
    [waiting(scope, input.owedBy), ...(input.onlyLate ? [late()] : []), ...(input.after ? [after(input.after)] : [])],
    ' AND ',
  )
  return selectListed(tx, { where, order: Prisma.sql`b.deadline_on, b.id`, most: input.limit + 1 })
}

/** So many wait for an answer, and of those so many too long; counted up to COUNTED_AT_MOST + 1. */
export type WaitingCounts = { readonly [O in OwedBy]: { readonly all: number; readonly late: number } }

type CountRow = { readonly ons: number; readonly onsLate: number; readonly ander: number; readonly anderLate: number }

/** Counts what waits in one product of the own gemeente. */
export async function countWaiting(tx: Tx, scope: ProductScope): Promise<WaitingCounts> {
  const of = (owedBy: OwedBy) => Prisma.sql`bericht b WHERE ${waiting(scope, owedBy)}`
  const [row] = await tx.$queryRaw<CountRow[]>`
    SELECT ${counted(of('ons'))} AS ons, ${counted(Prisma.sql`${of('ons')} AND ${late()}`)} AS "onsLate",
      ${counted(of('ander'))} AS ander, ${counted(Prisma.sql`${of('ander')} AND ${late()}`)} AS "anderLate"`
  return {
    ons: { all: row?.ons ?? 0, late: row?.onsLate ?? 0 },
    ander: { all: row?.ander ?? 0, late: row?.anderLate ?? 0 },
  }
}
