import { recordAudit } from '#/lib/audit/record-audit.ts'
import { announceReceived } from '#/lib/berichten/announce-received.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findForwardable } from '#/lib/berichten/sendable.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { softwareEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import { aboutSending, type Road } from '#/lib/chain/outbound/road.ts'
import { clock } from '#/lib/platform/clock.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/** Receiver of what goes on to the software of the gemeente that it is for. */
export const SOFTWARE = 'SOFTWARE'

/**
 * The way of what a gemeente received, on to its own software. What does not get there stays in the portal, where somebody can fetch
 * it; switched back to the portal, nothing is sent on any more and nothing is lost.
 */
export const softwareRoad: Road = {
  async prepare(tx, { scope, dispatch }) {
    const { channel, endpoint: address } = await settingsInForce(tx, scope)
    if (channel !== 'WEBSERVICE' || address === null) return null
    const endpoint = softwareEndpoint(address)
    const row = await findForwardable(tx, scope, dispatch.berichtId)
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
  async giveUp(tx, sending, failure) {
    const { scope, system } = sending
    // Now people have to know, as if it had come to the portal.
    await announceReceived(tx, { ...scope, product: productOf(scope.product) }, clock.now())
    const entry = { event: 'bericht.parked', result: 'error', reasonCode: failure } as const
    await recordAudit(tx, system, { ...entry, ...aboutSending(sending) })
    return true
  },
}
