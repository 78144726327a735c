import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { noteLateness } from '#/lib/berichten/repository.ts'
import { productOf } from '#/lib/berichten/view.ts'
import type { Awaited } from '#/lib/generated/prisma/enums.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

/** Berichten per look in the table; the work on each is a transaction of its own. */
const BATCH = 500

type Overdue = {
  readonly id: string
  readonly organisation_id: string
  readonly product: string
  readonly berichtsoort: string | null
  readonly awaits: Awaited
}

async function listOverdue(today: string): Promise<readonly Overdue[]> {
  return inTransaction(
    { kind: 'systeem' },
    (tx) => tx.$queryRaw<Overdue[]>`
      SELECT id, organisation_id, product, berichtsoort, awaits FROM bericht
      WHERE awaits IS NOT NULL AND deadline_on < ${today}::date AND late_noted_for IS DISTINCT FROM deadline_on
      ORDER BY deadline_on, id LIMIT ${BATCH}`,
  )
}

/** Notes in the timeline of one bericht that its day has passed. False when it was answered, or noted, meanwhile. */
async function noteOne(actor: SystemActor, overdue: Overdue, today: string): Promise<boolean> {
  const product = productOf(overdue.product)
  const { scope } = authoriseSystem(actor, 'bericht.watch', overdue.organisation_id, product)
  return inTransaction(scope.realm, async (tx) => {
    const deadlineOn = await noteLateness(tx, scope, overdue.id, today, clock.now())
    if (deadlineOn === null) return false
    await recordAudit(tx, actor, {
      event: 'bericht.deadline-passed',
      object: { kind: 'bericht', id: overdue.id },
      organisationId: scope.organisationId,
      details: { berichtsoort: overdue.berichtsoort, termijn: deadlineOn, wachtOp: overdue.awaits },
    })
    return true
  })
}

/**
 * Notes once for every bericht that the day on which something was due has passed: in its timeline and in the log. A day
 * that is worked out anew, after an answer that does not end it, is noted anew when it passes. Answers how many.
 */
export async function notePassedDeadlines(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const today = dayInAmsterdam(clock.now())
  let noted = 0
  for (;;) {
    const batch = await listOverdue(today)
    let inBatch = 0
    for (const overdue of batch) {
      signal.throwIfAborted()
      if (await noteOne(actor, overdue, today)) inBatch += 1
    }
    noted += inBatch
    if (batch.length < BATCH || inBatch === 0) return noted
  }
}
