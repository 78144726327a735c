import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import {
  CALL_ROWS,
  exampleProduct,
  PAGE_ROWS,
  type PageRow,
  type Part,
} from '#/tests/architecture/roles-matrix/matrix.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenSession, givenStaff } from '#/tests/support/world.ts'

const portal = testPortal()
const { database } = portal
const NOWHERE = '01930000-0000-7000-8000-000000000000'
const VISITORS = ['user', 'keeper', 'manager', 'without role', 'in PROFIEL', 'in VERIFICATIE', 'staff'] as const
type Visitor = (typeof VISITORS)[number]
type Somebody = { readonly actor: MemberActor | StaffActor; readonly token: string }

const people = new Map<Visitor, Somebody>()
let home: GivenGemeente
beforeAll(async () => {
  home = await givenGemeente(database, { name: 'Rollendam' })
  const options = {
    user: { roles: { iwmo: 'GEBRUIKER', 'wlz-registertoets': 'GEBRUIKER' } },
    keeper: { roles: { iwmo: 'PRODUCTBEHEERDER' } },
    manager: { isManager: true },
    'without role': {},
    'in PROFIEL': { state: 'PROFIEL', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
    'in VERIFICATIE': { state: 'VERIFICATIE', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
  } as const
  for (const [name, option] of Object.entries(options)) {
    const { actor } = await givenMember(database, home, option)
    people.set(name as Visitor, { actor, token: (await givenSession(database, actor)).token })
  }
  const staff = await givenStaff(database)
  people.set('staff', { actor: staff, token: (await givenSession(database, staff)).token })
})

function somebody(visitor: Visitor): Somebody {
  const found = people.get(visitor)
  if (!found) throw new Error(`nobody is ${visitor}`)
  return found
}

const ask = (path: string, token: string | null, init: RequestInit = {}) =>
  fetch(`${portal.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: {
      ...(token ? { cookie: `${SESSION_COOKIE}=${token}` } : {}),
      ...(init.headers as Record<string, string>),
    },
  })

const exampleOf = (address: string) =>
  address.replace('[product]', exampleProduct(address)).replaceAll(/\[\w+\]/g, NOWHERE)
const behindLogin = Object.entries(PAGE_ROWS).filter(([, { part }]) => part !== 'public')

const mayPass = ({ actor }: Somebody, part: Part): boolean => {
  if (actor.kind === 'staff') return part === 'staff'
  if (actor.state === 'ACTIEF') return part !== 'verification'
  return part === (actor.state === 'PROFIEL' ? 'profile' : 'verification')
}

/** The status that the matrix demands: another step redirects, a missing right is 403, what does not exist is 404. */
function pageStatus(visitor: Somebody, address: string, { part, asks }: PageRow): number {
  if (!mayPass(visitor, part)) return 303
  if (asks && !holds(visitor.actor, asks, exampleProduct(address))) return 403
  return /\[(?!product)/.test(address) ? 404 : 200
}

/** What a holder gets who names nothing that exists, and who is no program that listens. */
const toHolder = (address: string): number =>
  address === '/api/berichten/gebeurtenissen' ? 406 : address.includes('Id]') ? 404 : 200

// Guards issue item 12 in the production build: every page and call, for everybody, from the same matrix as the code.
describe.each(VISITORS)('somebody who is %s', (visitor) => {
  it.each(behindLogin)('gets what the matrix says at %s', async (address, row) => {
    // Whether a resting page asks for a search before it looks is its own affair.
    const answer = await ask(exampleOf(address), somebody(visitor).token)
    expect([address, answer.status]).toEqual([address, pageStatus(somebody(visitor), address, row)])
  })

  const reads = Object.entries(CALL_ROWS).filter(([call]) => /^GET (?!\/api\/(auth|health))/.test(call))
  it.each(reads)('gets what the matrix says of %s', async (call, asks) => {
    const [, address = ''] = call.split(' ')
    const answer = await ask(exampleOf(address), somebody(visitor).token)
    const held = asks === 'session' || (asks !== 'open' && holds(somebody(visitor).actor, asks, 'iwmo'))
    const through = address.startsWith('/api/') || mayPass(somebody(visitor), 'member')
    const expected = through ? (held ? toHolder(address) : 403) : 303
    expect([call, answer.status]).toEqual([call, expected])
  })
})

describe('who is not logged in', () => {
  it.each(behindLogin)('is sent to the login by %s, whatever cookie and header say', async (address) => {
    const tokens = [null, 'x', '%00', 'a'.repeat(2_000)]
    // CVE-2025-29927: this header once made Next skip the middleware.
    const skip = ['middleware', 'src/middleware', 'middleware:middleware:middleware:middleware:middleware']
    const answers = await Promise.all([
      ...tokens.map((token) => ask(exampleOf(address), token)),
      ...skip.map((header) => ask(exampleOf(address), null, { headers: { 'x-middleware-subrequest': header } })),
    ])
    for (const answer of answers) {
      expect([303, 307]).toContain(answer.status)
      expect(new URL(answer.headers.get('location') ?? '', portal.url).pathname).toMatch(/inloggen$/)
      expect(await answer.text()).not.toContain('Rollendam')
    }
  })

  it('gets 401 from every call that asks for something', async () => {
    for (const call of Object.keys(CALL_ROWS).filter(
      (name) => name.includes('/api/berichten') || name.includes('sessie'),
    )) {
      const [method = '', address = ''] = call.split(' ')
      const answer = await ask(exampleOf(address), null, { method, headers: { origin: portal.url } })
      expect([call, answer.status]).toEqual([call, 401])
    }
  })
})

// Guards ASVS 3.5.1: another site cannot make a browser that is logged in change anything.
describe('a changing call from elsewhere', () => {
  const changing = Object.keys(CALL_ROWS).filter((call) => call.startsWith('POST '))
  it.each(changing)('is refused: %s', async (call) => {
    const { token } = somebody('user')
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ]
    for (const headers of foreign) {
      const answer = await ask(exampleOf(call.split(' ')[1] ?? ''), token, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ a: 'b' }),
      })
      expect([call, headers, answer.status]).toEqual([call, headers, 403])
    }
    expect((await ask('/dashboard', token)).status).toBe(200)
  })

  it.each(['/api/inloggen', '/api/sessie/concept'])('that is no form is no fault of ours: %s', async (path) => {
    const init = { method: 'POST', headers: { origin: portal.url, 'content-type': 'text/plain' }, body: 'x' }
    expect((await ask(path, somebody('in PROFIEL').token, init)).status).toBeLessThan(500)
  })
})

describe('what belongs to another gemeente', () => {
  it('does not exist: 404, the same as for an id of nobody', async () => {
    const elsewhere = await givenGemeente(database, { name: 'Vreemddam' })
    const { memberId } = await givenMember(database, elsewhere, { lastName: 'Geheim' })
    for (const id of [memberId, NOWHERE, 'geen-id']) {
      const answer = await ask(`/beheer/gebruikers/${id}`, somebody('manager').token)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('Geheim')
    }
  })
})
