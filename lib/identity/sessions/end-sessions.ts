import type { Actor } from '#/lib/access/actor.ts'
import { type AnonymousActor, recordAudit } from '#/lib/audit/record-audit.ts'
import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import type { SessionEnd } from '#/lib/identity/sessions/session-rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

type Which =
  | { readonly id: string }
  | { readonly memberId: string }
  | { readonly userId: string }
  | { readonly organisationId: string }

/**
 * Ends live sessions in the caller's transaction and logs each. Works at the next request of their browsers, because
 * every request reads the row (ASVS 7.4.2). Returns how many it ended.
 */
export async function endSessions(
  tx: Tx,
  actor: Actor | AnonymousActor,
  which: Which,
  reason: SessionEnd,
): Promise<number> {
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, endedAt: null },
    data: { endedAt: clock.now(), endReason: reason },
    select: { id: true, organisationId: true },
  })
  for (const session of ended) {
    await recordAudit(tx, actor, {
      event: reason === 'UITGELOGD' ? 'logout.user' : 'session.ended',
      reasonCode: reason,
      subject: { kind: 'session', id: session.id },
      ...(session.organisationId ? { organisationId: session.organisationId } : {}),
    })
  }
  return ended.length
}

/** Writes down, once, that a session ran out by itself or by an agreement: the first request after it does so. */
export async function recordSessionEnd(session: EndedSession, origin: AnonymousActor['origin']): Promise<void> {
  if (session.alreadyRecorded) return
  const actor: AnonymousActor = { kind: 'anonymous', brokerId: null, origin }
  await inTransaction({ kind: 'identiteit' }, (tx) => endSessions(tx, actor, { id: session.sessionId }, session.reason))
}
