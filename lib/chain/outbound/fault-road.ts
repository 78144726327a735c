import { recordAudit } from '#/lib/audit/record-audit.ts'
import { holdBericht } from '#/lib/berichten/sendable.ts'
import { softwareEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import { aboutSending, type Road } from '#/lib/chain/outbound/road.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/**
 * The way of a functional error that came about a delivery, on to the software of the gemeente. The bericht shows it in the portal
 * already: what does not get there is lost to nobody.
 */
export const faultRoad: Road = {
  async prepare(tx, { scope, dispatch }) {
    const { channel, endpoint: address } = await settingsInForce(tx, scope)
    if (channel !== 'WEBSERVICE' || address === null) return null
    const row = await holdBericht(tx, scope, dispatch.berichtId)
    const endpoint = softwareEndpoint(address)
    return row && endpoint && { row, endpoint }
  },
  async begin(tx, sending) {
    const { system, dispatch } = sending
    if (dispatch.attempts > 0) return
    await recordAudit(tx, system, { event: 'bericht.forward-begun', ...aboutSending(sending) })
  },
  async confirm(tx, sending) {
    await recordAudit(tx, sending.system, { event: 'bericht.forwarded', ...aboutSending(sending) })
  },
  // People see it at the bericht.
  delay: () => Promise.resolve(),
  async giveUp(tx, sending, failure) {
    const entry = { event: 'bericht.parked', result: 'error', reasonCode: failure } as const
    await recordAudit(tx, sending.system, { ...entry, ...aboutSending(sending) })
    return true
  },
}
