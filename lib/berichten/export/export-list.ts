import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { ListBerichten } from '#/lib/berichten/filter.ts'
import { toListed } from '#/lib/berichten/list-berichten.ts'
import { listRows } from '#/lib/berichten/list-repository.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** So many berichten go into one file; more are no list that a person reads. */
export const MOST_EXPORTED = 10_000
const AT_A_TIME = 200

/** The filters of a list, without a place in it. */
export type ExportList = Omit<ListBerichten, 'olderThan' | 'newerThan' | 'limit'>

/**
 * Begins an export of the berichten of a product of the own gemeente that the filters leave, newest first, at most
 * MOST_EXPORTED: writes down who takes them away, and answers the berichten some at a time. Throws ForbiddenError.
 */
export async function exportList(
  actor: Actor,
  input: ExportList,
  signal: AbortSignal,
): Promise<AsyncIterable<readonly BerichtView[]>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.list', input.product)
  // Which filters, not what they looked for: that can be about somebody.
  const filters = Object.entries(input).flatMap(([name, value]) => (value && name !== 'product' ? [name] : []))
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'bericht.list-exported',
      object: { kind: 'organisation', id: scope.organisationId },
      basis: `gebruiker ${input.product}`,
      details: { product: input.product, filters },
    }),
  )
  async function* pages(): AsyncGenerator<readonly BerichtView[]> {
    let olderThan: ListBerichten['olderThan']
    for (let count = 0; count < MOST_EXPORTED; count += AT_A_TIME) {
      signal.throwIfAborted()
      const page = { ...input, olderThan, limit: AT_A_TIME }
      const { rows, hasMore } = await inTransaction(scope.realm, (tx) => listRows(tx, scope, page))
      yield rows.map(toListed)
      const last = rows.at(-1)
      if (!(hasMore && last)) return
      olderThan = last
    }
  }
  return pages()
}
