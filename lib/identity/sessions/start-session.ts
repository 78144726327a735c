import type { Origin } from '#/lib/access/actor.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { absoluteEnd } from '#/lib/identity/sessions/session-rules.ts'
import { newSessionToken, sessionTokenHash } from '#/lib/identity/sessions/session-token.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { database, type Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** ASVS 7.1.2: when somebody begins one more than this, the oldest ends. */
export const PARALLEL_SESSIONS = 3

export type NewSession = {
  readonly token: string
  readonly userId: string
  readonly memberId: string | null
  readonly organisationId: string | null
  readonly brokerId: string
  readonly loa: string
  readonly authnInstant: Date
  readonly device: string
  readonly origin: Origin
}

/** Begins a session in the transaction of the login. The database gets the hash of the token only. Returns its id. */
export async function startSession(tx: Tx, input: NewSession): Promise<string> {
  const now = clock.now()
  const id = ids.rowId()
  await tx.session.create({
    data: {
      id,
      tokenHash: sessionTokenHash(input.token),
      userId: input.userId,
      memberId: input.memberId,
      organisationId: input.organisationId,
      brokerId: input.brokerId,
      loa: input.loa,
      authnInstant: input.authnInstant,
      createdAt: now,
      lastActivityAt: now,
      absoluteEndsAt: absoluteEnd(now, settings().sessionAbsoluteHours),
      ipPrefix: input.origin.ipPrefix,
      userAgentHash: input.origin.userAgentHash,
      device: input.device,
    },
  })
  await endOldest(tx, input)
  return id
}

async function endOldest(tx: Tx, input: NewSession): Promise<void> {
  const now = clock.now()
  // What ran out by itself does not count: it ends under its own reason.
  const lastLiving = new Date(now.getTime() - settings().sessionIdleMinutes * MINUTE_MS)
  const live = await tx.session.findMany({
    where: { userId: input.userId, endedAt: null, absoluteEndsAt: { gt: now }, lastActivityAt: { gt: lastLiving } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
    skip: PARALLEL_SESSIONS,
  })
  for (const { id } of live)
    await endSessions(
      tx,
      { kind: 'anonymous', brokerId: input.brokerId, origin: input.origin },
      { id },
      'TE_VEEL_SESSIES',
    )
}

/**
 * Gives a live session another token, so that the old one is dead at once (ASVS 7.2.4). Returns the new token, or null
 * when the old one was already replaced by a request at the same time.
 */
export async function renewSessionToken(oldToken: string): Promise<string | null> {
  const token = newSessionToken()
  const [row] = await database().$queryRaw<{ renewed: boolean }[]>`
    SELECT renew_session_token(${sessionTokenHash(oldToken)}, ${sessionTokenHash(token)}) AS renewed`
  return row?.renewed ? token : null
}
