import { sessionEnd } from '#/lib/identity/sessions/session-rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** A session as its owner and the gebruikersbeheerder see it. */
export type SessionView = {
  readonly id: string
  /** "Firefox, Windows" */
  readonly device: string
  readonly startedAt: Date
  readonly lastActivityAt: Date
  /** When it went on from another network or another browser; null when it did not. */
  readonly originChangedAt: Date | null
  /** The session of the request itself. */
  readonly isThis: boolean
}

/** Somebody of a gemeente, or somebody of the servicedesk. */
type Whose = { readonly memberId: string } | { readonly userId: string; readonly memberId: null }

/** The sessions of a person that live at this moment, the last used first. */
export async function liveSessions(tx: Tx, whose: Whose, ownSessionId: string | null): Promise<SessionView[]> {
  const rows = await tx.session.findMany({
    where: { ...whose, endedAt: null, absoluteEndsAt: { gt: clock.now() } },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
  })
  const limits = { idleMinutes: settings().sessionIdleMinutes }
  return rows
    .filter((row) => sessionEnd(row, limits, clock.now()) === null)
    .map((row) => ({
      id: row.id,
      device: row.device,
      startedAt: row.createdAt,
      lastActivityAt: row.lastActivityAt,
      originChangedAt: row.originChangedAt,
      isThis: row.id === ownSessionId,
    }))
}
