import { z } from 'zod'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { BerichtAddress, type BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** Why a bericht is withdrawn, in the words of who does it. */
export const WithdrawReason = z.string().trim().max(200)

export const WithdrawBericht = BerichtAddress.extend({ reason: WithdrawReason.nullable() })
export type WithdrawBericht = z.infer<typeof WithdrawBericht>

/**
 * Withdraws a delivered bericht that has not left for the chain yet. It stays listed, as INGETROKKEN, its content stays
 * until the retention term, and the same content may be delivered again. Throws NotFoundError.
 */
export async function withdrawBericht(
  actor: Actor,
  { product, berichtId, reason }: WithdrawBericht,
): Promise<Result<BerichtView, 'not_withdrawable'>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.withdraw', product)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findBericht(tx, scope, berichtId)
    if (!row) throw new NotFoundError('bericht')
    const step = { at: clock.now(), byName: member.displayName, explanation: reason || null }
    const status = await letHappen(tx, scope, berichtId, 'withdraw', step)
    if (!status) return err('not_withdrawable')
    await recordAudit(tx, member, {
      event: 'bericht.withdrawn',
      object: { kind: 'bericht', id: berichtId },
      basis: `gebruiker ${product}`,
      details: { metReden: step.explanation !== null },
    })
    const withdrawn = (await findBericht(tx, scope, berichtId)) ?? { ...row, status }
    return ok(toBerichtView(withdrawn, { ...step, status }))
  })
}
