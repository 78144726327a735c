import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { BerichtenPageQuery, queryValues } from '#/lib/berichten/filter.ts'
import type { RemoveView, SaveViewForm } from '#/lib/berichten/views/view-form.ts'
import { withMaskedBsns } from '#/lib/istandaarden/bsn.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { lockOn } from '#/lib/platform/db/lock.ts'
import { ids } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** So many views one person has of a product: more are no shortcut any more. */
export const MOST_VIEWS = 20

/** The filters that can be kept. A search for a person cannot, nor a place in the list. */
const KEPT = ['aandacht', 'richting', 'status', 'soort', 'van', 'tot', 'q'] as const
export type ViewFilters = Partial<Record<(typeof KEPT)[number], string>>

/** A view as its owner sees it. */
export type SavedView = { readonly id: string; readonly name: string; readonly filters: ViewFilters }

/** What can be kept of the query of a list; what it does not understand (any more) is no filter. */
export function keptFilters(query: Readonly<Record<string, unknown>>): ViewFilters {
  const parsed = BerichtenPageQuery.parse(query)
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = parsed[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

const ownedBy = ({ organisationId, memberId }: MemberActor, product: BerichtProduct) => ({
  organisationId,
  memberId,
  product,
})

const asQuery = (filters: unknown): Readonly<Record<string, unknown>> =>
  typeof filters === 'object' && filters !== null ? { ...filters } : {}

/** The views that somebody made of a product, by name. Throws ForbiddenError. */
export async function listViews(actor: Actor, product: BerichtProduct): Promise<readonly SavedView[]> {
  const { scope, member } = authoriseProduct(actor, 'bericht.list', product)
  const rows = await inTransaction(scope.realm, (tx) =>
    tx.savedView.findMany({ where: ownedBy(member, product), orderBy: { name: 'asc' }, take: MOST_VIEWS }),
  )
  return rows.map(({ id, name, filters }) => ({ id, name, filters: keptFilters(asQuery(filters)) }))
}

export type SaveViewFault = 'nothing' | 'number' | 'taken' | 'too_many'

/**
 * Keeps the filters of a list under a name, for whoever asks. A number that can be a burgerservicenummer is kept nowhere. Throws
 * ForbiddenError.
 */
export async function saveView(
  actor: Actor,
  { product, naam: name, filters: query }: SaveViewForm,
): Promise<Result<{ readonly product: BerichtProduct; readonly filters: ViewFilters }, SaveViewFault>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.list', product)
  const filters = keptFilters(queryValues(new URLSearchParams(query)))
  if (Object.keys(filters).length === 0) return err('nothing')
  if (filters.q !== undefined && withMaskedBsns(filters.q, () => '') !== filters.q) return err('number')
  const owned = ownedBy(member, product)
  // Counting and adding are one: two windows of one person must not go past the limit together.
  const lock = lockOn(`weergaven ${member.memberId} ${product}`)
  return inTransaction(
    scope.realm,
    async (tx) => {
      const names = (await tx.savedView.findMany({ where: owned, select: { name: true } })).map((row) => row.name)
      if (names.some((known) => known.toLowerCase() === name.toLowerCase())) return err('taken')
      if (names.length >= MOST_VIEWS) return err('too_many')
      await tx.savedView.create({ data: { id: ids.rowId(), ...owned, name, filters, createdAt: clock.now() } })
      return ok({ product, filters })
    },
    [lock],
  )
}

/** Forgets a view of whoever asks; `gone` when there is none of that id, or it is another's. Throws ForbiddenError. */
export async function removeView(actor: Actor, { product, id }: RemoveView): Promise<Result<BerichtProduct, 'gone'>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.list', product)
  const { count } = await inTransaction(scope.realm, (tx) =>
    tx.savedView.deleteMany({ where: { ...ownedBy(member, product), id } }),
  )
  return count === 0 ? err('gone') : ok(product)
}
