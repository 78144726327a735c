import type { ProductScope } from '#/lib/access/authorise.ts'
import { findByReference } from '#/lib/berichten/earlier-berichten.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

export type Named = Pick<Bericht, 'id' | 'referentienummer'>

/** On which side of an exchange its other bericht is. */
export const otherDirection = ({ direction }: Pick<Bericht, 'direction'>) =>
  direction === 'ONTVANGEN' ? 'AANGELEVERD' : 'ONTVANGEN'

/**
 * Under what names the other bericht of an exchange has its parties. A retourbericht copies Afzender and Ontvanger of its
 * heenbericht (the retour trap); a bericht of its own has them the other way round.
 */
export function partiesOf({ afzender, ontvanger }: Pick<Bericht, 'afzender' | 'ontvanger'>, isCopied: boolean) {
  if (afzender === null || ontvanger === null) return null
  return isCopied ? { afzender, ontvanger } : { afzender: ontvanger, ontvanger: afzender }
}

/**
 * Tells whether a bericht was between the parties that a retourbericht names: nobody else answers it. Parties that could not be
 * read are not compared: then the referentienummer of the envelope is all there is.
 */
function isBetween({ afzender, ontvanger }: Bericht, row: Bericht, isCopied: boolean): boolean {
  const parties = partiesOf(row, isCopied)
  return parties === null || (parties.afzender === afzender && parties.ontvanger === ontvanger)
}

/** Of which berichtsoort the answered bericht is, and whether the answer copies its parties. */
export type Answering = { readonly heen: string | null; readonly isCopied: boolean }

/**
 * The bericht that this one answers by its envelope, when it is here: an envelope names it by referentienummer. Null for what came
 * bare, names one that is not here, or one of other parties.
 */
export async function findNamed(
  tx: Tx,
  scope: ProductScope,
  row: Bericht,
  { heen, isCopied }: Answering,
): Promise<Named | null> {
  const header = readStoredEnvelope(row.envelope)?.header
  if (header?.berichtcode !== 'Du01') return null
  const reference = { direction: otherDirection(row), referentienummer: header.crossRefnummer } as const
  const named = await findByReference(tx, scope.organisationId, reference)
  if (named?.product !== scope.product || named.berichtsoort !== heen || named.status === 'IN_CONTROLE') return null
  return isBetween(named, row, isCopied) ? named : null
}
