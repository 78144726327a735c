import type { Actor, MemberActor, SoftwareActor } from '#/lib/access/actor.ts'
import { authoriseProduct, authoriseSoftware, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'

/** Who delivers a bericht: somebody of the gemeente, or its software. */
export type DeliveringParty = {
  readonly actor: MemberActor | SoftwareActor
  readonly gemeenteCode: string
  readonly organisationName: string
  /** The person; null when it was software. */
  readonly userId: string | null
  /** As shown in the timeline. */
  readonly displayName: string
  /** Whose deliveries are counted together. */
  readonly countedAs: string
  /** What the log says is the ground. */
  readonly basis: string
}

/** How software of a gemeente is called where a person's name would stand; the same in every language. */
const SOFTWARE_NAME = 'Webservice'

/** Checks that the actor may deliver berichten of this product. Throws ForbiddenError. */
export function authoriseDelivery(
  actor: Actor,
  product: BerichtProduct,
): {
  readonly scope: ProductScope<'bericht.deliver' | 'bericht.deliver-by-software', BerichtProduct>
  readonly party: DeliveringParty
} {
  if (actor.kind === 'software') {
    const { scope, software } = authoriseSoftware(actor, 'bericht.deliver-by-software', product)
    const { gemeenteCode, organisationName, fingerprint } = software
    const known = { gemeenteCode, organisationName, userId: null, displayName: SOFTWARE_NAME }
    return { scope, party: { actor: software, ...known, countedAs: fingerprint, basis: `software ${product}` } }
  }
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  const { gemeenteCode, organisationName, userId, displayName, memberId } = member
  const known = { gemeenteCode, organisationName, userId, displayName }
  return { scope, party: { actor: member, ...known, countedAs: memberId, basis: `gebruiker ${product}` } }
}
