import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { SHOWN, type Shown } from '#/lib/berichten/eigen-bijdrage/shown.ts'
import type { Cursor } from '#/lib/berichten/filter.ts'
import { type BerichtenPage, listBerichten } from '#/lib/berichten/list-berichten.ts'
import { countRows } from '#/lib/berichten/list-repository.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

export type ListEigenBijdrage = {
  readonly shown: Shown
  readonly olderThan?: Cursor | undefined
  readonly newerThan?: Cursor | undefined
  readonly limit: number
}

/** One page of the list, and how many each choice shows, counted up to COUNTED_AT_MOST + 1. */
export type EigenBijdragePage = { readonly page: BerichtenPage; readonly counts: Readonly<Record<Shown, number>> }

const PRODUCT = 'iwmo'

/** The berichten about the eigen bijdrage of the own gemeente, newest first. They are of iWmo, and so is the right to them. */
export async function listEigenBijdrage(
  actor: Actor,
  { shown, ...place }: ListEigenBijdrage,
): Promise<EigenBijdragePage> {
  const { scope } = authoriseProduct(actor, 'bericht.list', PRODUCT)
  const counts = await inTransaction(scope.realm, async (tx) => {
    const counted: Record<Shown, number> = { alles: 0, onbeantwoord: 0, ophalen: 0, fouten: 0 }
    for (const one of SHOWN)
      counted[one] = await countRows(tx, scope, { product: PRODUCT, eigenBijdrage: one, limit: 1 })
    return counted
  })
  return { page: await listBerichten(actor, { product: PRODUCT, eigenBijdrage: shown, ...place }), counts }
}
