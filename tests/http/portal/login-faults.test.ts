import type { RefusalCode } from '#/lib/identity/login/identity.ts'
import { FAULTS } from '#/simulators/makelaar/faults.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, armFault, restoreMakelaar, Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
beforeEach(() => restoreMakelaar(portal))

/** Page and exact reason of a login that ended at the portal; null for each when it was let in. */
async function outcome(visitor: Visitor, answer: Answer): Promise<{ page: string; reason: string | null }> {
  const { pathname, searchParams } = new URL(answer.url)
  const rows = await portal.database.query<{ reason_code: string }>(
    'SELECT reason_code FROM audit_event WHERE support_code = $1',
    [searchParams.get('code') ?? ''],
  )
  if (!pathname.startsWith('/geen-toegang/')) return { page: pathname, reason: null }
  expect(rows).toHaveLength(1)
  expect(answer.text).toContain(searchParams.get('code') ?? 'no support code')
  expect(visitor.cookieHeader()).not.toContain('__Host-sessie')
  return { page: pathname.slice('/geen-toegang/'.length), reason: rows[0]?.reason_code ?? null }
}

// Level and content: what a makelaar's sound answer says of somebody whom the portal must not let in. Each its own reason
// in the log, and no more on the page than the person can act on.
const REFUSED: Readonly<Record<string, readonly [page: string, reason: RefusalCode]>> = {
  T40: ['niveau', 'LEVEL_TOO_LOW'],
  T41: ['niveau', 'LEVEL_TOO_LOW'],
  T42: ['niveau', 'LEVEL_MISSING'],
  T43: ['niveau', 'LEVEL_UNKNOWN'],
  T44: ['niveau', 'LEVEL_CONTRADICTORY'],
  T45: ['inloggen-mislukt', 'SERVICE_OTHER'],
  T46: ['inloggen-mislukt', 'NO_LEGAL_SUBJECT'],
  T47: ['inloggen-mislukt', 'NO_PSEUDONYM'],
  T48: ['inloggen-mislukt', 'BSN_PRESENT'],
  T49: ['inloggen-mislukt', 'LEGAL_SUBJECT_FORMAT'],
  T49b: ['inloggen-mislukt', 'LEGAL_SUBJECT_FORMAT'],
  T50: ['organisatie-onbekend', 'ORGANISATION_UNKNOWN'],
  T51: ['vestiging', 'BRANCH_RESTRICTED'],
  T52: ['inloggen-mislukt', 'ATTRIBUTE_CONTRADICTORY'],
  T133: ['niveau', 'LEVEL_MISSING'],
}

describe('an answer that says too little or something else', () => {
  it.each(Object.entries(REFUSED))('%s ends at its page, with its reason in the log', async (fault, [page, reason]) => {
    await armFault(portal, fault, { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    expect(await outcome(visitor, await visitor.logIn('jansen'))).toEqual({ page, reason })
  })

  it('has a row for every fault of level and content that the simulator knows', () => {
    const known = FAULTS.filter(({ kind }) => kind === 'level' || kind === 'content').map(({ id }) => id)
    expect(Object.keys(REFUSED).toSorted()).toEqual(known.toSorted())
  })

  // A fault of one login may not stand in the way of the next.
  it('lets the same person in afterwards', async () => {
    await armFault(portal, 'T48', { gebruiker: 'jansen' })
    await new Visitor(portal).logIn('jansen')
    const visitor = new Visitor(portal)
    expect(await outcome(visitor, await visitor.logIn('jansen'))).toEqual({ page: '/dashboard', reason: null })
  })
})

describe('an answer that is forged, replayed or of another attempt', () => {
  // T135 and T136 are seen at the start, see below. T134 is about userinfo, which the portal never asks for.
  const forged = FAULTS.filter(
    ({ kind, effect }) => kind === 'protocol' && effect.at !== 'discovery' && effect.at !== 'userinfo',
  )
  it.each(forged.map(({ id, does }) => [id, does]))('%s lets nobody in: %s', async (fault) => {
    await armFault(portal, fault, { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    const { page, reason } = await outcome(visitor, await visitor.logIn('jansen'))
    expect(page).toBe('inloggen-mislukt')
    expect(['PROTOCOL', 'AUTHENTICATION_TOO_OLD', 'AUTHENTICATION_MOMENT_MISSING', 'MAKELAAR_UNREACHABLE']).toContain(
      reason,
    )
  })

  it('takes an answer once', async () => {
    const visitor = new Visitor(portal)
    const first = await visitor.toMakelaar('kpn')
    const sms = await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    const base = sms.url.replace(/(\/inloggen\/[^/]+).*/, '$1')
    const finished = await visitor.post(`${base}/sms`, { code: await visitor.smsCode('jansen') })
    const before = await visitor.follow(finished, portal.makelaarUrl)
    const thief = visitor.copy()
    expect(new URL((await visitor.follow(before)).url).pathname).toBe('/dashboard')
    const again = await thief.follow(await thief.ask(before.location ?? ''))
    expect(await outcome(thief, again)).toEqual({ page: 'inloggen-mislukt', reason: 'PROTOCOL' })
  })
})

describe('a person who stops', () => {
  const stops: Readonly<Record<string, (visitor: Visitor, page: Answer) => Promise<Answer>>> = {
    'T20 at the first page': async (_visitor, page) => page,
    'T21 after a wrong password': (visitor, page) =>
      visitor.atMakelaar(page, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'fout' }),
    'T22 at the sms code': (visitor, page) =>
      visitor.atMakelaar(page, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' }),
    'T23 at the choice of organisation': async (visitor, page) => {
      const sms = await visitor.atMakelaar(page, 'wachtwoord', { gebruikersnaam: 'bakker', wachtwoord: 'demo' })
      return visitor.atMakelaar(sms, 'sms', { code: await visitor.smsCode('bakker') })
    },
    'T24 after 5 wrong passwords': async (visitor, page) => {
      for (let tries = 0; tries < 5; tries += 1)
        await visitor.atMakelaar(page, 'wachtwoord', { gebruikersnaam: 'peters', wachtwoord: 'fout' })
      return page
    },
    'T25 after 3 wrong sms codes': async (visitor, page) => {
      await visitor.atMakelaar(page, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
      const wrong = String((Number(await visitor.smsCode('jansen')) + 1) % 1_000_000).padStart(6, '0')
      for (let tries = 0; tries < 3; tries += 1) await visitor.atMakelaar(page, 'sms', { code: wrong })
      return page
    },
  }
  it.each(Object.keys(stops))('%s comes back to one page, without blame and without a session', async (place) => {
    const visitor = new Visitor(portal)
    const stopped = await stops[place]?.(visitor, await visitor.toMakelaar('kpn'))
    if (!stopped) throw new Error(place)
    expect(stopped.url).toContain(portal.makelaarUrl)
    const answer = await visitor.atMakelaar(stopped, 'annuleren')
    expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'CANCELLED' })
  })

  /** Logs in as far as the simulator lets it come. */
  async function asFarAsItGoes(visitor: Visitor): Promise<Answer> {
    const first = await visitor.toMakelaar('kpn')
    const page = await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    const isAtSms = page.url.startsWith(portal.makelaarUrl) && page.text.includes('name="code"')
    return isAtSms ? visitor.atMakelaar(page, 'sms', { code: await visitor.smsCode('jansen') }) : page
  }

  // The same stops, done by the simulator in the person's place: whoever tests has to arm one only.
  it.each(['T20', 'T21', 'T22', 'T23'])(
    '%s can be armed for one person, and comes back to that page',
    async (fault) => {
      await armFault(portal, fault, { gebruiker: 'jansen' })
      const other = new Visitor(portal)
      expect(await outcome(other, await other.logIn('peters'))).toEqual({ page: '/dashboard', reason: null })
      const visitor = new Visitor(portal)
      const answer = await asFarAsItGoes(visitor)
      expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'CANCELLED' })
      expect(await outcome(visitor, await visitor.logIn('jansen'))).toEqual({ page: '/dashboard', reason: null })
    },
  )

  it('T20 can be armed for whoever comes next, before anybody has said who he is', async () => {
    await armFault(portal, 'T20', {})
    const visitor = new Visitor(portal)
    const answer = await visitor.toMakelaar('kpn')
    expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'CANCELLED' })
  })

  it.each([
    ['T24', 'Te vaak een verkeerd wachtwoord'],
    ['T25', 'Te vaak een verkeerde sms-code'],
  ])('%s can be armed: its own page, and back by the button', async (fault, title) => {
    await armFault(portal, fault, { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    const stopped = await asFarAsItGoes(visitor)
    expect(stopped.url).toContain(portal.makelaarUrl)
    expect(stopped.text).toContain(title)
    const answer = await visitor.atMakelaar(stopped, 'annuleren')
    expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'CANCELLED' })
    // The next login of the same person is not in its way.
    expect(await outcome(visitor, await visitor.logIn('jansen'))).toEqual({ page: '/dashboard', reason: null })
  })

  it('T27 can be armed: the code that is sent last lets in', async () => {
    await armFault(portal, 'T27', { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    expect(await outcome(visitor, await visitor.logIn('jansen'))).toEqual({ page: '/dashboard', reason: null })
  })

  // eHerkenning chapter 15: everything that people do at the makelaar, and what becomes slow or is away there.
  it('has every fault from T20 to T31 at hand', () => {
    const known = FAULTS.map(({ id }) => id)
    for (let number = 20; number <= 31; number += 1) expect(known).toContain(`T${number}`)
  })

  it('T26 gets in with a new code after the first had expired, and T27 not with the old one', async () => {
    await armFault(portal, 'T26', { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    const first = await visitor.toMakelaar('kpn')
    await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    const old = await visitor.smsCode('jansen')
    expect((await visitor.atMakelaar(first, 'sms', { code: old })).text).toContain('De sms-code is verlopen')
    await fetch(`${portal.makelaarUrl}/test/klok`, { method: 'POST', body: '{"verschuivingSeconden":31}' })
    await visitor.atMakelaar(first, 'sms-nieuw')
    const renewed = await visitor.smsCode('jansen')
    if (renewed !== old) {
      const refused = await visitor.atMakelaar(first, 'sms', { code: old })
      expect(refused.url).toContain(portal.makelaarUrl)
    }
    const answer = await visitor.atMakelaar(first, 'sms', { code: renewed })
    expect(await outcome(visitor, answer)).toEqual({ page: '/dashboard', reason: null })
  })

  // T28: Back after the login leads to the makelaar's page of an attempt that is over.
  it('T28 keeps the session when an old page of the makelaar is sent again', async () => {
    const visitor = new Visitor(portal)
    const first = await visitor.toMakelaar('kpn')
    await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    await visitor.atMakelaar(first, 'sms', { code: await visitor.smsCode('jansen') })
    await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    expect((await visitor.ask('/dashboard')).status).toBe(200)
  })

  // T29: the browser holds one attempt; the older one fails cleanly and takes nothing along.
  it('T29 lets the second tab in, and the first one fail with a page that says what to do', async () => {
    const visitor = new Visitor(portal)
    const tab1 = await visitor.toMakelaar('kpn')
    const tab2 = await visitor.toMakelaar('kpn')
    await visitor.atMakelaar(tab1, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    const late = await visitor.atMakelaar(tab1, 'sms', { code: await visitor.smsCode('jansen') })
    expect(await outcome(visitor, late)).toEqual({ page: 'inloggen-mislukt', reason: 'PROTOCOL' })
    const begun = await visitor.toMakelaar('kpn')
    await visitor.atMakelaar(begun, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    const answer = await visitor.atMakelaar(begun, 'sms', { code: await visitor.smsCode('jansen') })
    expect(await outcome(visitor, answer)).toEqual({ page: '/dashboard', reason: null })
    expect(tab2.status).toBe(200)
  })
})

describe('a makelaar that is not there', () => {
  it('T30 sends the person back when the supplier is down', async () => {
    await armFault(portal, 'T30', { gebruiker: 'jansen' })
    const visitor = new Visitor(portal)
    const first = await visitor.toMakelaar('kpn')
    const stopped = await visitor.atMakelaar(first, 'wachtwoord', { gebruikersnaam: 'jansen', wachtwoord: 'demo' })
    expect(stopped.text).toContain('De leverancier is nu niet bereikbaar')
    const answer = await visitor.atMakelaar(stopped, 'annuleren')
    expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'MAKELAAR_UNREACHABLE' })
  })

  it.each(['T30b', 'T135', 'T136'])('%s is told at the start, before anybody leaves the portal', async (fault) => {
    const makelaar = { T30b: 'quovadis', T135: 'reconi', T136: 'we-id' }[fault] ?? ''
    await armFault(portal, fault, { makelaar })
    const visitor = new Visitor(portal)
    const answer = await visitor.toMakelaar(makelaar)
    expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'MAKELAAR_UNREACHABLE' })
  })

  it.each(['T31', 'T139', 'T139b'])(
    '%s ends in a page, not in a wait without end',
    async (fault) => {
      await armFault(portal, fault, { gebruiker: 'jansen' })
      const visitor = new Visitor(portal)
      const answer = await visitor.logIn('jansen')
      expect(await outcome(visitor, answer)).toEqual({ page: 'inloggen-mislukt', reason: 'MAKELAAR_UNREACHABLE' })
    },
    60_000,
  )
})
