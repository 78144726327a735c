import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { readableKey } from '#/lib/berichten/content-state.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { ResendForm } from '#/lib/berichten/resend-form.ts'
import { statusesBefore } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { queueBericht } from '#/lib/chain/outbound/queue-bericht.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** Tells whether a delivery can be sent again: the chain refused it, or it was given up. */
export const canResend = ({ status }: { readonly status: BerichtStatus }) => statusesBefore('resend').includes(status)

/** Why a bericht was not sent again. `duplicate`: the same was delivered anew since. */
export type ResendFault = 'not_resendable' | 'content_gone' | 'duplicate'

/**
 * Puts a bericht that was refused or given up behind the others of its receiver once more, under the same referentienummer: whoever
 * has it already adds nothing. Throws NotFoundError.
 */
export async function resendBericht(
  actor: Actor,
  { product, berichtId }: ResendForm,
): Promise<Result<BerichtView, ResendFault>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.resend', product)
  try {
    return await inTransaction(scope.realm, async (tx) => {
      const row = await findBericht(tx, scope, berichtId)
      if (!row) throw new NotFoundError('bericht')
      if (!canResend(row)) return err('not_resendable')
      if (readableKey(row) === null) return err('content_gone')
      const step = { at: clock.now(), byName: member.displayName }
      const status = await letHappen(tx, scope, berichtId, 'resend', step)
      if (!status) return err('not_resendable')
      await queueBericht(tx, scope, row)
      await recordAudit(tx, member, {
        event: 'bericht.resent',
        object: { kind: 'bericht', id: berichtId },
        basis: `gebruiker ${product}`,
        details: { berichtsoort: row.berichtsoort, was: row.status },
      })
      return ok(toBerichtView({ ...row, status }, { ...step, status, explanation: null }))
    })
  } catch (error) {
    // It stands for its content again, and another delivery does so already.
    if (isUniqueViolation(error)) return err('duplicate')
    throw error
  }
}
