import { type NextRequest, NextResponse } from 'next/server'
import { actionBodyFault } from '#/app/_server/action-body.ts'
import { addressOf, originOf } from '#/app/_server/request-origin.ts'
import { contentSecurityPolicy } from '#/app/_server/security-headers.ts'
import { REFERENCE_TIMING } from '#/app/_ui/request-reference.ts'
import { EVENTS_ADDRESS } from '#/lib/berichten/live/events-address.ts'
import { type GateDecision, gate } from '#/lib/identity/gate.ts'
import { HOST_COOKIE, SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { noteAnswer } from '#/lib/platform/http/answer-notes.ts'
import { REQUEST_ID_HEADER, shownAs } from '#/lib/platform/http/mark-requests.ts'
import { problem } from '#/lib/platform/http/problem.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { LOCALE_COOKIE, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { chosenPreferences, PREFERENCE_SECONDS } from '#/lib/platform/i18n/preferences.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

// CVE-2025-29927: a header by which older versions of Next skipped middleware. Never let in from outside.
const INTERNAL_HEADERS = ['x-middleware-subrequest', 'x-nonce', 'x-portaal-pad']

const isApi = (req: NextRequest) => req.nextUrl.pathname.startsWith('/api/')

const at = (path: string) => new URL(path, settings().portaalUrl)

function redirect(decision: Extract<GateDecision, { kind: 'redirect' }>): NextResponse {
  const answer = NextResponse.redirect(at(decision.to), 303)
  if (decision.forgetSession) answer.cookies.set(SESSION_COOKIE, '', { ...HOST_COOKIE, maxAge: 0 })
  return answer
}

function rememberChoice(req: NextRequest): NextResponse | null {
  const chosen = req.method === 'GET' ? chosenPreferences(at(`${req.nextUrl.pathname}${req.nextUrl.search}`)) : null
  if (!chosen) return null
  const answer = NextResponse.redirect(at(chosen.location), 303)
  for (const { name, value } of chosen.cookies)
    answer.cookies.set(name, value, { ...HOST_COOKIE, maxAge: PREFERENCE_SECONDS })
  return answer
}

async function pass(req: NextRequest, newToken: string | null): Promise<NextResponse> {
  const nonce = ids.secretBytes(16).toString('base64')
  const policy = await contentSecurityPolicy(nonce)
  const headers = new Headers(req.headers)
  for (const name of INTERNAL_HEADERS) headers.delete(name)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Next compares Origin with this before it runs an action, and answers 500 when a proxy or a client says another name.
  // The origin was compared with PORTAAL_URL already.
  headers.set('x-forwarded-host', settings().portaalUrl.host)
  // What a layout or an error page cannot ask Next: on which page it stands.
  headers.set('x-portaal-pad', `${req.nextUrl.pathname}${req.nextUrl.search}`)
  if (newToken) {
    const others = req.cookies.getAll().filter(({ name }) => name !== SESSION_COOKIE)
    const pairs = [...others, { name: SESSION_COOKIE, value: newToken }]
    headers.set('cookie', pairs.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '))
  }
  const answer = NextResponse.next({ request: { headers } })
  // A header that stands here wins from the route's: the HTTP interface sets its own policy, stricter than that of a page.
  if (!isApi(req)) answer.headers.set('content-security-policy', policy)
  if (newToken) answer.cookies.set(SESSION_COOKIE, newToken, HOST_COOKIE)
  return answer
}

/** Next has a check of its own for forms, which answers 500: what is foreign does not get as far. */
function refuseForeign(req: NextRequest): NextResponse {
  const t = translator(localeFrom(req.cookies.get(LOCALE_COOKIE)?.value), 'errors')
  const { requestId } = originOf(req.headers)
  const answer = problem({ status: 403, code: 'VREEMDE_HERKOMST', title: t('api.foreign'), requestId })
  return new NextResponse(answer.body, answer)
}

/** A status alone: on its way out it becomes a whole page (replaceBareAnswers). */
const bare = (status: number, allow?: string) =>
  new NextResponse(null, { status, headers: allow === undefined ? {} : { allow } })

/**
 * An answer that Next's router does not know as one of its own makes it load the page whole, with everything that such a page
 * brings along.
 */
const loadWhole = () => new NextResponse(' ', { headers: { 'content-type': 'text/plain' } })

async function decide(req: NextRequest): Promise<NextResponse> {
  const { pathname, search } = req.nextUrl
  if (isApi(req)) return pass(req, null)
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  if (!isRead && req.method !== 'POST') return bare(405, 'GET, HEAD, POST')
  if (!isRead && !isSameOrigin(req.headers, settings().portaalUrl)) return refuseForeign(req)
  const choice = rememberChoice(req)
  if (choice) return choice
  const decision = await gate({
    path: pathname,
    pathAndQuery: `${pathname}${search}`,
    isRead,
    shown: shownAs(req.headers),
    token: req.cookies.get(SESSION_COOKIE)?.value,
    address: addressOf(req.headers),
    origin: originOf(req.headers),
  })
  if (decision.kind === 'redirect') return redirect(decision)
  if (decision.kind === 'load-whole') return loadWhole()
  if (decision.kind === 'no-form') return bare(405, 'GET, HEAD')
  const fault = isRead ? null : await actionBodyFault(req)
  if (fault) return bare(fault)
  // The page itself shows the refusal, in its frame, and does nothing else (definePage).
  const refusal = decision.kind === 'forbidden' ? ({ refusal: 'forbidden' } as const) : {}
  noteAnswer(originOf(req.headers).requestId, { isAdmitted: true, ...refusal })
  return pass(req, decision.newToken)
}

/** What middleware.ts does with every request it sees. */
export async function guard(req: NextRequest): Promise<NextResponse> {
  const answer = await decide(req)
  const requestId = req.headers.get(REQUEST_ID_HEADER)
  if (requestId) {
    answer.headers.set(REQUEST_ID_HEADER, requestId)
    // A script cannot read the headers of its own page, but it can read this one: the reference of a problem page.
    answer.headers.set('server-timing', `${REFERENCE_TIMING};desc="${requestId}"`)
  }
  // Packed, an event would wait for the next ones.
  const isStream = req.nextUrl.pathname === EVENTS_ADDRESS
  answer.headers.set('cache-control', isStream ? 'no-store, no-transform' : 'no-store')
  return answer
}
