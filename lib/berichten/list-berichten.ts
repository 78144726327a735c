import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { COUNTED_AT_MOST } from '#/lib/berichten/counted.ts'
import { type ListBerichten, writeCursor } from '#/lib/berichten/filter.ts'
import { countRows, type ListedRow, listRows } from '#/lib/berichten/list-repository.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

export type BerichtenPage = {
  readonly items: readonly BerichtView[]
  /** Cursor for what is older; null at the end. */
  readonly older: string | null
  /** Cursor for what is newer; null at the beginning. */
  readonly newer: string | null
}

/** How many berichten the filters leave, and whether the gemeente has any at all. */
export type BerichtenCount = { readonly found: number; readonly isMore: boolean; readonly isEmpty: boolean }

/** A row of a list as its gemeente sees it. */
export function toListed(row: ListedRow): BerichtView {
  const { changeAt, changeStatus, changeByName, changeExplanation } = row
  const lastChange =
    changeAt && changeStatus
      ? { at: changeAt, status: changeStatus, byName: changeByName, explanation: changeExplanation }
      : null
  return toBerichtView(row, lastChange)
}

/** One page of the berichten of a product of the own gemeente, newest first. */
export async function listBerichten(actor: Actor, input: ListBerichten): Promise<BerichtenPage> {
  const { scope } = authoriseProduct(actor, 'bericht.list', input.product)
  const { rows, hasMore } = await inTransaction(scope.realm, (tx) => listRows(tx, scope, input))
  const [first, last] = [rows[0], rows.at(-1)]
  // Whoever came by a cursor left something behind in that direction.
  const isOlderThere = input.newerThan ? true : hasMore
  const isNewerThere = input.newerThan ? hasMore : input.olderThan !== undefined
  return {
    items: rows.map(toListed),
    older: isOlderThere && last ? writeCursor(last) : null,
    newer: isNewerThere && first ? writeCursor(first) : null,
  }
}

/** Counts what the same filters leave; exact up to 1,000. */
export async function countBerichten(actor: Actor, input: ListBerichten): Promise<BerichtenCount> {
  const { scope } = authoriseProduct(actor, 'bericht.list', input.product)
  return inTransaction(scope.realm, async (tx) => {
    const found = await countRows(tx, scope, input)
    const isEmpty = found === 0 && (await countRows(tx, scope, { product: input.product, limit: 1 })) === 0
    return { found: Math.min(found, COUNTED_AT_MOST), isMore: found > COUNTED_AT_MOST, isEmpty }
  })
}
