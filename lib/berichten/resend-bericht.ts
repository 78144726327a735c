import type { Actor, MemberActor, SystemActor } from '#/lib/access/actor.ts'
import { authoriseProduct, authoriseSystem, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { readableKey } from '#/lib/berichten/content-state.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { ResendForm } from '#/lib/berichten/resend-form.ts'
import { statusesBefore } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findForwardable } from '#/lib/berichten/sendable.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { handFaultOn, handOn } from '#/lib/chain/outbound/hand-on.ts'
import { listParkedFaults, takeOutParked } from '#/lib/chain/outbound/parked.ts'
import { queueBericht } from '#/lib/chain/outbound/queue-bericht.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/** Tells whether a delivery can be sent again: the chain refused it, or it was given up. */
export const canResend = ({ status }: { readonly status: BerichtStatus }) => statusesBefore('resend').includes(status)

/** Why a bericht was not sent again. `duplicate`: the same was delivered anew since. */
export type ResendFault = 'not_resendable' | 'content_gone' | 'duplicate'

type PortalScope = ProductScope<'bericht.send', BerichtProduct>
type Resending = {
  readonly scope: ProductScope<'bericht.resend' | 'bericht.send'>
  readonly actor: MemberActor | SystemActor
  readonly byName: string | null
  readonly berichtId: string
}

async function putAgain(tx: Tx, resending: Resending, row: Bericht): Promise<BerichtView | null> {
  const { scope, byName, berichtId } = resending
  const step = { at: clock.now(), byName }
  const status = await letHappen(tx, scope, berichtId, 'resend', step)
  if (!status) return null
  await queueBericht(tx, scope, row)
  return toBerichtView({ ...row, status }, { ...step, status, explanation: null })
}

async function resend(resending: Resending): Promise<Result<BerichtView, ResendFault>> {
  const { scope, actor, berichtId } = resending
  try {
    return await inTransaction(scope.realm, async (tx) => {
      const row = await findBericht(tx, scope, berichtId)
      if (!row) throw new NotFoundError('bericht')
      if (!canResend(row)) return err('not_resendable')
      if (readableKey(row) === null) return err('content_gone')
      const again = await putAgain(tx, resending, row)
      if (again === null) return err('not_resendable')
      await recordAudit(tx, actor, {
        event: 'bericht.resent',
        object: { kind: 'bericht', id: berichtId },
        organisationId: scope.organisationId,
        ...(actor.kind === 'member' ? { basis: `gebruiker ${scope.product}` } : {}),
        details: { berichtsoort: row.berichtsoort, was: row.status },
      })
      return ok(again)
    })
  } catch (error) {
    // It stands for its content again, and another delivery does so already.
    if (isUniqueViolation(error)) return err('duplicate')
    throw error
  }
}

/**
 * Puts a bericht that was refused or given up behind the others of its receiver once more, under the same referentienummer: whoever
 * has it already adds nothing. Throws NotFoundError.
 */
export async function resendBericht(
  actor: Actor,
  { product, berichtId }: ResendForm,
): Promise<Result<BerichtView, ResendFault>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.resend', product)
  return resend({ scope, actor: member, byName: member.displayName, berichtId })
}

/**
 * The same by the portal itself, when the servicedesk ordered it; what was received, and functional errors about what was delivered,
 * go on to the software of its gemeente once more. What cannot go is no longer listed as given up. Throws NotFoundError.
 */
export async function resendAsPortal(
  actor: Actor,
  { organisationId, product, berichtId }: ResendForm & { readonly organisationId: string },
): Promise<Result<BerichtView, ResendFault>> {
  const { scope, system } = authoriseSystem(actor, 'bericht.send', organisationId, product)
  const result = await sendOn(scope, system, berichtId)
  if (!result.ok) await forgetParked(scope, system, berichtId, result.error)
  return result
}

async function sendOn(
  scope: PortalScope,
  system: SystemActor,
  berichtId: string,
): Promise<Result<BerichtView, ResendFault>> {
  const forwarded = await inTransaction(scope.realm, async (tx) => {
    const forwardable = await findForwardable(tx, scope, berichtId)
    const row = forwardable ?? (await findBericht(tx, scope, berichtId))
    const faults = await listParkedFaults(tx, scope, berichtId)
    if (row === null || (forwardable === null && faults.length === 0)) return null
    // Switched back to the portal, where people see it: it goes nowhere any more.
    if ((await settingsInForce(tx, scope)).channel !== 'WEBSERVICE') return err('not_resendable')
    if (forwardable !== null) await handOn(tx, scope, forwardable, clock.now())
    for (const fault of faults) await handFaultOn(tx, scope, row, fault, clock.now())
    await recordAudit(tx, system, {
      event: 'bericht.resent',
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
      details: { berichtsoort: row.berichtsoort, was: row.status },
    })
    return ok(toBerichtView(row, null))
  })
  return forwarded ?? resend({ scope, actor: system, byName: null, berichtId })
}

/** Takes a bericht that will not be sent again off the list of what was given up, with the reason in the log. */
async function forgetParked(
  scope: PortalScope,
  system: SystemActor,
  berichtId: string,
  reasonCode: ResendFault,
): Promise<void> {
  await inTransaction(scope.realm, async (tx) => {
    if (!(await takeOutParked(tx, scope, berichtId))) return
    await recordAudit(tx, system, {
      event: 'bericht.resent',
      result: 'error',
      reasonCode,
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
    })
  })
}
