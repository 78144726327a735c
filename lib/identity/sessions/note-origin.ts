import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { LiveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** A browser that goes back and forth between two networks is told of once in so long. */
const ONCE_IN_MS = 10 * MINUTE_MS

/**
 * Writes down that a session goes on from another network or another browser than where it was last seen. No reason to end
 * it: telephones and VPNs change their network. Its owner sees it, the log keeps it.
 */
export async function noteOrigin({ actor, lastOrigin }: LiveSession): Promise<void> {
  const { ipPrefix, userAgentHash } = actor.origin
  const isOtherNetwork = ipPrefix !== lastOrigin.ipPrefix
  const isOtherBrowser = lastOrigin.userAgentHash !== null && userAgentHash !== lastOrigin.userAgentHash
  if (!isOtherNetwork && !isOtherBrowser) return
  const now = clock.now()
  await inTransaction({ kind: 'identiteit' }, async (tx) => {
    // Only one of the requests that come at once finds the session where it was.
    const changed = await tx.session.updateMany({
      where: {
        id: actor.sessionId,
        ...lastOrigin,
        OR: [{ originChangedAt: null }, { originChangedAt: { lte: new Date(now.getTime() - ONCE_IN_MS) } }],
      },
      data: { ipPrefix, userAgentHash, originChangedAt: now },
    })
    if (changed.count === 0) return
    await recordAudit(tx, actor, {
      event: 'session.origin-changed',
      subject: { kind: 'session', id: actor.sessionId },
      details: { anderNetwerk: isOtherNetwork, andereBrowser: isOtherBrowser },
    })
  })
}
