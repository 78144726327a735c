import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { ListBerichten } from '#/lib/berichten/filter.ts'
import { listIds } from '#/lib/berichten/list-repository.ts'
import { findSelection, type Selected } from '#/lib/berichten/selection/find-selection.ts'
import { MOST_SELECTED } from '#/lib/berichten/selection/most-selected.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** The filters of a list, and until when it counts: what came later was not seen by whoever chose all of it. */
export type AllFound = {
  readonly filter: Omit<ListBerichten, 'olderThan' | 'newerThan' | 'limit'>
  readonly until: Date
}

/**
 * Finds all berichten of a product of the own gemeente that a list showed, newest first. Nothing is fetched by it. Throws
 * ForbiddenError.
 */
export async function findAll(
  actor: Actor,
  { filter, until }: AllFound,
): Promise<Result<readonly Selected[], 'too_many' | 'nothing'>> {
  const { scope } = authoriseProduct(actor, 'bericht.fetch', filter.product)
  const ids = await inTransaction(scope.realm, (tx) =>
    listIds(tx, scope, { ...filter, limit: MOST_SELECTED + 1 }, until),
  )
  if (ids.length === 0) return err('nothing')
  if (ids.length > MOST_SELECTED) return err('too_many')
  return ok(await findSelection(actor, filter.product, ids))
}
