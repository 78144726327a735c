import { recordAudit } from '#/lib/audit/record-audit.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findSendable } from '#/lib/berichten/sendable.ts'
import { chainEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import { aboutSending, type Road } from '#/lib/chain/outbound/road.ts'
import { clock } from '#/lib/platform/clock.ts'

/** The way of what a gemeente delivered, to VECOZO or the CAK. */
export const chainRoad: Road = {
  async prepare(tx, { scope, dispatch }) {
    const endpoint = chainEndpoint(dispatch.receiver)
    const row = await findSendable(tx, scope, dispatch.berichtId)
    return row && endpoint && { row, endpoint }
  },
  async begin(tx, sending) {
    const { scope, system, dispatch } = sending
    const isFirst = await letHappen(tx, scope, dispatch.berichtId, 'send', { at: clock.now(), byName: null })
    if (isFirst !== null) await recordAudit(tx, system, { event: 'bericht.sent', ...aboutSending(sending) })
  },
  // An answer that came first has made it BEANTWOORD already; then only the line is left to tidy.
  async confirm(tx, sending) {
    const { scope, system, dispatch } = sending
    const status = await letHappen(tx, scope, dispatch.berichtId, 'confirm', { at: clock.now(), byName: null })
    if (status !== null) await recordAudit(tx, system, { event: 'bericht.confirmed', ...aboutSending(sending) })
  },
  // Its page shows it, and the servicedesk hears of a chain that is away.
  delay: () => Promise.resolve(),
  async giveUp(tx, sending, failure) {
    const { scope, system, dispatch } = sending
    const step = { at: clock.now(), byName: null, explanation: failure }
    const status = await letHappen(tx, scope, dispatch.berichtId, 'fail', step)
    if (status === null) return false
    const entry = { event: 'bericht.parked', result: 'error', reasonCode: failure } as const
    await recordAudit(tx, system, { ...entry, ...aboutSending(sending) })
    return true
  },
}
