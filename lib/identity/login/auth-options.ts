import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import type { BrokerMetadata } from '#/lib/identity/brokers/discovery.ts'
import { loginAdapter } from '#/lib/identity/login/adapter.ts'
import { type Claims, oneTextAt } from '#/lib/identity/login/claim-values.ts'
import { judgeLogin } from '#/lib/identity/login/judge-login.ts'
import { isMakelaarAway } from '#/lib/identity/login/library-fault.ts'
import { currentLoginRun } from '#/lib/identity/login/login-run.ts'
import { readIdentity } from '#/lib/identity/login/read-identity.ts'
import { refuseLogin } from '#/lib/identity/login/refuse-login.ts'
import { safeReturnPath } from '#/lib/identity/login/return-path.ts'
import { HOST_COOKIE, newSessionToken, SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** The names of the library's cookies, all with `__Host-`, whatever it would choose by itself on this address. */
export const LOGIN_COOKIES = {
  csrf: '__Host-csrf',
  callbackUrl: '__Host-terug',
  state: '__Host-state',
  pkce: '__Host-pkce',
  nonce: '__Host-nonce',
} as const

function providerOf(connection: BrokerConnection, metadata: BrokerMetadata): OAuthConfig<Claims> {
  const subject = connection.kind === 'eherkenning' ? connection.dialect.pseudonym : connection.dialect.subject
  const level = connection.requestLoa === 'minimum' ? { acr_values: connection.acrValues.join(' ') } : {}
  return {
    id: connection.id,
    name: connection.name,
    type: 'oauth',
    issuer: metadata.issuer,
    authorization: {
      url: metadata.authorization_endpoint,
      // Never single sign-on: everybody proves again who it is (eHerkenning chapter 10).
      params: { scope: connection.scope, prompt: 'login', max_age: 0, ui_locales: 'nl', ...level },
    },
    token: { url: metadata.token_endpoint },
    jwks_endpoint: metadata.jwks_uri,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: connection.clientId,
    client: {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'PS256',
      id_token_signed_response_alg: 'PS256',
    },
    jwks: { keys: [connection.clientKeys[0]] },
    httpOptions: { timeout: connection.timeoutSeconds * 1_000 },
    profile: (claims) => {
      const id = oneTextAt(claims, subject)
      // An answer without a usable pseudonym is judged, and refused by its own name, in signIn; the library needs some text.
      return { id: id && id !== 'contradictory' ? id : 'onbekend', name: null, email: null, image: null }
    },
  }
}

async function admit(claims: Claims): Promise<true | string> {
  const run = currentLoginRun()
  if (!run) throw new InvariantError('an answer is judged outside a login run')
  const refuse = (code: Parameters<typeof refuseLogin>[0]['code'], organisationId: string | null) =>
    refuseLogin({ code, brokerId: run.connection.id, organisationId, origin: run.origin })
  const identity = readIdentity(claims, run.connection, { startedAt: run.startedAt, now: clock.now() })
  if (!identity.ok) return refuse(identity.error, null)
  const judgement = await judgeLogin(identity.value)
  if (!judgement.admitted) return refuse(judgement.refusal.code, judgement.refusal.organisationId)
  run.admitted = judgement.login
  return true
}

const cookie = (name: string) => ({ name, options: { ...HOST_COOKIE } })

/** The library's options for one connection. Made per request, because the endpoints come from the makelaar itself. */
export function authOptions(connection: BrokerConnection, metadata: BrokerMetadata): NextAuthOptions {
  const { secret, sessionAbsoluteHours, portaalUrl } = settings()
  const absoluteSeconds = sessionAbsoluteHours * 3_600
  return {
    secret,
    adapter: loginAdapter(),
    providers: [providerOf(connection, metadata)],
    // The library keeps the absolute end only; it never slides. The idle time is ours (lib/identity/sessions).
    session: {
      strategy: 'database',
      maxAge: absoluteSeconds,
      updateAge: absoluteSeconds,
      generateSessionToken: newSessionToken,
    },
    cookies: {
      sessionToken: cookie(SESSION_COOKIE),
      callbackUrl: cookie(LOGIN_COOKIES.callbackUrl),
      csrfToken: cookie(LOGIN_COOKIES.csrf),
      pkceCodeVerifier: cookie(LOGIN_COOKIES.pkce),
      state: cookie(LOGIN_COOKIES.state),
      nonce: cookie(LOGIN_COOKIES.nonce),
    },
    pages: { signIn: '/inloggen', error: '/inloggen', signOut: '/uitgelogd' },
    callbacks: {
      signIn: ({ profile }) => admit((profile ?? {}) as Claims),
      redirect: ({ url }) => {
        const path = url.startsWith(portaalUrl.origin) ? url.slice(portaalUrl.origin.length) : url
        return new URL(path.startsWith('/geen-toegang/') ? path : safeReturnPath(path, portaalUrl), portaalUrl).href
      },
    },
    logger: {
      // Messages of the library may quote tokens and claims: only the kind of fault goes into our log.
      error: (code, metadata) => {
        const run = currentLoginRun()
        if (run && isMakelaarAway(metadata)) run.makelaarAway = true
        log().warn({ loginFault: code, name: metadata instanceof Error ? metadata.name : 'error' }, 'login library')
      },
      warn: (code) => log().debug({ code }, 'login library'),
      debug: () => undefined,
    },
  }
}
