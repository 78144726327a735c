import type { Origin, SoftwareActor } from '#/lib/access/actor.ts'
import { isProduct, type Product } from '#/lib/access/products.ts'
import { type ChainParty, chainParties } from '#/lib/chain/inbound/chain-parties.ts'
import { findConnected } from '#/lib/organisations/gemeenten/find-connected.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Who calls the web service, by certificate. */
export type Caller =
  | { readonly kind: 'chain'; readonly party: ChainParty }
  | {
      readonly kind: 'gemeente'
      readonly organisationId: string
      readonly organisationName: string
      readonly gemeenteCode: string
      readonly fingerprint: string
      readonly products: readonly Product[]
    }

/**
 * Knows a caller by the fingerprint of a certificate that TLS has found to be sound: a part of the chain by the operator's file, software
 * of a gemeente by the settings of its Productbeheerders, as long as both agreements of that gemeente are in force. Null for a
 * stranger.
 */
export async function identifyCaller(partiesFile: string, fingerprint: string): Promise<Caller | null> {
  const party = chainParties(partiesFile).get(fingerprint)
  if (party) return { kind: 'chain', party }
  return inTransaction({ kind: 'systeem' }, async (tx) => {
    const registered = await tx.productSettings.findMany({
      where: { clientFingerprint: fingerprint },
      select: { organisationId: true, product: true, channel: true },
    })
    const [first] = registered
    if (first === undefined) return null
    const organisation = await findConnected(tx, { id: first.organisationId })
    if (organisation === null) return null
    const products = registered
      // The register is asked by software only where that was chosen; berichten may be delivered with the certificate alone.
      .filter(({ product, channel }) => product !== 'wlz-registertoets' || channel === 'WEBSERVICE')
      .map(({ product }) => product)
      .filter(isProduct)
    return { kind: 'gemeente', ...organisation, fingerprint, products }
  })
}

/** Software of a gemeente as who acts in one request. */
export function softwareActor(
  { kind: _kind, ...known }: Extract<Caller, { kind: 'gemeente' }>,
  { requestId, ipPrefix }: Pick<Origin, 'requestId' | 'ipPrefix'>,
): SoftwareActor {
  return { kind: 'software', ...known, origin: { requestId, ipPrefix, userAgentHash: 'webservice' } }
}
