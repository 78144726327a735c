import { z } from 'zod'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { contentIn, type FormOfContent } from '#/lib/berichten/content-forms.ts'
import { readableKey } from '#/lib/berichten/content-state.ts'
import { listStoredBerichten, type StoredBericht } from '#/lib/berichten/repository.ts'
import { formsOf } from '#/lib/berichten/schema.ts'
import { entryNames } from '#/lib/berichten/selection/entry-names.ts'
import { MOST_SELECTED } from '#/lib/berichten/selection/most-selected.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** The entry that tells what the others are. */
export const MANIFEST_NAME = 'manifest.json'

/** The berichten of a selection, each once. */
export const Selection = z
  .array(z.uuid())
  .min(1)
  .max(MOST_SELECTED)
  .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))])

/** A bericht of a selection; `entry` is null when nobody gets at its content (any more). */
export type Selected = {
  readonly row: StoredBericht
  readonly entry: { readonly name: string; readonly content: FormOfContent } | null
}

function contentOf(row: StoredBericht): FormOfContent | null {
  const [form] = formsOf(readStoredEnvelope(row.envelope))
  const key = readableKey(row)
  return key === null || form === undefined ? null : contentIn(row, key, form)
}

/**
 * Finds the berichten that somebody chose, in the order in which they were chosen. Nothing is fetched by it. Throws
 * ForbiddenError, and NotFoundError when one of them does not exist, or not for this gemeente and product.
 */
export async function findSelection(
  actor: Actor,
  product: BerichtProduct,
  ids: readonly string[],
): Promise<readonly Selected[]> {
  const { scope } = authoriseProduct(actor, 'bericht.fetch', product)
  const rows = await inTransaction(scope.realm, (tx) => listStoredBerichten(tx, scope, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = ids.map((id) => {
    const row = byId.get(id)
    if (row === undefined) throw new NotFoundError('bericht')
    return { row, content: contentOf(row) }
  })
  const names = entryNames(
    found.flatMap(({ content }) => content?.fileName ?? []),
    [MANIFEST_NAME],
  )
  let next = 0
  return found.map(({ row, content }) => {
    if (content === null) return { row, entry: null }
    const name = names[next] ?? row.id
    next += 1
    return { row, entry: { name, content } }
  })
}
