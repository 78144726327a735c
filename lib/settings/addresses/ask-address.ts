import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { askAgain } from '#/lib/settings/addresses/repository.ts'
import type { AskAddress } from '#/lib/settings/addresses/schema.ts'

/** Mails to one address that has not asked for them, in an hour. */
const LIMIT = { name: 'adres-vragen', max: 5, windowSeconds: 3_600 }

/** Sends the mail with the link once more. `gone`: the address was removed, or is confirmed by now. */
export async function askAddress(actor: Actor, input: AskAddress): Promise<Result<null, 'gone' | 'too_many'>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', input.product)
  if (!(await countAgainst(LIMIT, `${scope.organisationId}:${input.adres}`)).allowed) return err('too_many')
  return inTransaction(scope.realm, async (tx) => {
    const asked = await askAgain(tx, scope, { id: input.adres, askedAt: new Date(input.gevraagd) }, clock.now())
    if (asked === 'gone') return err('gone')
    // The same form again: the mail that it asked for was ordered.
    if (asked === 'already') return ok(null)
    await recordAudit(tx, member, {
      event: 'settings.address-asked',
      object: { kind: 'settings', id: scope.product },
      basis: `productbeheerder ${scope.product}`,
      details: { adres: input.adres },
    })
    return ok(null)
  })
}
