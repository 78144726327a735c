import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { addressOf, originOf } from '#/app/_server/request-origin.ts'
import { tellFault } from '#/app/_server/tell-fault.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { loginPage } from '#/lib/identity/login/login-page.ts'
import { START_PAGE } from '#/lib/identity/login/return-path.ts'
import { isAdmitted, refuseNetwork } from '#/lib/identity/networks.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import { type EndedSession, type LiveSession, resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { touchSession } from '#/lib/identity/sessions/touch-session.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { PURPOSE_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { isNavigation, pageBefore } from '#/lib/platform/http/navigation.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { drainUnread } from '#/lib/platform/http/request-body.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { LOCALE_COOKIE, type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** What a route's handler gets: who asks, and what was asked in checked form. */
export type RouteCall<P> = {
  readonly actor: MemberActor | StaffActor
  readonly session: LiveSession
  readonly params: P
  readonly req: NextRequest
  readonly locale: Locale
  readonly requestId: string
}

type RouteDefinition<P extends z.ZodType> = {
  readonly params: P
  /** False for what scripts ask by themselves: it does not keep a session alive. Default true. */
  readonly countsAsActivity?: boolean
  readonly handle: (call: RouteCall<z.infer<P>>) => Promise<Response>
}

type RouteContext = { params: Promise<unknown> }
type Refuse = (
  status: number,
  code: 'unauthenticated' | 'forbidden' | 'foreign' | 'network' | 'notFound' | 'unexpected',
) => Response

/** Who pressed a link or a button without a live session goes to the login, and from there back to that page. */
function toLogin({ headers }: NextRequest, ended: EndedSession | null): Response {
  const page = pageBefore((name) => headers.get(name), settings().portaalUrl) ?? START_PAGE
  const location = new URL(loginPage({ ended, page }), settings().portaalUrl).href
  return new Response(null, { status: 303, headers: { ...API_HEADERS, location } })
}

async function handleCall<P extends z.ZodType>(
  definition: RouteDefinition<P>,
  req: NextRequest,
  context: RouteContext,
  refuse: Refuse,
): Promise<Response> {
  const origin = originOf(req.headers)
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  if (!isRead && !isSameOrigin(req.headers, settings().portaalUrl)) return refuse(403, 'foreign')
  const session = await resolveSession(req.cookies.get(SESSION_COOKIE)?.value, origin)
  // The gate of middleware.ts guards pages only, and the uploads do not pass it at all.
  if (!isAdmitted(addressOf(req.headers))) {
    if (session.kind === 'live') await refuseNetwork(session, origin)
    return refuse(403, 'network')
  }
  if (session.kind === 'ended') await recordSessionEnd(session, origin)
  if (session.kind !== 'live')
    return isNavigation((name) => req.headers.get(name))
      ? toLogin(req, session.kind === 'ended' ? session : null)
      : refuse(401, 'unauthenticated')
  if (definition.countsAsActivity !== false && !req.headers.get(PURPOSE_HEADER)) await touchSession(session)
  // A malformed id is an id that does not exist.
  const params = definition.params.safeParse(await context.params)
  if (!params.success) return refuse(404, 'notFound')
  const locale = localeFrom(req.cookies.get(LOCALE_COOKIE)?.value)
  try {
    return await definition.handle({
      actor: session.actor,
      session,
      params: params.data,
      req,
      locale,
      requestId: origin.requestId,
    })
  } catch (error) {
    if (error instanceof NotFoundError) return refuse(404, 'notFound')
    if (!(error instanceof ForbiddenError)) throw error
    await recordRefusedAccess(session.actor, error)
    return refuse(403, 'forbidden')
  }
}

/**
 * The one way to make a route of the HTTP interface: origin, session, form of the address, then the handler. Whatever it
 * throws becomes problem+json; a surprise is logged under the request id and told without its message.
 */
export function defineRoute<P extends z.ZodType>(definition: RouteDefinition<P>) {
  return async (req: NextRequest, context: RouteContext): Promise<Response> => {
    const { requestId } = originOf(req.headers)
    const codes = {
      unauthenticated: 'NIET_INGELOGD',
      forbidden: 'GEEN_TOEGANG',
      foreign: 'VREEMDE_HERKOMST',
      network: 'NETWERK',
      notFound: 'NIET_GEVONDEN',
      unexpected: 'ONVERWACHT',
    } as const
    const refuse: Refuse = (status, code) => {
      const t = translator(localeFrom(req.cookies.get(LOCALE_COOKIE)?.value), 'errors')
      return problem({ status, code: codes[code], title: t(`api.${code}`), requestId })
    }
    try {
      const answer = await handleCall(definition, req, context, refuse)
      // Whoever is refused while sending a file must hear why.
      await drainUnread(req)
      answer.headers.set('x-request-id', requestId)
      return answer
    } catch (error) {
      // The other side went away half way: nobody reads the answer, and nothing is wrong here.
      if (req.signal.aborted) log().info({ requestId }, 'request broken off by the other side')
      else {
        log().error({ err: error, requestId }, 'route failed')
        await tellFault(error, { requestId, place: `api ${req.method}` })
      }
      return refuse(500, 'unexpected')
    }
  }
}
