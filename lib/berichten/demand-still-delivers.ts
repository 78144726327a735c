import type { ProductScope } from '#/lib/access/authorise.ts'
import type { DeliveringParty } from '#/lib/berichten/delivering-party.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'

// Both, as at every request (lib/identity/sessions/resolve-session.ts).
const AGREEMENTS_NEEDED = 2n

type Standing = { readonly agreements: bigint }

/** The registration and the role, held until the transaction ends. */
const ofPerson = (tx: Tx, { organisationId, product }: ProductScope, memberId: string) => tx.$queryRaw<Standing[]>`
  SELECT (SELECT count(*) FROM agreement a WHERE a.organisation_id = m.organisation_id AND a.withdrawn_at IS NULL) AS agreements
  FROM member m JOIN member_role r ON r.member_id = m.id
  WHERE m.id = ${memberId}::uuid AND m.organisation_id = ${organisationId}::uuid AND m.state = 'ACTIEF'
    AND r.product = ${product} AND r.role = 'GEBRUIKER'
  FOR SHARE OF m, r`

/** The certificate of a gemeente's software at that product, likewise. */
const ofSoftware = (tx: Tx, { organisationId, product }: ProductScope, fingerprint: string) => tx.$queryRaw<Standing[]>`
  SELECT (SELECT count(*) FROM agreement a WHERE a.organisation_id = s.organisation_id AND a.withdrawn_at IS NULL) AS agreements
  FROM product_settings s
  WHERE s.organisation_id = ${organisationId}::uuid AND s.product = ${product} AND s.client_fingerprint = ${fingerprint}
  FOR SHARE`

/**
 * Asks once more, in the transaction that keeps a delivery, what was asked before its first byte was read: a file can take
 * minutes to come in, and a block, a role that was taken or an agreement that was withdrawn in that time counts at once. Who
 * takes them away waits for this transaction, or it for them. Throws ForbiddenError.
 */
export async function demandStillDelivers(tx: Tx, scope: ProductScope, { actor }: DeliveringParty): Promise<void> {
  const isPerson = actor.kind === 'member'
  const [found] = isPerson ? await ofPerson(tx, scope, actor.memberId) : await ofSoftware(tx, scope, actor.fingerprint)
  if (found !== undefined && found.agreements >= AGREEMENTS_NEEDED) return
  throw new ForbiddenError(`${isPerson ? 'bericht.deliver' : 'bericht.deliver-by-software'}:${scope.product}`)
}
