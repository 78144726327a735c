import type { MemberActor, OnboardingState, Origin, ProductRole, StaffActor } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { endMoment, type SessionEnd, sessionEnd } from '#/lib/identity/sessions/session-rules.ts'
import { sessionTokenHash } from '#/lib/identity/sessions/session-token.ts'
import { clock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type SessionRow = {
  id: string
  user_id: string
  user_kind: 'GEMEENTE' | 'SERVICEDESK'
  member_id: string | null
  organisation_id: string | null
  broker_id: string
  loa: string
  authn_instant: Date
  last_activity_at: Date
  absolute_ends_at: Date
  renew_token: boolean
  ended_at: Date | null
  end_reason: SessionEnd | null
  member_state: OnboardingState | null
  is_manager: boolean | null
  initials: string | null
  infix: string | null
  last_name: string | null
  organisation_name: string | null
  gemeente_code: string | null
  agreements_in_force: bigint
  roles: Partial<Record<Product, ProductRole>> | null
  staff_name: string | null
  ip_prefix: string
  user_agent_hash: string | null
}

/** A session that lives: who it is, and the moments by which it ends by itself. */
export type LiveSession = {
  readonly kind: 'live'
  readonly actor: MemberActor | StaffActor
  readonly lastActivityAt: Date
  readonly absoluteEndsAt: Date
  /** The next page must give the browser a new token. */
  readonly renewToken: boolean
  /** Where it was last seen; the browser's hash is unknown of an old session. */
  readonly lastOrigin: { readonly ipPrefix: string; readonly userAgentHash: string | null }
}

/** A session that is over, still known: for the text on the next page, and for keeping what was being typed. */
export type EndedSession = {
  readonly kind: 'ended'
  readonly reason: SessionEnd
  /** Since when: of what ran out by itself the moment at which it did, whenever that was noticed. */
  readonly endedAt: Date
  /** Somebody of the servicedesk's. */
  readonly isStaff: boolean
  readonly sessionId: string
  readonly userId: string
  readonly organisationId: string | null
  readonly alreadyRecorded: boolean
}

export type ResolvedSession = LiveSession | EndedSession | { readonly kind: 'absent' }

// Both agreements (product chapter 2) must be in force at every request, not only at login.
const AGREEMENTS_NEEDED = 2n

function endOf(row: SessionRow): { readonly reason: SessionEnd; readonly at: Date } | null {
  const times = {
    lastActivityAt: row.last_activity_at,
    absoluteEndsAt: row.absolute_ends_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
  }
  const limits = { idleMinutes: settings().sessionIdleMinutes }
  const now = clock.now()
  const reason = sessionEnd(times, limits, now)
  if (reason) return { reason, at: endMoment(times, reason, limits) }
  if (row.member_state === 'GEBLOKKEERD') return { reason: 'GEBLOKKEERD', at: now }
  const isClosed = row.user_kind === 'GEMEENTE' && row.agreements_in_force < AGREEMENTS_NEEDED
  return isClosed ? { reason: 'OVEREENKOMST', at: now } : null
}

function actorOf(row: SessionRow, origin: Origin): MemberActor | StaffActor {
  const common = {
    userId: row.user_id,
    sessionId: row.id,
    loa: row.loa,
    brokerId: row.broker_id,
    authnInstant: row.authn_instant,
    origin,
  }
  if (row.user_kind === 'SERVICEDESK') return { kind: 'staff', ...common, displayName: row.staff_name ?? '' }
  if (!row.member_id || !row.organisation_id || !row.member_state)
    throw new InvariantError('a session of a gemeente has no member')
  return {
    kind: 'member',
    ...common,
    memberId: row.member_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name ?? '',
    gemeenteCode: row.gemeente_code ?? '',
    displayName: displayName({ initials: row.initials, infix: row.infix, lastName: row.last_name }),
    state: row.member_state,
    isManager: row.is_manager === true,
    roles: row.roles ?? {},
  }
}

/**
 * Looks up the session of a cookie, in the database and at this moment. Never throws for a bad, unknown or old token:
 * those are answers.
 */
export async function resolveSession(token: string | undefined, origin: Origin): Promise<ResolvedSession> {
  if (!token || token.length > 128) return { kind: 'absent' }
  const [row] = await database().$queryRaw<SessionRow[]>`SELECT * FROM find_session(${sessionTokenHash(token)})`
  if (!row) return { kind: 'absent' }
  const end = endOf(row)
  if (end) {
    return {
      kind: 'ended',
      reason: end.reason,
      endedAt: end.at,
      isStaff: row.user_kind === 'SERVICEDESK',
      sessionId: row.id,
      userId: row.user_id,
      organisationId: row.organisation_id,
      alreadyRecorded: row.ended_at !== null,
    }
  }
  return {
    kind: 'live',
    actor: actorOf(row, origin),
    lastActivityAt: row.last_activity_at,
    absoluteEndsAt: row.absolute_ends_at,
    renewToken: row.renew_token,
    lastOrigin: { ipPrefix: row.ip_prefix, userAgentHash: row.user_agent_hash },
  }
}
