import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import type { Fault } from '#/simulators/makelaar/fault.ts'
import { FAULTS } from '#/simulators/makelaar/faults.ts'
import { startWorld, type TestWorld, type Visit } from '#/tests/http/makelaar/visits.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startWorld()
}, 30_000)
afterAll(() => world.close())
beforeEach(() => world.call('/test/herstel', {}))

const arm = (fault: string, rest: object = {}) => world.call('/test/volgende', { fout: fault, ...rest })

/** What the strict client makes of a login: its claims, or why it refused. */
async function outcome(visit: Visit): Promise<JWTPayload | string> {
  try {
    return (await visit.client.finish(visit.callback)).claims
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function tokenOf(visit: Visit): Promise<{ header: Record<string, unknown>; payload: JWTPayload }> {
  const { status, body } = await visit.client.exchange(visit.client.codeOf(visit.callback))
  expect(status).toBe(200)
  const { id_token: idToken } = body as { id_token: string }
  return { header: { ...decodeProtectedHeader(idToken) }, payload: decodeJwt(idToken) }
}

const of = (kind: Fault['kind']) => FAULTS.filter((fault) => fault.kind === kind).map((fault) => fault.id)

describe('a fault of the protocol', () => {
  // Discovery and attempts with waiting have tests of their own below.
  it.each(of('protocol'))('%s is refused by a strict client, and only once', async (fault) => {
    await arm(fault, { gebruiker: 'jansen' })
    const other = await (await world.visit('kpn')).logIn('nieuw')
    expect(typeof (await outcome(other))).toBe('object')
    const visit = await (await world.visit('kpn')).logIn('jansen')
    expect(typeof (await outcome(visit))).toBe('string')
    const next = await (await world.visit('kpn')).logIn('jansen')
    expect(typeof (await outcome(next))).toBe('object')
  })

  it.each([
    ['T28', 'token endpoint answered 400'],
    ['T29', 'state differs'],
    ['T110', 'state differs'],
    ['T111', 'state differs'],
    ['T118', 'token endpoint answered 400'],
    ['T119', 'iss differs'],
    ['T120', 'iss differs'],
    ['T121', 'callback came to another address'],
    ['T137', 'error server_error'],
    ['T114', 'nonce differs'],
    ['T115', 'missing required "nonce" claim'],
    ['T122', '"alg" (Algorithm) Header Parameter value not allowed'],
    ['T123', '"alg" (Algorithm) Header Parameter value not allowed'],
    ['T124', 'signature verification failed'],
    ['T125', 'no applicable key found in the JSON Web Key Set'],
    ['T126', 'no applicable key found in the JSON Web Key Set'],
    ['T127', 'unexpected "iss" claim value'],
    ['T128', 'unexpected "aud" claim value'],
    ['T129', 'audience is a list without azp'],
    ['T130', '"exp" claim timestamp check failed'],
    ['T131', '"iat" claim timestamp check failed (it should be in the past)'],
    ['T132', 'auth_time is old'],
    ['T132b', 'missing required "auth_time" claim'],
    ['T134', 'sub of userinfo differs'],
    ['T135', 'discovery names another issuer'],
    ['T136', 'token_endpoint is on a foreign host'],
  ])('%s fails for its own reason: %s', async (fault, reason) => {
    await arm(fault, { gebruiker: 'nieuw' })
    expect(await outcome(await (await world.visit('kpn')).logIn('nieuw'))).toBe(reason)
  })

  it('keeps the table of reasons complete', () => {
    expect(of('protocol')).toHaveLength(26)
  })

  it('T126 carries the key of the attacker in the header', async () => {
    await arm('T126')
    const { header } = await tokenOf(await (await world.visit('kpn')).logIn('nieuw'))
    expect(header).toMatchObject({
      jwk: { kty: 'RSA' },
      jku: expect.stringContaining('invalid'),
      x5u: expect.any(String),
    })
  })

  it('T137 keeps state and iss right, so that only the description is hostile', async () => {
    await arm('T137')
    const url = new URL((await (await world.visit('kpn')).logIn('nieuw')).callback)
    expect(url.searchParams.get('error_description')).toContain('<script>')
    expect(url.searchParams.get('code')).toBeNull()
  })
})

describe('a fault of level or content', () => {
  const service = 'urn:etoegang:core:ServiceID'
  const organisation = 'urn:etoegang:core:LegalSubjectID'
  it.each<[string, string, unknown]>([
    ['T40', 'acr', 'urn:etoegang:core:assurance-class:loa2plus'],
    ['T41', 'acr', 'urn:etoegang:core:assurance-class:loa2'],
    ['T42', 'acr', undefined],
    ['T43', 'acr', 'hoog-genoeg'],
    ['T44', 'acr', ['urn:etoegang:core:assurance-class:loa2', 'urn:etoegang:core:assurance-class:loa3']],
    ['T133', 'acr', undefined],
    ['T45', service, 'urn:etoegang:DV:00000003900000980000:services:7'],
    ['T46', organisation, undefined],
    ['T47', 'urn:etoegang:core:ActingSubjectID', undefined],
    ['T48', 'urn:etoegang:1.12:EntityConcernedID:BSN', '999990019'],
    ['T49', organisation, '9000000'],
    ['T49b', organisation, '9000000A'],
    ['T50', organisation, '90000099'],
    ['T51', 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr', '000090000011'],
    ['T52', organisation, ['90000001', '90000002']],
  ])('%s sets %s in an answer that is sound for the rest', async (fault, claim, value) => {
    await arm(fault)
    const claims = await outcome(await (await world.visit('kpn')).logIn('nieuw'))
    expect(typeof claims).toBe('object')
    expect((claims as JWTPayload)[claim]).toEqual(value)
  })

  // A fault that leaves one dialect untouched would prove nothing for the makelaars that speak it.
  it.each([...of('level'), ...of('content')])('%s changes the answer of every dialect', async (fault) => {
    const { DEMO_USERS } = await import('#/simulators/demo-users.ts')
    const { factsOf } = await import('#/simulators/makelaar/logins.ts')
    const { acrOf, wordAnswer } = await import('#/simulators/makelaar/dialects.ts')
    const { SUPPLIERS } = await import('#/simulators/makelaar/suppliers.ts')
    const effect = FAULTS.find((candidate) => candidate.id === fault)?.effect
    const user = DEMO_USERS.find((candidate) => candidate.userName === 'nieuw')
    if (effect?.at !== 'facts' || !user) return expect(effect?.at).toBe('idToken')
    for (const supplier of SUPPLIERS.filter(({ kind }) => kind === 'eherkenning')) {
      const honest = factsOf(user, supplier, 'loa3', user.mandates[0] ?? null)
      const spoiled = effect.change(honest, supplier.dialect)
      const said = (facts: typeof honest) => ({
        ...wordAnswer(supplier.dialect, facts),
        acr: acrOf(supplier.dialect, facts.levels),
        // Dialect C says the service by its audience.
        service: facts.serviceId,
      })
      expect(said(spoiled)).not.toEqual(said(honest))
    }
  })

  it('says the same in userinfo as in the token', async () => {
    await arm('T50')
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    expect((await visit.client.finish(visit.callback)).userinfo).toMatchObject({ [organisation]: '90000099' })
  })

  it('leaves the answers of the servicedesk alone when it is about an organisation', async () => {
    await arm('T50')
    await (await world.visit('servicedesk')).logIn('desk')
    const claims = await outcome(await (await world.visit('kpn')).logIn('nieuw'))
    expect((claims as JWTPayload)[organisation]).toBe('90000099')
  })
})

describe('a fault of availability', () => {
  it('T09 signs with the second key, and the login succeeds', async () => {
    const { header: honest } = await tokenOf(await (await world.visit('kpn')).logIn('nieuw'))
    await arm('T09')
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    expect(typeof (await outcome(visit))).toBe('object')
    await arm('T09')
    const { header } = await tokenOf(await (await world.visit('kpn')).logIn('nieuw'))
    expect(header.kid).not.toBe(honest.kid)
  })

  it('T26 delivers a dead sms code; a new one works', async () => {
    await arm('T26', { gebruiker: 'nieuw' })
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    expect(visit.page.text).toContain('De sms-code is verlopen')
    await world.call('/test/klok', { verschuivingSeconden: 31 })
    await visit.submit('sms-nieuw')
    await visit.sms('nieuw')
    expect(typeof (await outcome(visit))).toBe('object')
  })

  it('T27 kills the first sms code by a second one, which works', async () => {
    await arm('T27', { gebruiker: 'nieuw' })
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    await visit.sms('nieuw')
    expect(typeof (await outcome(visit))).toBe('object')
  })

  it('T30 stops at the supplier, for everybody or for one user, and answers temporarily_unavailable', async () => {
    await arm('T30')
    const visit = await world.visit('kpn')
    expect(visit.page.text).toContain('De leverancier is nu niet bereikbaar')
    await visit.submit('annuleren')
    expect(new URL(visit.callback).searchParams.get('error')).toBe('temporarily_unavailable')
    await arm('T30', { gebruiker: 'jansen' })
    const named = await world.visit('kpn')
    await named.password('jansen')
    expect(named.page.text).toContain('De leverancier is nu niet bereikbaar')
  })

  it('T30b takes discovery down once', async () => {
    await arm('T30b', { makelaar: 'kpn' })
    await expect(world.visit('kpn')).rejects.toThrow('discovery answered 503')
    expect((await world.visit('kpn')).page.status).toBe(200)
  })

  it.each(['T31', 'T139b'])('%s keeps the token endpoint silent for as long as asked', async (fault) => {
    await arm(fault)
    const silent = await (await world.visit('kpn')).logIn('nieuw')
    expect(await outcome(silent)).toContain('aborted due to timeout')
    await arm(fault, { seconden: 0 })
    expect(typeof (await outcome(await (await world.visit('kpn')).logIn('nieuw')))).toBe('object')
  })

  it('T139 answers 500 and the code is used up', async () => {
    await arm('T139')
    const visit = await (await world.visit('kpn')).logIn('nieuw')
    const code = visit.client.codeOf(visit.callback)
    expect((await visit.client.exchange(code)).status).toBe(500)
    expect((await visit.client.exchange(code)).status).toBe(400)
    expect((await world.call('/test/tellers')).body['kpn token']).toBe(2)
  })

  it('covers every fault of the table', () => {
    expect(new Set([...of('availability'), ...of('sound')])).toEqual(
      new Set(['T09', 'T27', 'T26', 'T30', 'T30b', 'T31', 'T139', 'T139b']),
    )
  })
})
