import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { attemptOf, clearAttempt, copyCookies, isSessionCookie } from '#/app/_server/login-cookies.ts'
import { addressOf, originOf } from '#/app/_server/request-origin.ts'
import { brokerById } from '#/lib/identity/brokers/brokers.ts'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import { type BrokerMetadata, discover } from '#/lib/identity/brokers/discovery.ts'
import { authOptions } from '#/lib/identity/login/auth-options.ts'
import type { RefusalCode } from '#/lib/identity/login/identity.ts'
import { type LoginRun, withLoginRun } from '#/lib/identity/login/login-run.ts'
import { refuseLogin, refuseStranger } from '#/lib/identity/login/refuse-login.ts'
import { isAdmitted } from '#/lib/identity/networks.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { deviceHint } from '#/lib/platform/http/device.ts'
import { log } from '#/lib/platform/log.ts'
import { prepareNextAuthEnvironment } from '#/lib/platform/settings/next-auth-environment.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function refusal(req: NextRequest, brokerId: string | null, code: RefusalCode): Promise<Response> {
  return refusedAt(await refuseStranger({ code, brokerId, origin: originOf(req.headers) }))
}

function refusedAt(page: string): Response {
  const headers = new Headers({ location: new URL(page, settings().portaalUrl).href, 'cache-control': 'no-store' })
  clearAttempt(headers)
  return new Response(null, { status: 303, headers })
}

// What a makelaar may say itself; everything else is a fault of the protocol.
const ANSWERED_ERRORS: ReadonlyMap<string, RefusalCode> = new Map([
  ['access_denied', 'CANCELLED'],
  ['temporarily_unavailable', 'MAKELAAR_UNREACHABLE'],
  ['server_error', 'MAKELAAR_UNREACHABLE'],
])

/** Why the library let nobody in. */
const libraryFault = (run: LoginRun): RefusalCode =>
  run.makelaarAway ? 'MAKELAAR_UNREACHABLE' : run.admitted ? 'UNEXPECTED' : 'PROTOCOL'

/**
 * What the library believes without looking: an answer must belong to an attempt of this browser at this makelaar, also
 * when it says only that something went wrong (RFC 9207 against mix-up). Null when it does.
 */
function answerFault(
  query: URLSearchParams,
  attempt: Awaited<ReturnType<typeof attemptOf>>,
  connection: BrokerConnection,
  metadata: BrokerMetadata,
): RefusalCode | null {
  if (!attempt || attempt.brokerId !== connection.id || query.get('state') !== attempt.state) return 'PROTOCOL'
  const issuer = query.get('iss')
  if (issuer !== null && issuer !== connection.issuer) return 'PROTOCOL'
  if (issuer === null && metadata.authorization_response_iss_parameter_supported) return 'PROTOCOL'
  const error = query.get('error')
  if (error !== null) return ANSWERED_ERRORS.get(error) ?? 'PROTOCOL'
  return query.has('code') ? null : 'PROTOCOL'
}

/** The session that this browser has until now: a new login takes its place. */
async function formerSession(req: NextRequest): Promise<LoginRun['former']> {
  const former = await resolveSession(req.cookies.get(SESSION_COOKIE)?.value, originOf(req.headers))
  return former.kind === 'live' ? former.actor : undefined
}

async function handleAnswer(req: NextRequest, context: Context, connection: BrokerConnection): Promise<Response> {
  const origin = originOf(req.headers)
  if (!isAdmitted(addressOf(req.headers))) return refusal(req, connection.id, 'NETWORK')
  const metadata = await discover(connection)
  const attempt = await attemptOf(req)
  const fault = answerFault(req.nextUrl.searchParams, attempt, connection, metadata)
  if (fault || !attempt) return refusal(req, connection.id, fault ?? 'PROTOCOL')
  const run: LoginRun = {
    connection,
    origin,
    device: deviceHint(req.headers.get('user-agent')),
    startedAt: attempt.startedAt,
    former: await formerSession(req),
    admitted: null,
  }
  const answer: Response = await withLoginRun(run, () => NextAuth(req, context, authOptions(connection, metadata)))
  const location = new URL(answer.headers.get('location') ?? '/', settings().portaalUrl)
  const isRefused = location.pathname.startsWith('/geen-toegang/')
  // The library's own error pages have several addresses: only an answer that brings a session is a login.
  const isLogin = run.admitted !== null && answer.headers.getSetCookie().some(isSessionCookie)
  if (run.refused) return refusedAt(await refuseLogin({ ...run.refused, brokerId: connection.id, origin }))
  if (!isRefused && !isLogin) return refusal(req, connection.id, libraryFault(run))
  const headers = new Headers({ location: location.href, 'cache-control': 'no-store' })
  if (isLogin) copyCookies(answer.headers, headers)
  clearAttempt(headers)
  return new Response(null, { status: 303, headers })
}

/** The makelaar sends people back here. Everything else that the library offers under this address is closed. */
export async function GET(req: NextRequest, context: Context): Promise<Response> {
  prepareNextAuthEnvironment()
  const [action, brokerId] = (await context.params).nextauth
  const connection = action === 'callback' && brokerId ? await brokerById(brokerId) : undefined
  if (!connection) return new Response(null, { status: 404 })
  try {
    return await handleAnswer(req, context, connection)
  } catch (error) {
    log().error({ err: error, brokerId: connection.id }, 'login failed')
    return refusal(req, connection.id, error instanceof UpstreamError ? 'MAKELAAR_UNREACHABLE' : 'UNEXPECTED')
  }
}
