import { recordAudit } from '#/lib/audit/record-audit.ts'
import { announceReceived } from '#/lib/berichten/announce-received.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findForwardable } from '#/lib/berichten/sendable.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { softwareEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import { aboutSending, type Road, type SendScope } from '#/lib/chain/outbound/road.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/** So many tries fail before people hear of a bericht that their software does not take: it may have a term. */
const TOLD_AFTER = 4

/** Has people told, as if it had come to the portal. */
const tell = (tx: Tx, scope: SendScope) =>
  announceReceived(tx, { ...scope, product: productOf(scope.product) }, clock.now())

/**
 * The way of what a gemeente received, on to its own software. What does not get there stays in the portal, where somebody can fetch
 * it; switched back to the portal, nothing is sent on any more and nothing is lost.
 */
export const softwareRoad: Road = {
  async prepare(tx, { scope, dispatch }) {
    const row = await findForwardable(tx, scope, dispatch.berichtId)
    const { channel, endpoint: address } = await settingsInForce(tx, scope)
    if (channel !== 'WEBSERVICE' || address === null) {
      // Switched back before it left: now people have to know of it.
      if (row?.status === 'BESCHIKBAAR') await tell(tx, scope)
      return null
    }
    const endpoint = softwareEndpoint(address)
    return row && endpoint && { row, endpoint }
  },
  async begin(tx, sending) {
    const { system, dispatch } = sending
    if (dispatch.attempts > 0) return
    await recordAudit(tx, system, { event: 'bericht.forward-begun', ...aboutSending(sending) })
  },
  async confirm(tx, sending) {
    const { scope, system, dispatch } = sending
    const status = await letHappen(tx, scope, dispatch.berichtId, 'forward', { at: clock.now(), byName: null })
    if (status !== null) await recordAudit(tx, system, { event: 'bericht.forwarded', ...aboutSending(sending) })
  },
  async delay(tx, { scope }, attempts) {
    if (attempts === TOLD_AFTER) await tell(tx, scope)
  },
  async giveUp(tx, sending, failure) {
    const { scope, system, dispatch } = sending
    if (dispatch.attempts < TOLD_AFTER) await tell(tx, scope)
    const entry = { event: 'bericht.parked', result: 'error', reasonCode: failure } as const
    await recordAudit(tx, system, { ...entry, ...aboutSending(sending) })
    return true
  },
}
