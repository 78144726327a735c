import { DEMO_USERS } from '#/simulators/demo-users.ts'
import { SUPPLIERS } from '#/simulators/makelaar/suppliers.ts'
import { CookieBrowser } from '#/tests/http/makelaar/cookie-browser.ts'
import { PORTAAL_URL, startWorld, type TestWorld } from '#/tests/http/makelaar/visits.ts'

const PSEUDONYM = 'urn:etoegang:core:ActingSubjectID'
const ORGANISATION = 'urn:etoegang:core:LegalSubjectID'
const LOA = (level: string) => `urn:etoegang:core:assurance-class:${level}`

let world: TestWorld
beforeAll(async () => {
  world = await startWorld()
}, 30_000)
afterAll(() => world.close())

/** Logs in with password and sms, choosing the organisation when the user may act for several. */
async function claimsOf(supplierId: string, userName: string, kvk?: string) {
  const visit = await (await world.visit(supplierId)).logIn(userName)
  if (kvk) await visit.submit('organisatie', { kvk })
  return (await visit.client.finish(visit.callback)).claims
}

describe('an honest login', () => {
  // The level and the organisation decide what the portal lets somebody do, so each user must be exactly as promised.
  it.each([
    ['beheer', '90000001', 'loa3'],
    ['jansen', '90000001', 'loa3'],
    ['smit', '90000001', 'loa3'],
    ['nieuw', '90000001', 'loa3'],
    ['devries', '90000001', 'loa2plus'],
    ['peters', '90000002', 'loa3'],
    ['mulder', '90000099', 'loa3'],
    ['eersteling', '90000003', 'loa3'],
    ['zonder', '90000004', 'loa3'],
  ])('gives %s organisation %s at level %s', async (userName, kvk, level) => {
    const claims = await claimsOf('kpn', userName)
    expect(claims[ORGANISATION]).toBe(kvk)
    expect(claims.namequalifier).toBe('urn:etoegang:1.9:EntityConcernedID:KvKnr')
    expect(claims.acr).toBe(LOA(level))
    expect(claims[PSEUDONYM]).toMatch(/^[0-9a-f]{64}@[0-9a-f]{32}$/)
  })

  it('gives the smartcard of smit level 4, for the same person', async () => {
    const visit = await world.visit('kpn')
    await visit.submit('smartcard', { kaart: 'smit', pincode: '1234' })
    const { claims } = await visit.client.finish(visit.callback)
    expect(claims.acr).toBe(LOA('loa4'))
    expect(claims[PSEUDONYM]).toBe((await claimsOf('kpn', 'smit'))[PSEUDONYM])
  })

  it('gives bakker another pseudonym for each employer', async () => {
    const first = await claimsOf('kpn', 'bakker', '90000001')
    const second = await claimsOf('kpn', 'bakker', '90000002')
    expect([first[ORGANISATION], second[ORGANISATION]]).toEqual(['90000001', '90000002'])
    expect(first[PSEUDONYM]).not.toBe(second[PSEUDONYM])
    expect((await claimsOf('kpn', 'bakker', '90000001'))[PSEUDONYM]).toBe(first[PSEUDONYM])
  })

  it('gives visser one pseudonym behind the service centre for both gemeenten', async () => {
    const first = await claimsOf('kpn', 'visser', '90000001')
    const second = await claimsOf('kpn', 'visser', '90000002')
    expect(first[PSEUDONYM]).toBe(second[PSEUDONYM])
    expect(first[ORGANISATION]).not.toBe(second[ORGANISATION])
    expect(first['urn:etoegang:1.9:IntermediateEntityID:KvKnr']).toBe('90000050')
  })

  it('tells the branch to which bos is restricted', async () => {
    expect((await claimsOf('kpn', 'bos'))['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr']).toBe('000090000011')
  })

  it('gives dekker, who is jansen at another supplier, another pseudonym in dialect B', async () => {
    const claims = await claimsOf('digidentity', 'dekker')
    expect(claims).toMatchObject({ chamberOfCommerce: '90000001', eherkenningRsin: '900000011', acr: 'EH3' })
    expect(claims.eherkenningPseudo).not.toBe((await claimsOf('kpn', 'jansen'))[PSEUDONYM])
  })

  it('names staff and no organisation at the provider of the servicedesk', async () => {
    const claims = await claimsOf('servicedesk', 'desk')
    expect(claims).toMatchObject({ sub: 'medewerker-desk', name: 'Dora Balie', acr: 'wachtwoord-en-sms' })
    expect(Object.keys(claims).some((name) => name.includes('etoegang') || name === 'represents')).toBe(false)
  })

  it('announces one issuer per supplier, with two keys, PS256, PKCE and iss in the answer', async () => {
    for (const { id } of SUPPLIERS) {
      const issuer = `${world.url}/${id}`
      const document = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
      expect(document).toMatchObject({
        issuer,
        authorization_response_iss_parameter_supported: true,
        id_token_signing_alg_values_supported: ['PS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        code_challenge_methods_supported: ['S256'],
      })
      const { keys } = await (await fetch(document.jwks_uri)).json()
      expect(keys).toHaveLength(2)
      expect(keys.every((key: object) => !('d' in key))).toBe(true)
    }
  })

  it('keeps every demo user at a supplier that exists', () => {
    const ids: readonly string[] = SUPPLIERS.map((supplier) => supplier.id)
    for (const user of DEMO_USERS) for (const supplier of user.suppliers) expect(ids).toContain(supplier)
  })
})

describe('single sign-on', () => {
  it('never happens: a second login in the same browser asks for the password again, also without prompt and max_age', async () => {
    const browser = new CookieBrowser()
    const visit = await (await world.visit('kpn', browser)).logIn('nieuw')
    await visit.client.finish(visit.callback)
    const again = await visit.client.authorizationUrl({ prompt: null, max_age: null })
    const page = await browser.follow(await browser.get(again), world.url)
    expect(page.text).toContain('Wachtwoord')
    const silent = await browser.get(await visit.client.authorizationUrl({ prompt: 'none', max_age: null }))
    expect(new URL(silent.location ?? '').searchParams.get('error')).toBe('login_required')
  })

  it('leaves two attempts in two tabs of one browser alone', async () => {
    const browser = new CookieBrowser()
    const first = await world.visit('kpn', browser)
    const second = await world.visit('kpn', browser)
    await second.logIn('jansen')
    await first.logIn('nieuw')
    const [jansen, nieuw] = [await second.client.finish(second.callback), await first.client.finish(first.callback)]
    expect(jansen.claims[PSEUDONYM]).not.toBe(nieuw.claims[PSEUDONYM])
  })
})

describe('logging out at the makelaar', () => {
  it('leads straight back to the portal with the state, and nowhere that is not registered', async () => {
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    const { idToken } = await visit.client.finish(visit.callback)
    const end = new URL((await visit.client.discover()).end_session_endpoint)
    end.search = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: `${PORTAAL_URL}/uitgelogd`,
      state: 'terug',
    }).toString()
    expect((await visit.browser.get(end.href)).location).toBe(`${PORTAAL_URL}/uitgelogd?state=terug`)
    end.searchParams.set('post_logout_redirect_uri', 'http://localhost:9/elders')
    const refused = await visit.browser.get(end.href)
    expect(refused).toMatchObject({ status: 400, location: null })
    expect(refused.text).toContain('role="alert"')
  })
})

describe('a request that is not as agreed', () => {
  it.each([
    ['without PKCE', { code_challenge: null, code_challenge_method: null }, 'invalid_request'],
    ['with PKCE plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a token in the answer', { response_type: 'id_token' }, 'unsupported_response_type'],
  ])('%s is answered with an error, state and iss', async (_what, change, error) => {
    const visit = await world.visit('kpn')
    const answer = await visit.browser.get(await visit.client.authorizationUrl(change))
    const url = new URL((answer.location ?? '').replace('#', '?'))
    expect(url.searchParams.get('error')).toBe(error)
    expect(url.searchParams.get('state')).toBe(visit.client.state)
  })

  it('with another redirect_uri goes nowhere', async () => {
    const visit = await world.visit('kpn')
    const answer = await visit.browser.get(
      await visit.client.authorizationUrl({ redirect_uri: `${PORTAAL_URL}/api/auth/callback/reconi` }),
    )
    expect(answer).toMatchObject({ status: 400, location: null })
    expect(answer.text).toContain('invalid_redirect_uri')
  })

  it('with the verifier of another attempt, or a code for the second time, gets no token', async () => {
    const stolen = await (await world.visit('kpn')).logIn('nieuw')
    const wrong = await stolen.client.exchange(stolen.client.codeOf(stolen.callback), 'x'.repeat(43))
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    await visit.client.finish(visit.callback)
    const replay = await visit.client.exchange(visit.client.codeOf(visit.callback))
    expect(replay).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })
})

describe('20 logins at once', () => {
  it('are 20 different answers', async () => {
    const logins = await Promise.all(
      Array.from({ length: 20 }, async (_unused, index) => {
        const userName = index % 2 === 0 ? 'jansen' : 'nieuw'
        const visit = await (await world.visit('kpn')).logIn(userName)
        const { claims, idToken } = await visit.client.finish(visit.callback)
        return { userName, idToken, pseudonym: String(claims[PSEUDONYM]) }
      }),
    )
    expect(new Set(logins.map((login) => login.idToken)).size).toBe(20)
    const pseudonymsOf = (userName: string) =>
      new Set(logins.filter((login) => login.userName === userName).map((login) => login.pseudonym))
    expect(pseudonymsOf('jansen').size).toBe(1)
    expect(pseudonymsOf('nieuw').size).toBe(1)
    expect(pseudonymsOf('jansen')).not.toEqual(pseudonymsOf('nieuw'))
  })
})
