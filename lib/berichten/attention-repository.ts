import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Attention } from '#/lib/berichten/attention.ts'
import { counted } from '#/lib/berichten/counted.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

const FAULT_DAYS = 30

// Conditions on the bericht called b. Figures and lists are made of the same ones, so that a figure is the length of the
// list behind it.

/** Received, with an answer due that the gemeente has not sent. */
export const TO_ANSWER = Prisma.sql`(b.direction = 'ONTVANGEN' AND b.awaits IS NOT NULL)`

/** Delivered, and refused or failed on the way in the last 30 days. */
export const faulty =
  () => Prisma.sql`(b.direction = 'AANGELEVERD' AND b.status IN ('AFGEKEURD', 'KETENFOUT', 'MISLUKT')
  AND b.created_at > ${new Date(clock.now().getTime() - FAULT_DAYS * DAY_MS)})`

/** Counts what asks for something in one product of the own gemeente, each up to COUNTED_AT_MOST + 1. */
export async function countAttention(tx: Tx, scope: ProductScope): Promise<Attention> {
  const own = Prisma.sql`bericht b WHERE b.organisation_id = ${scope.organisationId}::uuid AND b.product = ${scope.product}`
  const [row] = await tx.$queryRaw<Attention[]>`
    SELECT ${counted(Prisma.sql`${own} AND b.direction = 'ONTVANGEN' AND b.status = 'BESCHIKBAAR'`)} AS available,
      ${counted(Prisma.sql`${own} AND ${TO_ANSWER}`)} AS "toAnswer",
      ${counted(Prisma.sql`${own} AND ${TO_ANSWER} AND b.deadline_on < ${dayInAmsterdam(clock.now())}::date`)} AS late,
      ${counted(Prisma.sql`${own} AND ${faulty()}`)} AS faults`
  return row ?? { available: 0, toAnswer: 0, late: 0, faults: 0 }
}
