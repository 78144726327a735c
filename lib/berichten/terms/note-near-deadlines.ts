import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob, authoriseSystem } from '#/lib/access/authorise.ts'
import { nearUntold, noteNearness } from '#/lib/berichten/repository.ts'
import { addWorkingDays } from '#/lib/berichten/terms/working-days.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Terms are three working days at their shortest: with one left there is time to answer, and reason to. */
const NEAR_WORKING_DAYS = 1

/**
 * Has the Gebruikers told, once for each bericht and day, that an answer is due today or on the next working day. A day that is
 * worked out anew is told anew when it is near. Answers of how many berichten.
 */
export async function noteNearDeadlines(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const { scope: all } = authoriseJob(actor, 'bericht.watch')
  const today = dayInAmsterdam(clock.now())
  const days = { today, near: addWorkingDays(today, NEAR_WORKING_DAYS, settings().holidays) }
  const due = await inTransaction(
    all.realm,
    (tx) => tx.$queryRaw<{ organisationId: string; product: string }[]>`
      SELECT DISTINCT organisation_id AS "organisationId", product FROM bericht WHERE ${nearUntold(days)}`,
  )
  let told = 0
  for (const { organisationId, product } of due) {
    signal.throwIfAborted()
    const { scope } = authoriseSystem(actor, 'bericht.watch', organisationId, productOf(product))
    told += await inTransaction(scope.realm, async (tx) => {
      const [first, ...more] = await noteNearness(tx, scope, days)
      if (first === undefined) return 0
      const amount = 1 + more.length
      const about = amount === 1 ? { berichtId: first } : {}
      await noteCause(tx, scope, { kind: 'TERMIJN', amount, ...about }, clock.now())
      return amount
    })
  }
  return told
}
