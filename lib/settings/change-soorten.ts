import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { berichtsoortenFor } from '#/lib/istandaarden/berichtsoorten.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Result } from '#/lib/platform/result.ts'
import type { ChangeSoorten } from '#/lib/settings/schema.ts'
import { type WriteFault, writeVersion } from '#/lib/settings/write-version.ts'

/**
 * Switches berichtsoorten of a product on and off, with a history: what is off is neither taken in from the gemeente nor from the
 * chain. What was exchanged before stays, and still goes its way.
 */
export async function changeSoorten(actor: Actor, input: ChangeSoorten): Promise<Result<null, WriteFault>> {
  const party = authoriseProduct(actor, 'settings.change', input.product)
  const inactive = (['aanleveren', 'ophalen'] as const)
    .flatMap((direction) => berichtsoortenFor(input.product, direction))
    .map(({ soort }) => soort)
    .filter((soort) => !input.actief.includes(soort))
    .toSorted()
  const change = { version: input.version, chosen: { inactiveSoorten: inactive } }
  return inTransaction(party.scope.realm, (tx) => writeVersion(tx, party, change))
}
