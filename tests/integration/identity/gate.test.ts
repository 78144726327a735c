import type { MemberActor, OnboardingState, StaffActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { type GateRequest, gate } from '#/lib/identity/gate.ts'
import { END_WORDS } from '#/lib/identity/login/login-page.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { HOUR_MS } from '#/lib/platform/clock.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { exampleProduct, PAGE_ROWS, type PageRow, type Part } from '#/tests/architecture/roles-matrix/matrix.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase, whenWaitingForLocks } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
const STATES = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD'] as const
type Visitor = OnboardingState | 'servicedesk' | 'nobody'

const tokens = new Map<Visitor, string>()
const actors = new Map<Visitor, MemberActor | StaffActor>()
beforeAll(async () => {
  const gemeente = await givenGemeente(database)
  actors.set('servicedesk', await givenStaff(database))
  // With every office and role: in the wrong step they are worth nothing.
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER', 'wlz-registertoets': 'PRODUCTBEHEERDER' } as const
  for (const state of STATES)
    actors.set(state, (await givenMember(database, gemeente, { state, isManager: true, roles })).actor)
  for (const [visitor, actor] of actors) tokens.set(visitor, (await givenSession(database, actor)).token)
})

const request = (path: string, change: Partial<GateRequest> = {}): GateRequest => ({
  path,
  pathAndQuery: path,
  isRead: true,
  shown: 'whole',
  token: undefined,
  address: '192.0.2.7',
  origin: TEST_ORIGIN,
  ...change,
})

const exampleOf = (address: string) =>
  address
    .replace('[product]', exampleProduct(address))
    .replace('[reden]', 'niveau')
    .replaceAll(/\[\w+\]/g, '01930000-0000-7000-8000-000000000000')

async function outcome(visitor: Visitor, path: string): Promise<string> {
  const decision = await gate(request(path, { token: tokens.get(visitor) }))
  return decision.kind === 'redirect' ? decision.to : decision.kind
}

const LETS_IN: Readonly<Record<Visitor, readonly Part[]>> = {
  nobody: [],
  PROFIEL: ['profile'],
  VERIFICATIE: ['verification'],
  OPNIEUW_INLOGGEN: [],
  ACTIEF: ['member', 'staff', 'profile'],
  GEBLOKKEERD: [],
  servicedesk: ['staff'],
}

/** Whether the visitor lacks the role for the page: then it is refused at once, so that also a browser without script shows why. */
const lacks = (visitor: Visitor, path: string, { asks }: PageRow): boolean => {
  const actor = actors.get(visitor)
  return actor !== undefined && asks !== null && !holds(actor, asks, exampleProduct(path))
}

function expected(visitor: Visitor, path: string, row: PageRow): string {
  const { part } = row
  if (part === 'public') return 'pass'
  if (LETS_IN[visitor].includes(part)) return lacks(visitor, path, row) && part !== 'profile' ? 'forbidden' : 'pass'
  const door = part === 'staff' ? '/servicedesk/inloggen' : '/inloggen'
  const back = `terug=${encodeURIComponent(path)}`
  const step = (page: string) => (path === '/dashboard' ? page : `${page}?stap=${visitor.toLowerCase()}`)
  switch (visitor) {
    case 'nobody':
      return `${door}?${back}`
    case 'GEBLOKKEERD':
      return `/inloggen?reden=geblokkeerd&${back}`
    case 'servicedesk':
      return path.startsWith('/mijn/') ? '/servicedesk/sessies' : '/servicedesk/gemeenten'
    case 'PROFIEL':
      return step('/persoonlijke-instellingen')
    case 'VERIFICATIE':
      return step('/verificatie')
    case 'OPNIEUW_INLOGGEN':
      return step('/opnieuw-inloggen')
    case 'ACTIEF':
      return step('/dashboard')
  }
}

// Guards issue items 6 and 12: every page for everybody, in every step. The pages come from the matrix, which has them all.
describe.each(['nobody', ...STATES, 'servicedesk'] as const)('the gate, for %s', (visitor) => {
  it.each(Object.entries(PAGE_ROWS))('at %s', async (address, row) => {
    const path = exampleOf(address)
    expect(await outcome(visitor, path)).toBe(expected(visitor, path, row))
  })
})

async function givenLogin() {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente)
  return { gemeente, session: await givenSession(database, actor) }
}

describe('a session that is over', () => {
  const door = async (path: string, end: string, isStaff: boolean) => {
    const gemeente = await givenGemeente(database)
    const actor = isStaff ? await givenStaff(database) : (await givenMember(database, gemeente)).actor
    const session = await givenSession(database, actor)
    await database.query('UPDATE session SET ended_at = now(), end_reason = $2::"SessionEndReason" WHERE id = $1', [
      session.id,
      end,
    ])
    return gate(request(path, { token: session.token }))
  }

  // Guards that nobody is told of idle time who was blocked, or lost a role.
  it.each(Object.entries(END_WORDS))('tells why: %s', async (end, word) => {
    const to = `/inloggen?reden=${word}&terug=%2Fdashboard`
    expect(await door('/dashboard', end, false)).toEqual({ kind: 'redirect', to, forgetSession: true })
  })

  it('leads to the door of who it was of, whatever page was asked for', async () => {
    expect(await door('/dashboard', 'INACTIEF', true)).toMatchObject({
      to: '/servicedesk/inloggen?reden=verlopen&terug=%2Fdashboard',
    })
    expect(await door('/servicedesk/gemeenten', 'ROL_GEWIJZIGD', false)).toMatchObject({
      to: '/inloggen?reden=rol&terug=%2Fservicedesk%2Fgemeenten',
    })
  })
})

describe('the gate', () => {
  it('does not send a form away when the session ended a moment ago: its action keeps what was typed', async () => {
    const { session, gemeente } = await givenLogin()
    hands.advance(HOUR_MS)
    const form = request('/dashboard', { token: session.token, isRead: false })
    expect(await gate(form)).toEqual({ kind: 'pass', newToken: null })
    expect(await auditRows(database, gemeente.id, 'session.ended')).toHaveLength(1)
    hands.advance(-HOUR_MS)
  })

  it('keeps the way back of what was read, never of what was sent', async () => {
    const page = await gate(request('/beheer/gebruikers', { pathAndQuery: '/beheer/gebruikers?q=a&b' }))
    expect(page).toMatchObject({ to: `/inloggen?terug=${encodeURIComponent('/beheer/gebruikers?q=a&b')}` })
    expect(await gate(request('/dashboard', { isRead: false }))).toMatchObject({ to: '/inloggen?' })
  })

  it('lets only the allowed networks to what lies behind the login', async () => {
    const { session, gemeente } = await givenLogin()
    const before = settings()
    setSettings({ ...before, networks: ['198.51.100.0/24'] })
    try {
      const from = (address: string | null) => gate(request('/dashboard', { token: session.token, address }))
      expect(await from('198.51.100.9')).toMatchObject({ kind: 'pass' })
      for (const address of ['192.0.2.7', null])
        expect(await from(address)).toMatchObject({
          kind: 'redirect',
          to: expect.stringMatching(/^\/geen-toegang\/netwerk\?code=\w{8}$/),
        })
      const refused = await auditRows(database, gemeente.id, 'access.refused')
      expect(refused.map(({ reason_code }) => reason_code)).toEqual(['NETWORK', 'NETWORK'])
      expect(await gate(request('/inloggen', { address: '192.0.2.7' }))).toMatchObject({ kind: 'pass' })
    } finally {
      setSettings(before)
    }
  })
})

describe('a new token at the gate', () => {
  // Guards ASVS 7.2.4 without throwing people out: of pages loaded at the same time one brings the new token, the others
  // come again, and none of them takes it from the browser.
  it('is given to one of the pages that load at the same time; the others come again', async () => {
    const { session } = await givenLogin()
    await database.query('UPDATE session SET renew_token = true WHERE id = $1', [session.id])
    // Nobody can renew until all five have read the old token and wait: without this the order is chance.
    await database.query('BEGIN')
    await database.query('SELECT 1 FROM session WHERE id = $1 FOR UPDATE', [session.id])
    const loading = Promise.all(Array.from({ length: 5 }, () => gate(request('/dashboard', { token: session.token }))))
    await whenWaitingForLocks(database, 5)
    await database.query('COMMIT')
    const pages = await loading
    const given = pages.flatMap((page) => (page.kind === 'pass' && page.newToken ? [page.newToken] : []))
    expect(given).toHaveLength(1)
    expect(pages.filter((page) => page.kind === 'redirect' && page.forgetSession)).toEqual([])
    expect(pages.filter((page) => page.kind === 'pass' && page.newToken === null)).toEqual([])
    expect((await resolveSession(given[0], TEST_ORIGIN)).kind).toBe('live')
  })

  // A script's answer can be given up before it arrives, and the old token would be dead: only a page that the browser shows
  // brings a new one. Somebody who chose a link loads it whole; what asks by itself works on with the old token.
  it('comes with a whole page only', async () => {
    const { session } = await givenLogin()
    await database.query('UPDATE session SET renew_token = true WHERE id = $1', [session.id])
    const asked = (shown: GateRequest['shown']) => gate(request('/dashboard', { token: session.token, shown }))
    expect(await asked('aside')).toEqual({ kind: 'pass', newToken: null })
    expect(await asked('part')).toEqual({ kind: 'load-whole' })
    expect((await resolveSession(session.token, TEST_ORIGIN)).kind).toBe('live')
    expect(await asked('whole')).toEqual({ kind: 'pass', newToken: expect.any(String) })
    expect((await resolveSession(session.token, TEST_ORIGIN)).kind).toBe('absent')
  })

  // Guards ASVS 7.2.4: the page of a new role opens at once, and what has the old token never gets that role.
  it('brings the role that it was made for, which the old one does not have', async () => {
    const gemeente = await givenGemeente(database)
    const manager = await givenMember(database, gemeente, { isManager: true })
    const jansen = await givenMember(database, gemeente, { roles: { ijw: 'GEBRUIKER' } })
    const session = await givenSession(database, jansen.actor)
    const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER', 'wlz-registertoets': 'GEEN' } as const
    await saveRoles(manager.actor, { memberId: jansen.memberId, ...roles })
    const rolesBehind = async (token: string) => {
      const found = await resolveSession(token, TEST_ORIGIN)
      return found.kind === 'live' && found.actor.kind === 'member' ? found.actor.roles : found.kind
    }
    expect(await rolesBehind(session.token)).toEqual({ ijw: 'GEBRUIKER' })
    const page = request('/producten/iwmo/berichten', { token: session.token })
    expect(await gate({ ...page, shown: 'aside' })).toEqual({ kind: 'forbidden', newToken: null })
    const opened = await gate(page)
    if (opened.kind !== 'pass' || opened.newToken === null) throw new Error(`the page was ${opened.kind}`)
    expect(await rolesBehind(opened.newToken)).toEqual({ iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' })
    expect(await rolesBehind(session.token)).toBe('absent')
  })

  it('waits while a form is sent, which carries the old one', async () => {
    const { session } = await givenLogin()
    await database.query('UPDATE session SET renew_token = true WHERE id = $1', [session.id])
    expect(await gate(request('/dashboard', { token: session.token, isRead: false }))).toEqual({
      kind: 'pass',
      newToken: null,
    })
    expect((await resolveSession(session.token, TEST_ORIGIN)).kind).toBe('live')
  })
})
