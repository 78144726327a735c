import { z } from 'zod'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { isBerichtProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { resendParked } from '#/lib/jobs/definitions/resend-parked.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

export const OrderResend = z.strictObject({ berichtId: z.uuid() })
export type OrderResend = z.infer<typeof OrderResend>

/**
 * Has a bericht that was given up sent again. The servicedesk never gets at berichten: the portal does it, and its gemeente sees
 * that. `not_parked`: it is not given up, or not any more.
 */
export async function orderResend(actor: Actor, { berichtId }: OrderResend): Promise<Result<null, 'not_parked'>> {
  const { scope, staff } = authoriseStaff(actor, 'chain.resend')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.dispatch.findFirst({
      where: { berichtId },
      orderBy: { parkedAt: { sort: 'asc', nulls: 'last' } },
    })
    // Nothing stands there any more: it went, or cannot go, since the page was drawn.
    if (!row || !isBerichtProduct(row.product) || row.parkedAt === null) return err('not_parked')
    const { organisationId, product } = row
    // Under one id for each time that it was given up: ordered twice, it is sent again once.
    const id = rowIdOfForm(`opnieuw ${row.parkedAt.toISOString()}`, berichtId)
    const ordered = await enqueue(tx, resendParked, { organisationId, product, berichtId }, { id })
    if (ordered === null) return err('not_parked')
    await recordAudit(tx, staff, {
      event: 'chain.resend-ordered',
      object: { kind: 'bericht', id: berichtId },
      organisationId,
      details: { berichtsoort: row.berichtsoort, referentienummer: row.referentienummer },
    })
    return ok(null)
  })
}
