import { createHash, randomBytes } from 'node:crypto'
import { createRemoteJWKSet, customFetch, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'

const random = (): string => randomBytes(32).toString('base64url')
const fetchJson = async (url: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(url, init)
  return { status: answer.status, body: await answer.json() }
}

/** The login broke a rule of the protocol; the message says which. */
export class RefusedByClientError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RefusedByClientError'
  }
}

function demand(condition: boolean, reason: string): void {
  if (!condition) throw new RefusedByClientError(reason)
}

type Discovery = {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly jwks_uri: string
  readonly userinfo_endpoint: string
  readonly end_session_endpoint: string
}

/** What a login brought, after every check. */
export type VerifiedLogin = { readonly idToken: string; readonly claims: JWTPayload; readonly userinfo: unknown }

/** One attempt as the portal would make it, with everything it must remember to check the answer. */
export class StrictClient {
  readonly connection: BrokerConnection
  readonly redirectUri: string
  readonly state = random()
  readonly nonce = random()
  readonly #verifier = random()
  readonly #startedAt = Math.floor(Date.now() / 1000)

  constructor(connection: BrokerConnection, redirectUri: string) {
    this.connection = connection
    this.redirectUri = redirectUri
  }

  async discover(): Promise<Discovery> {
    const { issuer } = this.connection
    const { status, body } = await fetchJson(`${issuer}/.well-known/openid-configuration`)
    demand(status === 200, `discovery answered ${status}`)
    const document = body as Discovery
    demand(document.issuer === issuer, 'discovery names another issuer')
    const host = new URL(issuer).host
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'] as const) {
      demand(new URL(document[name]).host === host, `${name} is on a foreign host`)
    }
    return document
  }

  /** The address to which the browser is sent. `change` makes a request that is wrong on purpose. */
  async authorizationUrl(change: Readonly<Record<string, string | null>> = {}): Promise<string> {
    const url = new URL((await this.discover()).authorization_endpoint)
    const parameters: Record<string, string | null> = {
      response_type: 'code',
      client_id: this.connection.clientId,
      redirect_uri: this.redirectUri,
      scope: this.connection.scope,
      state: this.state,
      nonce: this.nonce,
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
      max_age: '0',
      ui_locales: 'nl',
      ...change,
    }
    for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value)
    return url.href
  }

  /** Exchanges the code of a callback; the raw answer of the token endpoint. */
  async exchange(code: string, verifier: string = this.#verifier): Promise<{ status: number; body: unknown }> {
    const { token_endpoint } = await this.discover()
    const [key] = this.connection.clientKeys
    const assertion = await new SignJWT({ jti: random() })
      .setProtectedHeader({ alg: 'PS256', kid: key.kid })
      .setIssuer(this.connection.clientId)
      .setSubject(this.connection.clientId)
      .setAudience(this.connection.issuer)
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(await importJWK({ ...key }, 'PS256'))
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirectUri,
      code_verifier: verifier,
      client_id: this.connection.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    })
    return fetchJson(token_endpoint, { method: 'POST', body, signal: AbortSignal.timeout(2000) })
  }

  /** The code of a callback, after the checks that come before the exchange. */
  codeOf(callback: string): string {
    const url = new URL(callback)
    demand(`${url.origin}${url.pathname}` === this.redirectUri, 'callback came to another address')
    demand(url.searchParams.get('state') === this.state, 'state differs')
    demand(url.searchParams.get('iss') === this.connection.issuer, 'iss differs')
    demand(!url.searchParams.has('error'), `error ${url.searchParams.get('error')}`)
    return url.searchParams.get('code') ?? ''
  }

  /** Every check of eHerkenning chapter 11 on protocol level; level and content are for the caller to judge. */
  async finish(callback: string): Promise<VerifiedLogin> {
    const code = this.codeOf(callback)
    const { status, body } = await this.exchange(code)
    demand(status === 200, `token endpoint answered ${status}`)
    const tokens = body as { id_token: string; access_token: string }
    const claims = await this.#verify(tokens.id_token)
    const { userinfo_endpoint } = await this.discover()
    const userinfo = await fetchJson(userinfo_endpoint, { headers: { authorization: `Bearer ${tokens.access_token}` } })
    demand(userinfo.status === 200, `userinfo answered ${userinfo.status}`)
    demand((userinfo.body as JWTPayload).sub === claims.sub, 'sub of userinfo differs')
    return { idToken: tokens.id_token, claims, userinfo: userinfo.body }
  }

  async #verify(idToken: string): Promise<JWTPayload> {
    const { jwks_uri } = await this.discover()
    const jwks = createRemoteJWKSet(new URL(jwks_uri), { [customFetch]: fetch })
    const { payload } = await jwtVerify(idToken, jwks, {
      algorithms: ['PS256'],
      issuer: this.connection.issuer,
      audience: this.connection.clientId,
      requiredClaims: ['sub', 'iat', 'exp', 'nonce', 'auth_time'],
      clockTolerance: 10,
      maxTokenAge: '5m',
    })
    demand(payload.nonce === this.nonce, 'nonce differs')
    demand(payload.aud === this.connection.clientId, 'audience is a list without azp')
    demand(Number(payload.auth_time) >= this.#startedAt - 10, 'auth_time is old')
    return payload
  }
}
