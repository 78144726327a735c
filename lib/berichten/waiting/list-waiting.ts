import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { toListed } from '#/lib/berichten/list-berichten.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { type ListWaiting, writePlace } from '#/lib/berichten/waiting/waiting-query.ts'
import { countWaiting, selectWaiting, type WaitingCounts } from '#/lib/berichten/waiting/waiting-repository.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** What waits for an answer: one page of it, the figures of all of it, and the place after this page (null at the end). */
export type WaitingPage = {
  readonly items: readonly BerichtView[]
  readonly counts: WaitingCounts
  readonly next: string | null
}

/** The berichten of a product of the own gemeente on which an answer is due, the most pressing first. */
export async function listWaiting(actor: Actor, input: ListWaiting): Promise<WaitingPage> {
  const { scope } = authoriseProduct(actor, 'bericht.list', input.product)
  return inTransaction(scope.realm, async (tx) => {
    const counts = await countWaiting(tx, scope)
    const rows = await selectWaiting(tx, scope, input)
    const items = rows.slice(0, input.limit).map(toListed)
    const last = items.at(-1)
    return { items, counts, next: rows.length > input.limit && last ? writePlace(last) : null }
  })
}
