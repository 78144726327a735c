import { type BerichtProduct, isBerichtProduct } from '#/lib/access/products.ts'
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
      readonly products: readonly BerichtProduct[]
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
      select: { organisationId: true, product: true },
    })
    const [first] = registered
    if (first === undefined) return null
    const organisation = await findConnected(tx, { id: first.organisationId })
    if (organisation === null) return null
    const products = registered.map(({ product }) => product).filter(isBerichtProduct)
    return { kind: 'gemeente', ...organisation, fingerprint, products }
  })
}
