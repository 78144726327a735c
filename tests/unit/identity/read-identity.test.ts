import { REFUSAL_PAGES, type RefusalCode, type RefusalPage, refusalPage } from '#/lib/identity/login/identity.ts'
import { readIdentity } from '#/lib/identity/login/read-identity.ts'
import { type AnswerFacts, acrOf, type DialectName, wordAnswer } from '#/simulators/makelaar/dialects.ts'
import { findFault } from '#/simulators/makelaar/faults.ts'
import { demoConnection, demoEherkenning } from '#/tests/support/broker-connections.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const ATTEMPT = { startedAt: new Date('2026-11-23T09:58:00Z'), now: NOW }
const SUPPLIER = { A: 'kpn', B: 'digidentity', C: 'quovadis' } as const
type Dialect = keyof typeof SUPPLIER
const DIALECTS: readonly Dialect[] = ['A', 'B', 'C']

function factsOf(supplier: Dialect): AnswerFacts {
  const { serviceId, serviceUuid } = demoEherkenning(SUPPLIER[supplier])
  return {
    subject: 'subject-1',
    pseudonym: 'abc@def',
    kvk: ['90000001'],
    rsin: null,
    branch: null,
    intermediaryKvk: null,
    serviceId,
    serviceUuid,
    levels: ['loa3'],
    bsn: null,
    staffName: null,
  }
}

function claimsOf(dialect: DialectName, issuer: string, facts: AnswerFacts, more: Record<string, unknown> = {}) {
  const acr = acrOf(dialect, facts.levels)
  const moment = NOW.getTime() / 1_000 - 60
  return {
    iss: issuer,
    iat: moment,
    auth_time: moment,
    ...(acr === null ? {} : { acr }),
    ...wordAnswer(dialect, facts),
    ...more,
  }
}

function read(dialect: Dialect, change: Partial<AnswerFacts> = {}, more: Record<string, unknown> = {}) {
  const connection = demoEherkenning(SUPPLIER[dialect])
  return readIdentity(
    claimsOf(dialect, connection.issuer, { ...factsOf(dialect), ...change }, more),
    connection,
    ATTEMPT,
  )
}

describe.each(DIALECTS)('a sound answer in dialect %s', (dialect) => {
  // Guards "both protocols and every wording end in one identity": what differs is how makelaars say it, not who it is.
  it('gives the same person, organisation, level and moment', () => {
    expect(read(dialect)).toEqual({
      ok: true,
      value: {
        kind: 'eherkenning',
        brokerId: SUPPLIER[dialect],
        subjectPseudonym: 'abc@def',
        legal: { kvk: '90000001', rsin: null },
        intermediaryKvk: null,
        branch: null,
        loa: 'loa3',
        authnInstant: new Date('2026-11-23T09:59:00Z'),
      },
    })
  })

  it('knows level 4, and the organisation in between of a chain of mandates', () => {
    const answer = read(dialect, { levels: ['loa4'], intermediaryKvk: '90000077' })
    expect(answer).toMatchObject({
      ok: true,
      value: { loa: 'loa4', legal: { kvk: '90000001' }, intermediaryKvk: '90000077' },
    })
  })
})

// Faults of eHerkenning chapter 15 by number: the exact reason for the log, the page for the person.
const EXPECTED: Readonly<Record<string, readonly [RefusalCode, RefusalPage]>> = {
  T40: ['LEVEL_TOO_LOW', 'niveau'],
  T41: ['LEVEL_TOO_LOW', 'niveau'],
  T42: ['LEVEL_MISSING', 'niveau'],
  T43: ['LEVEL_UNKNOWN', 'niveau'],
  T44: ['LEVEL_CONTRADICTORY', 'niveau'],
  T45: ['SERVICE_OTHER', 'inloggen-mislukt'],
  T46: ['NO_LEGAL_SUBJECT', 'inloggen-mislukt'],
  T47: ['NO_PSEUDONYM', 'inloggen-mislukt'],
  T48: ['BSN_PRESENT', 'inloggen-mislukt'],
  T49: ['LEGAL_SUBJECT_FORMAT', 'inloggen-mislukt'],
  T49b: ['LEGAL_SUBJECT_FORMAT', 'inloggen-mislukt'],
  T51: ['BRANCH_RESTRICTED', 'vestiging'],
  T52: ['ATTRIBUTE_CONTRADICTORY', 'inloggen-mislukt'],
}
// Dialect C has no claim for a service (its audience says it, which the library checks) or a Bsn of its own (a kind of number).
const IN_DIALECT_C: Readonly<Record<string, RefusalCode | null>> = { T45: null, T48: 'LEGAL_SUBJECT_FORMAT' }

describe.each(DIALECTS)('a faulty answer in dialect %s', (dialect) => {
  // Guards "every step fails closed, the exact reason in the log" (eHerkenning chapters 8 and 15).
  it.each(Object.entries(EXPECTED))('is refused for exactly its reason: %s', (id, [code, page]) => {
    const fault = findFault(id)
    if (fault?.effect.at !== 'facts') throw new Error(`${id} does not change the facts`)
    const expected = dialect === 'C' && id in IN_DIALECT_C ? IN_DIALECT_C[id] : code
    const answer = read(dialect, fault.effect.change(factsOf(dialect), dialect))
    if (expected === null) expect(answer.ok).toBe(true)
    else expect(answer).toEqual({ ok: false, error: expected })
    expect(refusalPage(code)).toBe(page)
  })
})

// Guards that no setting switches off who is kept out: the names of the scheme count whatever a connection says.
describe('a connection whose settings name no place for a restriction', () => {
  const connection = demoEherkenning('kpn')
  const lax = { ...connection, dialect: { ...connection.dialect, branch: null, bsn: [] } }
  const answer = (facts: Partial<AnswerFacts>) =>
    readIdentity(claimsOf('A', lax.issuer, { ...factsOf('A'), ...facts }), lax, ATTEMPT)

  it('is refused all the same for a branch, two branches or a bsn under the standard name', () => {
    expect(answer({})).toMatchObject({ ok: true })
    expect(answer({ branch: '000012345678' })).toEqual({ ok: false, error: 'BRANCH_RESTRICTED' })
    expect(answer({ bsn: '999990019' })).toEqual({ ok: false, error: 'BSN_PRESENT' })
    const twice = { 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': ['000012345678', '000012345679'] }
    const claims = claimsOf('A', lax.issuer, factsOf('A'), twice)
    expect(readIdentity(claims, lax, ATTEMPT)).toEqual({ ok: false, error: 'ATTRIBUTE_CONTRADICTORY' })
  })
})

describe('the level', () => {
  // Guards against comparing levels as text: "loa2plus" > "loa2" and "EH3" > "EH10" are accidents of spelling.
  it.each([
    ['loa1', 'LEVEL_TOO_LOW'],
    ['loa2plus', 'LEVEL_TOO_LOW'],
    ['loa9', 'LEVEL_UNKNOWN'],
    ['zeer hoog', 'LEVEL_UNKNOWN'],
    ['', 'LEVEL_UNKNOWN'],
    ['constructor', 'LEVEL_UNKNOWN'],
  ] as const)('%j is refused as %s', (level, code) => {
    expect(read('A', { levels: [level] })).toEqual({ ok: false, error: code })
  })

  it.each(DIALECTS)('is never taken from another wording than that of connection %s', (dialect) => {
    for (const other of DIALECTS.filter((name) => name !== dialect)) {
      const answer = read(dialect, { levels: [] }, { acr: acrOf(other, ['loa4']) })
      expect(answer).toEqual({ ok: false, error: 'LEVEL_UNKNOWN' })
    }
  })

  it('must be the same at every place where it stands', () => {
    const loa = 'urn:etoegang:core:assurance-class:loa4'
    expect(read('A', {}, { loa })).toEqual({ ok: false, error: 'LEVEL_CONTRADICTORY' })
    expect(read('A', { levels: [] }, { loa })).toMatchObject({ ok: true, value: { loa: 'loa4' } })
    expect(read('A', {}, { acr: 3 })).toEqual({ ok: false, error: 'LEVEL_UNKNOWN' })
  })
})

describe('the moment of authentication', () => {
  const at = (moment: string) => new Date(moment).getTime() / 1_000
  // Guards the forced new login: an old authentication at the makelaar may not open the portal (ASVS 6.8.4).
  it.each([
    [undefined, 'AUTHENTICATION_MOMENT_MISSING'],
    ['1764000000', 'AUTHENTICATION_MOMENT_MISSING'],
    [Number.NaN, 'AUTHENTICATION_MOMENT_MISSING'],
    [1e20, 'AUTHENTICATION_TOO_OLD'],
    [at('2026-11-23T09:56:59Z'), 'AUTHENTICATION_TOO_OLD'],
    [at('2026-11-23T10:01:01Z'), 'AUTHENTICATION_TOO_OLD'],
  ] as const)('%p is refused as %s', (moment, code) => {
    expect(read('A', {}, { auth_time: moment })).toEqual({ ok: false, error: code })
  })

  it('may lie a minute around the attempt, for clocks differ', () => {
    expect(read('A', {}, { auth_time: at('2026-11-23T09:57:00Z') }).ok).toBe(true)
    expect(read('A', {}, { auth_time: at('2026-11-23T10:01:00Z') }).ok).toBe(true)
  })
})

describe('claims', () => {
  // Guards against a dot or colon in a claim's name being read as a path.
  it('are found by whole keys, never by parts of a name', () => {
    const connection = demoEherkenning('kpn')
    const nested = { urn: { etoegang: { core: { ActingSubjectID: 'other' } } } }
    const answer = readIdentity(
      claimsOf('A', connection.issuer, { ...factsOf('A'), pseudonym: null }, nested),
      connection,
      ATTEMPT,
    )
    expect(answer).toEqual({ ok: false, error: 'NO_PSEUDONYM' })
  })

  it('may be lists of one, or repeat themselves, but not differ', () => {
    const same = read('B', {}, { eherkenningPseudo: ['abc@def', 'abc@def'], chamberOfCommerce: ['90000001'] })
    expect(same).toMatchObject({ ok: true, value: { subjectPseudonym: 'abc@def', legal: { kvk: '90000001' } } })
    const differing = read('B', {}, { eherkenningPseudo: ['abc@def', 'ABC@DEF'] })
    expect(differing).toEqual({ ok: false, error: 'ATTRIBUTE_CONTRADICTORY' })
  })

  it.each([
    [{ eherkenningPseudo: { toString: 'x' } }, 'ATTRIBUTE_CONTRADICTORY'],
    [{ eherkenningPseudo: 'x'.repeat(257) }, 'ATTRIBUTE_CONTRADICTORY'],
    [{ eherkenningPseudo: 'a\u0000b' }, 'ATTRIBUTE_CONTRADICTORY'],
    [{ eherkenningPseudo: '' }, 'NO_PSEUDONYM'],
    [{ chamberOfCommerce: 90000001 }, 'ATTRIBUTE_CONTRADICTORY'],
    [{ chamberOfCommerce: '90000001 ' }, 'LEGAL_SUBJECT_FORMAT'],
    [{ chamberOfCommerce: '９0000001' }, 'LEGAL_SUBJECT_FORMAT'],
    [{ eherkenningRsin: '12345678' }, 'LEGAL_SUBJECT_FORMAT'],
    [{ eherkenningBsn: null }, 'BSN_PRESENT'],
    [{ eherkenningVestigingsNr: '' }, 'BRANCH_RESTRICTED'],
    [{ iss: 'http://localhost:4100/kpn' }, 'ISSUER_OTHER'],
  ] as const)('%j is refused as %s', (claims, code) => {
    expect(read('B', {}, claims)).toEqual({ ok: false, error: code })
  })

  it.each(['constructor', 'toString', '__proto__', 'urn:etoegang:1.9:EntityConcernedID:BSN'])(
    'of an unknown kind of number (%s) are refused, not looked up',
    (kind) => {
      expect(read('A', {}, { namequalifier: kind })).toEqual({ ok: false, error: 'LEGAL_SUBJECT_FORMAT' })
      const represents = { sub: '90000001', sub_id_type: kind }
      expect(read('C', {}, { represents })).toEqual({ ok: false, error: 'LEGAL_SUBJECT_FORMAT' })
    },
  )

  it('of an endless chain of mandates are refused', () => {
    const party = { sub: '90000001', sub_id_type: 'urn:nl-eid-gdi:1.0:id:KvKnr' }
    const chain = Array.from({ length: 50 }).reduce<object>((represents) => ({ ...party, represents }), party)
    expect(read('C', {}, { represents: chain })).toEqual({ ok: false, error: 'LEGAL_SUBJECT_FORMAT' })
  })
})

describe('staff of the servicedesk', () => {
  const connection = demoConnection('servicedesk')
  const facts: AnswerFacts = { ...factsOf('A'), subject: 'desk-1', staffName: 'D. Esk' }
  const readStaff = (more: Record<string, unknown> = {}) =>
    readIdentity(claimsOf('servicedesk', connection.issuer, facts, more), connection, ATTEMPT)

  it('are read from their own identity provider, at two factors only', () => {
    expect(readStaff()).toMatchObject({ ok: true, value: { kind: 'servicedesk', subject: 'desk-1', name: 'D. Esk' } })
    expect(readStaff({ acr: 'wachtwoord' })).toEqual({ ok: false, error: 'LEVEL_TOO_LOW' })
    expect(readStaff({ name: undefined })).toEqual({ ok: false, error: 'NO_PSEUDONYM' })
  })
})

describe('pages of refusals', () => {
  it('exist for every reason', () => {
    const codes: readonly RefusalCode[] = ['ORGANISATION_UNKNOWN', 'AGREEMENTS_MISSING', 'MEMBER_BLOCKED', 'NETWORK']
    expect(codes.map(refusalPage)).toEqual(['organisatie-onbekend', 'overeenkomsten', 'geblokkeerd', 'netwerk'])
    for (const code of ['CANCELLED', 'PROTOCOL', 'UNEXPECTED'] as const)
      expect(REFUSAL_PAGES).toContain(refusalPage(code))
  })
})
