import type { MemberActor, OnboardingState, Origin, StaffActor } from '#/lib/access/actor.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { loginPage } from '#/lib/identity/login/login-page.ts'
import { START_PAGE } from '#/lib/identity/login/return-path.ts'
import { isAdmitted, refuseNetwork } from '#/lib/identity/networks.ts'
import { lackedPermission } from '#/lib/identity/page-permissions.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import {
  type EndedSession,
  type LiveSession,
  type ResolvedSession,
  resolveSession,
} from '#/lib/identity/sessions/resolve-session.ts'
import { renewSessionToken } from '#/lib/identity/sessions/start-session.ts'
import { STEP_PAGES } from '#/lib/onboarding/rules.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import type { Shown } from '#/lib/platform/http/mark-requests.ts'

/** What the gate knows of a request for a page. */
export type GateRequest = {
  readonly path: string
  /** Path and query, for the way back after a login. */
  readonly pathAndQuery: string
  readonly isRead: boolean
  /**
   * Only a whole page can be trusted to bring the browser its new token: an answer that a script has given up does not, and the
   * old token would be dead.
   */
  readonly shown: Shown
  readonly token: string | undefined
  readonly address: string | null
  readonly origin: Origin
}

/** What middleware.ts does with it: let it through, perhaps with a new token, or send the browser elsewhere. */
export type GateDecision =
  | { readonly kind: 'pass'; readonly newToken: string | null }
  | { readonly kind: 'redirect'; readonly to: string; readonly forgetSession: boolean }
  | { readonly kind: 'forbidden'; readonly newToken: string | null }
  /** The browser has to ask for the page as a whole, and gets its new token with that. */
  | { readonly kind: 'load-whole' }
  /** There is no form on that page. */
  | { readonly kind: 'no-form' }

type Area = 'public' | 'profile' | 'verification' | 'member' | 'staff'

// Deny by default: what is no public page needs a session. Unknown addresses are public, because they answer 404.
const AREAS: readonly (readonly [RegExp, Area])[] = [
  [/^\/persoonlijke-instellingen(?:\/|$)/, 'profile'],
  [/^\/verificatie(?:\/|$)/, 'verification'],
  [/^\/(?:dashboard|producten|beheer|mijn)(?:\/|$)/, 'member'],
  [/^\/servicedesk\/inloggen\/?$/, 'public'],
  [/^\/servicedesk(?:\/|$)/, 'staff'],
]

const areaOf = (path: string): Area => AREAS.find(([pattern]) => pattern.test(path))?.[1] ?? 'public'

const PASS = { kind: 'pass', newToken: null } as const
const goTo = (to: string, forgetSession = false): GateDecision => ({ kind: 'redirect', to, forgetSession })

// Somebody of a gemeente who opens a page of the servicedesk gets that page's own refusal, 403.
const STEP_AREAS: { readonly [S in OnboardingState]: readonly Area[] } = {
  PROFIEL: ['profile'],
  VERIFICATIE: ['verification'],
  OPNIEUW_INLOGGEN: [],
  ACTIEF: ['member', 'staff', 'profile'],
  GEBLOKKEERD: [],
}

/** The servicedesk has no registration at a gemeente: its page about oneself shows the sessions. */
const staffPage = (path: string) => (/^\/mijn(?:\/|$)/.test(path) ? '/servicedesk/sessies' : '/servicedesk/gemeenten')

/** The page of the step that somebody is in, when it is another than the one asked for. */
function rightPage(session: Extract<ResolvedSession, { kind: 'live' }>, area: Area, path: string): string | null {
  const { actor } = session
  if (actor.kind === 'staff') return area === 'staff' ? null : staffPage(path)
  const { state } = actor
  const own = STEP_AREAS[state]
  if (own.includes(area)) return null
  // Every login arrives at the start page; only who asked for another page is told why it is not shown.
  return path === START_PAGE ? STEP_PAGES[state] : `${STEP_PAGES[state]}?stap=${state.toLowerCase()}`
}

/**
 * Decides what happens to a request for a page: a courtesy that shows the right page early. Everything is checked again
 * where the data is (lib/access), so a request that comes around the gate gets nothing.
 */
export async function gate(request: GateRequest): Promise<GateDecision> {
  const area = areaOf(request.path)
  if (area === 'public') return request.isRead ? PASS : { kind: 'no-form' }
  const session = await resolveSession(request.token, request.origin)
  if (!isAdmitted(request.address)) return goTo(await refuseNetwork(session, request.origin))
  // An unknown cookie is left alone: it may be the former token of a session whose new one is on its way to the browser.
  const door = (ended: EndedSession | null) =>
    loginPage({ ended, page: request.pathAndQuery, comesBack: request.isRead })
  if (session.kind === 'absent') return goTo(door(null))
  if (session.kind === 'ended') {
    await recordSessionEnd(session, request.origin)
    // A form that is sent just too late is answered by its action, which keeps what was typed.
    return request.isRead ? goTo(door(session), true) : PASS
  }
  const right = rightPage(session, area, request.path)
  if (right) return goTo(right)
  return session.renewToken && request.isRead ? passRenewing(request, session) : passAs(request, session.actor, null)
}

async function passAs(
  request: GateRequest,
  actor: MemberActor | StaffActor,
  newToken: string | null,
): Promise<GateDecision> {
  const lacked = request.isRead ? lackedPermission(actor, request.path) : null
  if (!lacked) return newToken ? { kind: 'pass', newToken } : PASS
  await recordRefusedAccess(actor, new ForbiddenError(lacked))
  return { kind: 'forbidden', newToken }
}

/** Gives the browser its new token where that is sure to arrive; elsewhere it works on with what the old one may do. */
async function passRenewing(request: GateRequest, session: LiveSession): Promise<GateDecision> {
  if (request.shown === 'part') return { kind: 'load-whole' }
  if (request.shown === 'aside' || !request.token) return passAs(request, session.actor, null)
  const newToken = await renewSessionToken(request.token)
  const renewed = newToken ? await resolveSession(newToken, request.origin) : null
  // Another page of this browser was first, and the token that this request came with is dead: come again with the new one.
  if (renewed?.kind !== 'live') return goTo(request.pathAndQuery)
  return passAs(request, renewed.actor, newToken)
}
