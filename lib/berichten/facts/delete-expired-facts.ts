import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { deleteFactsBefore } from '#/lib/berichten/facts/fact-repository.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

type Owner = { readonly organisation_id: string; readonly product: string }

/** Deletes the facts whose term is over, in the realm of each gemeente. Answers how many. */
export async function deleteExpiredFacts(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const today = dayInAmsterdam(clock.now())
  const owners = await inTransaction(
    { kind: 'systeem' },
    (tx) => tx.$queryRaw<Owner[]>`
      SELECT DISTINCT organisation_id, product FROM bericht_fact WHERE keep_until < ${today}::date`,
  )
  let deleted = 0
  for (const { organisation_id, product } of owners) {
    signal.throwIfAborted()
    const { scope } = authoriseSystem(actor, 'bericht.expire', organisation_id, productOf(product))
    deleted += await inTransaction(scope.realm, (tx) => deleteFactsBefore(tx, scope, today))
  }
  return deleted
}
