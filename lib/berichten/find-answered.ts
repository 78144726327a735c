import type { ProductScope } from '#/lib/access/authorise.ts'
import { findHeenbericht } from '#/lib/berichten/link-repository.ts'
import { findByReference } from '#/lib/berichten/repository.ts'
import type { FileReport } from '#/lib/envelope/schema.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Direction } from '#/lib/generated/prisma/enums.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/**
 * The bericht of the other direction that a retourbericht is about, when it is here. Its envelope names it by
 * referentienummer; what came bare, or names one that is not here, is tied by berichtsoort and identification. Afzender and
 * Ontvanger say nothing: a retourbericht copies them from its heenbericht (the retour trap).
 */
export async function findAnswered(
  tx: Tx,
  scope: ProductScope,
  { kenmerken, envelop }: FileReport,
  direction: Direction,
): Promise<Bericht | null> {
  const { berichtsoort, heenIdentificatie } = kenmerken
  const heen = berichtsoort === null ? null : findBerichtsoort(berichtsoort)?.heen
  if (!heen) return null
  const header = envelop?.header
  if (header?.berichtcode === 'Du01') {
    const reference = { direction, referentienummer: header.crossRefnummer }
    const named = await findByReference(tx, scope.organisationId, reference)
    if (named?.product === scope.product && named.berichtsoort === heen) return named
  }
  if (heenIdentificatie === null) return null
  return findHeenbericht(tx, scope, { berichtsoort: heen, identificatie: heenIdentificatie, direction })
}
