import type { NextRequest } from 'next/server'
import { originOf } from '#/app/_server/request-origin.ts'
import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Ends the session of this browser for good, then shows /uitgelogd. Without a session it only shows the page. */
export async function POST(req: NextRequest): Promise<Response> {
  if (!isSameOrigin(req.headers, settings().portaalUrl)) return new Response(null, { status: 403 })
  const session = await resolveSession(req.cookies.get(SESSION_COOKIE)?.value, originOf(req.headers))
  if (session.kind === 'live') await endOwnSession(session.actor)
  const headers = new Headers({
    location: new URL('/uitgelogd', settings().portaalUrl).href,
    'cache-control': 'no-store',
    // ASVS 14.3.1: nothing of the session stays in the browser, the back button included.
    'clear-site-data': '"cache", "storage"',
  })
  headers.append('set-cookie', `${SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`)
  return new Response(null, { status: 303, headers })
}
