import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { findByReference } from '#/lib/berichten/earlier-berichten.ts'
import type { CarryingHeader } from '#/lib/envelope/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { inactiveSoorten } from '#/lib/settings/inactive-soorten.ts'

/**
 * Whether the receiving gemeente has switched the berichtsoort off. What it had received before that is not: the same envelope again is
 * received again, so that nobody takes for refused what is here.
 */
export async function isSwitchedOff(
  actor: SystemActor,
  organisationId: string,
  { product, header }: { readonly product: BerichtProduct; readonly header: CarryingHeader },
): Promise<boolean> {
  const { scope } = authoriseSystem(actor, 'bericht.receive', organisationId, product)
  return inTransaction(scope.realm, async (tx) => {
    if (!(await inactiveSoorten(tx, scope)).includes(header.functie)) return false
    const { referentienummer } = header
    return (await findByReference(tx, organisationId, { direction: 'ONTVANGEN', referentienummer })) === null
  })
}
