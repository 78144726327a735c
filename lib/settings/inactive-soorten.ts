import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type Finding, finding } from '#/lib/istandaarden/checks/check-report.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** The berichtsoorten that a gemeente has switched off. One column of one row: it is asked with every bericht. */
export async function inactiveSoorten(
  tx: Tx,
  scope: ProductScope<'bericht.receive' | 'bericht.deliver' | 'bericht.deliver-by-software'>,
): Promise<readonly string[]> {
  const { organisationId, product } = scope
  const row = await tx.productSettings.findUnique({
    where: { organisationId_product: { organisationId, product } },
    select: { inactiveSoorten: true },
  })
  return row?.inactiveSoorten ?? []
}

/** What is wrong with a delivery of a berichtsoort that the own gemeente has switched off; nothing for any other. */
export async function findSwitchedOff(
  tx: Tx,
  scope: ProductScope<'bericht.deliver' | 'bericht.deliver-by-software'>,
  soort: string | null,
): Promise<readonly Finding[]> {
  if (soort === null) return []
  return (await inactiveSoorten(tx, scope)).includes(soort) ? [finding('IB103', 'uitgezet', null, { soort })] : []
}

/** The berichtsoorten that are switched off, for somebody who is about to deliver. */
export async function readInactiveSoorten(actor: Actor, product: BerichtProduct): Promise<readonly string[]> {
  const { scope } = authoriseProduct(actor, 'bericht.deliver', product)
  return inTransaction(scope.realm, (tx) => inactiveSoorten(tx, scope))
}
