import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { z } from 'zod'
import { BROKER_COOKIE } from '#/app/_server/login-cookies.ts'
import { addressOf, originOf } from '#/app/_server/request-origin.ts'
import { brokerById } from '#/lib/identity/brokers/brokers.ts'
import { discover } from '#/lib/identity/brokers/discovery.ts'
import { authOptions, LOGIN_COOKIES } from '#/lib/identity/login/auth-options.ts'
import type { RefusalCode } from '#/lib/identity/login/identity.ts'
import { refuseStranger } from '#/lib/identity/login/refuse-login.ts'
import { safeReturnPath } from '#/lib/identity/login/return-path.ts'
import { isAdmitted } from '#/lib/identity/networks.ts'
import { HOST_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { ids } from '#/lib/platform/ids.ts'
import { log } from '#/lib/platform/log.ts'
import { prepareNextAuthEnvironment } from '#/lib/platform/settings/next-auth-environment.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

const StartLogin = z.object({ makelaar: z.string().min(1).max(40), terug: z.string().max(512).optional() })
const REMEMBERED_SECONDS = 365 * 24 * 3_600

const redirectTo = (path: string, headers?: Headers) => {
  const answer = new Headers(headers)
  answer.set('location', new URL(path, settings().portaalUrl).href)
  answer.set('cache-control', 'no-store')
  return new Response(null, { status: 303, headers: answer })
}

/** The library wants its own proof that the form is ours; a page cannot set that cookie, so it is made here. */
async function startAtMakelaar(req: NextRequest, brokerId: string, callbackUrl: string): Promise<Response> {
  const connection = await brokerById(brokerId)
  if (!connection) return redirectTo('/inloggen?fout=makelaar')
  const options = authOptions(connection, await discover(connection))
  const csrfToken = ids.secretBytes(32).toString('hex')
  const proof = createHash('sha256').update(`${csrfToken}${settings().secret}`).digest('hex')
  const jar = await cookies()
  jar.set(LOGIN_COOKIES.csrf, `${csrfToken}|${proof}`, HOST_COOKIE)
  if (connection.kind === 'eherkenning')
    jar.set(BROKER_COOKIE, connection.id, { ...HOST_COOKIE, maxAge: REMEMBERED_SECONDS })
  const start = new NextRequest(req.url, { method: 'POST', body: new URLSearchParams({ csrfToken, callbackUrl }) })
  const answer: Response = await NextAuth(
    start,
    { params: Promise.resolve({ nextauth: ['signin', connection.id] }) },
    options,
  )
  const location = answer.headers.get('location') ?? '/inloggen'
  const portaal = new URL(location, settings().portaalUrl).origin === settings().portaalUrl.origin
  if (portaal) throw new Error('the library did not start the attempt')
  return redirectTo(location, answer.headers)
}

/** Starts a login at the chosen makelaar, from our own form only (ASVS 7.6.2). Works without script. */
export async function POST(req: NextRequest): Promise<Response> {
  prepareNextAuthEnvironment()
  if (!isSameOrigin(req.headers, settings().portaalUrl)) return new Response(null, { status: 403 })
  // A body that is no form throws: nothing was chosen then.
  const body = await req.formData().catch(() => new FormData())
  const form = StartLogin.safeParse(Object.fromEntries(body))
  if (!form.success) return redirectTo('/inloggen?fout=keuze')
  const { makelaar, terug } = form.data
  // The log names makelaars that are there, and not what anybody may write.
  const known = (await brokerById(makelaar))?.id ?? null
  const refuse = async (code: RefusalCode) =>
    redirectTo(await refuseStranger({ code, brokerId: known, origin: originOf(req.headers) }))
  if (!isAdmitted(addressOf(req.headers))) return refuse('NETWORK')
  try {
    return await startAtMakelaar(req, makelaar, safeReturnPath(terug, settings().portaalUrl))
  } catch (error) {
    log().error({ err: error, brokerId: known }, 'login could not start')
    return refuse('MAKELAAR_UNREACHABLE')
  }
}
