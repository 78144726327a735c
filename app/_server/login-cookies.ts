import type { NextRequest } from 'next/server'
import { decode } from 'next-auth/jwt'
import { LOGIN_COOKIES } from '#/lib/identity/login/auth-options.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Which makelaar somebody chose last; read by the page /inloggen. */
export const BROKER_COOKIE = '__Host-makelaar'

/** The attempt that this browser began, from the state cookie that the library sealed. Null when absent, old or forged. */
export async function attemptOf(
  req: NextRequest,
): Promise<{ readonly state: string; readonly brokerId: string; readonly startedAt: Date } | null> {
  const sealed = req.cookies.get(LOGIN_COOKIES.state)?.value
  if (!sealed) return null
  try {
    const opened = await decode({ token: sealed, secret: settings().secret, salt: LOGIN_COOKIES.state })
    if (!opened || typeof opened.value !== 'string' || typeof opened.provider !== 'string') return null
    if (typeof opened.iat !== 'number') return null
    const startedAt = new Date(opened.iat * 1_000)
    const ageMs = clock.now().getTime() - startedAt.getTime()
    return ageMs > settings().loginAttemptMinutes * MINUTE_MS
      ? null
      : { state: opened.value, brokerId: opened.provider, startedAt }
  } catch {
    // A cookie that cannot be opened is an attempt that we did not begin: the answer is null, not a fault.
    return null
  }
}

/** Adds the headers that make the browser forget the attempt. */
export function clearAttempt(headers: Headers): void {
  for (const name of [LOGIN_COOKIES.state, LOGIN_COOKIES.pkce, LOGIN_COOKIES.nonce])
    headers.append('set-cookie', `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`)
}

/** Whether a Set-Cookie line gives the browser a session. */
export const isSessionCookie = (line: string): boolean =>
  line.startsWith(`${SESSION_COOKIE}=`) && !line.startsWith(`${SESSION_COOKIE}=;`)

/** Copies the cookies of the library's answer; the session cookie loses its Expires, so that it ends with the browser. */
export function copyCookies(from: Headers, to: Headers): void {
  for (const cookie of from.getSetCookie()) {
    to.append('set-cookie', isSessionCookie(cookie) ? cookie.replace(/; (?:Expires|Max-Age)=[^;]*/gi, '') : cookie)
  }
}
