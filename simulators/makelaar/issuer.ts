import type { IncomingMessage } from 'node:http'
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider'
import type { ClientRegistration } from '#/simulators/makelaar/connections.ts'
import { acrOf, DIALECT_CLAIMS, LEVEL_WORDS, wordAnswer } from '#/simulators/makelaar/dialects.ts'
import type { Logins } from '#/simulators/makelaar/logins.ts'
import { IssuerStore } from '#/simulators/makelaar/memory-adapter.ts'
import { errorPage } from '#/simulators/makelaar/pages/stop-page.ts'
import type { IssuerKeys } from '#/simulators/makelaar/signing-keys.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

const MINUTE = 60

/** Names of the cookies of one issuer. Ports do not separate cookies, so they must differ from the portal's and each other's. */
export const cookieNames = (supplier: Supplier) => ({
  session: `sim_${supplier.id}_sessie`,
  interaction: `sim_${supplier.id}_poging`,
  resume: `sim_${supplier.id}_vervolg`,
})

function clientsOf(registrations: readonly ClientRegistration[]): NonNullable<Configuration['clients']> {
  return registrations.map((registration) => ({
    client_id: registration.clientId,
    redirect_uris: [registration.redirectUri],
    post_logout_redirect_uris: [registration.postLogoutRedirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'PS256',
    id_token_signed_response_alg: 'PS256',
    subject_type: 'pairwise',
    jwks: { keys: registration.publicKeys.map((key) => ({ ...key })) },
  }))
}

function issuerConfiguration(
  supplier: Supplier,
  registrations: readonly ClientRegistration[],
  keys: IssuerKeys,
  logins: Logins,
): Configuration {
  const scope = supplier.kind === 'servicedesk' ? 'profile' : 'eherkenning'
  const claimNames = [...DIALECT_CLAIMS[supplier.dialect]]
  const store = new IssuerStore()
  return {
    adapter: (model) => store.adapterOf(model),
    clients: clientsOf(registrations),
    jwks: { keys: [keys.current.jwk, keys.next.jwk] },
    acrValues: [...new Set(Object.values(LEVEL_WORDS[supplier.dialect]))],
    scopes: ['openid', scope],
    claims: { openid: ['sub', 'acr', 'auth_time'], [scope]: claimNames },
    // The claims of the service stand in the ID token itself, as makelaars send them.
    conformIdTokenClaims: false,
    subjectTypes: ['pairwise'],
    // Account ids are one per login; what the portal sees as `sub` is stable.
    pairwiseIdentifier: (_ctx, accountId) => {
      const login = logins.find(accountId)
      const sub = login && wordAnswer(supplier.dialect, login.facts).sub
      if (typeof sub !== 'string') throw new Error('login has no subject')
      return sub
    },
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { idTokenSigningAlgValues: ['PS256'], clientAuthSigningAlgValues: ['PS256'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: { enabled: false },
    },
    cookies: { names: cookieNames(supplier), long: { signed: false }, short: { signed: false } },
    ttl: {
      AccessToken: 5 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 15 * MINUTE,
      Session: 15 * MINUTE,
      Grant: 15 * MINUTE,
    },
    interactions: {
      policy: interactionPolicy.base(),
      url: (_ctx, interaction) => `/${supplier.id}/inloggen/${interaction.uid}`,
    },
    findAccount: (_ctx, id) => {
      const login = logins.find(id)
      if (!login) return undefined
      const { sub: _pairwise, ...claims } = wordAnswer(supplier.dialect, login.facts)
      return { accountId: id, claims: () => ({ ...claims, sub: id }) }
    },
    // No consent page: the organisation has agreed for its people when it gave the mandate.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(`openid ${scope}`)
      grant.addOIDCClaims(claimNames)
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = errorPage(supplier, out.error)
    },
  }
}

/** The words of a level as `acr` of an honest login. */
export function honestAcr(supplier: Supplier, level: string): string {
  const acr = acrOf(supplier.dialect, [level])
  if (typeof acr !== 'string') throw new Error(`no word for level ${level}`)
  return acr
}

/** Builds one issuer. Its own sessions are never used again: every login asks for the means (no single sign-on). */
export function makeIssuer(options: {
  readonly supplier: Supplier
  readonly issuerUrl: string
  readonly registrations: readonly ClientRegistration[]
  readonly keys: IssuerKeys
  readonly logins: Logins
}): Provider {
  const { supplier, issuerUrl, registrations, keys, logins } = options
  return new Provider(issuerUrl, issuerConfiguration(supplier, registrations, keys, logins))
}

/**
 * Takes the issuer's session cookie out of a request. A login then never finds an earlier one: no single sign-on, and two
 * tabs of one browser do not end each other's attempt.
 */
export function forgetSession(req: IncomingMessage, supplier: Supplier): void {
  const { session } = cookieNames(supplier)
  const rest = (req.headers.cookie ?? '').split(/;\s*/).filter((cookie) => !cookie.startsWith(`${session}=`))
  req.headers.cookie = rest.join('; ')
}
