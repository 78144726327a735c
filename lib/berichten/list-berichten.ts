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

type Found = Awaited<ReturnType<typeof listRows>>

function pageOf({ rows, hasMore }: Found, input: ListBerichten): BerichtenPage {
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

/** One page of the berichten of a product of the own gemeente, newest first. */
export async function listBerichten(actor: Actor, input: ListBerichten): Promise<BerichtenPage> {
  const { scope } = authoriseProduct(actor, 'bericht.list', input.product)
  return pageOf(await inTransaction(scope.realm, (tx) => listRows(tx, scope, input)), input)
}

/** The same, and how many the filters leave; exact up to 1,000. */
export async function listCounted(
  actor: Actor,
  input: ListBerichten,
): Promise<{ readonly page: BerichtenPage; readonly count: BerichtenCount }> {
  const { scope } = authoriseProduct(actor, 'bericht.list', input.product)
  return inTransaction(scope.realm, async (tx) => {
    const found = await listRows(tx, scope, input)
    // When all of it stands on the first page it need not be looked for a second time: that is what a search finds mostly.
    const isWhole = !(found.hasMore || input.olderThan || input.newerThan)
    const count = isWhole ? found.rows.length : await countRows(tx, scope, input)
    const isEmpty = count === 0 && (await countRows(tx, scope, { product: input.product, limit: 1 })) === 0
    return {
      page: pageOf(found, input),
      count: { found: Math.min(count, COUNTED_AT_MOST), isMore: count > COUNTED_AT_MOST, isEmpty },
    }
  })
}
