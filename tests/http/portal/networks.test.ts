import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { CALL_ROWS, PAGE_ROWS } from '#/tests/architecture/roles-matrix/matrix.ts'
import { actionForm, actionId } from '#/tests/support/action-ids.ts'
import { askFrom, formBody, type PeerAnswer } from '#/tests/support/peer.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const INSIDE = '203.0.113.7'
const OUTSIDE = '198.51.100.7'
const PROXY = '127.0.0.2'
const STRANGER = '127.0.0.3'
const NOWHERE = '01930000-0000-7000-8000-000000000000'

// Loopback itself is no proxy and lies in no network: what Next asks of itself must not be taken for somebody inside.
const portal = testPortal({
  HOST: '127.0.0.1',
  NETWERKEN: '203.0.113.0/24, 2001:db8:1::/48',
  VERTROUWDE_PROXIES: '127.0.0.2/32 10.0.0.0/8 2001:db8:f::/48',
})
const { database } = portal
type Person = { readonly organisationId: string; readonly memberId: string; readonly cookie: string }
let manager: Person

async function newSession(person: Person): Promise<{ id: string; token: string }> {
  const { actor } = people.get(person.memberId) ?? { actor: null }
  if (!actor) throw new Error('nobody')
  return givenSession(database, actor)
}
const people = new Map<string, Awaited<ReturnType<typeof givenMember>>>()

beforeAll(async () => {
  const gemeente = await givenGemeente(database, { name: 'Netdam' })
  const given = await givenMember(database, gemeente, {
    isManager: true,
    lastName: 'Netwerker',
    roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' },
  })
  people.set(given.memberId, given)
  const { token } = await givenSession(database, given.actor)
  manager = { organisationId: gemeente.id, memberId: given.memberId, cookie: `${SESSION_COOKIE}=${token}` }
})

type Where = { readonly peer?: string; readonly forwardedFor?: string | null }
type Ask = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: Buffer }

/** A request of the manager, through the proxy unless told otherwise. */
function ask(path: string, where: Where, { headers = {}, ...rest }: Ask = {}): Promise<PeerAnswer> {
  const { peer = PROXY, forwardedFor = INSIDE } = where
  return askFrom(portal, peer, path, {
    ...rest,
    headers: {
      cookie: manager.cookie,
      ...(rest.method === undefined ? {} : { origin: portal.url }),
      ...(forwardedFor === null ? {} : { 'x-forwarded-for': forwardedFor }),
      ...headers,
    },
  })
}

const refusals = async (reason = 'NETWORK') =>
  (
    await database.query<{ support_code: string | null; event: string; organisation_id: string | null }>(
      'SELECT support_code, event, organisation_id FROM audit_event WHERE reason_code = $1 ORDER BY chain, seq',
      [reason],
    )
  ).map(({ support_code, event, organisation_id }) => ({ code: support_code, event, organisation_id }))

const exampleOf = (address: string) => address.replace('[product]', 'iwmo').replaceAll(/\[\w+\]/g, NOWHERE)

// Each way of coming from somewhere, by what the portal must take it for.
const FROM_INSIDE: readonly (readonly [string, Where])[] = [
  ['behind the proxy', {}],
  ['behind two proxies', { forwardedFor: `${INSIDE}, 10.0.0.9` }],
  ['behind a chain of proxies of both families', { forwardedFor: `${INSIDE}, 10.0.0.9, 2001:db8:f::1` }],
  ['with an invented address before the own one', { forwardedFor: `${OUTSIDE}, ${INSIDE}` }],
  ['over IPv6', { forwardedFor: '2001:db8:1::5' }],
  ['over IPv6, in brackets and with a port', { forwardedFor: '[2001:db8:1::5]:4711' }],
  ['with IPv4 in IPv6 clothes', { forwardedFor: '::ffff:203.0.113.7' }],
]
const FROM_OUTSIDE: readonly (readonly [string, Where])[] = [
  ['behind the proxy', { forwardedFor: OUTSIDE }],
  ['with an invented address of the network before the own one', { forwardedFor: `${INSIDE}, ${OUTSIDE}` }],
  ['with an invented address and an invented proxy', { forwardedFor: `${INSIDE}, 10.0.0.9, ${OUTSIDE}` }],
  ['as a peer that is no proxy and invents an address', { peer: STRANGER }],
  ['as a peer that is no proxy and invents a chain', { peer: STRANGER, forwardedFor: `${INSIDE}, 127.0.0.2` }],
  ['as this machine itself', { peer: '127.0.0.1' }],
  ['as the proxy itself', { forwardedFor: null }],
  ['behind a proxy that sends an empty header', { forwardedFor: '' }],
  ['over IPv6', { forwardedFor: '2001:db8:2::5' }],
  ['with IPv4 in IPv6 clothes', { forwardedFor: '::ffff:198.51.100.7' }],
  ['with an address that only some programs read', { forwardedFor: '3405803783' }],
  ['behind a proxy that says nonsense', { forwardedFor: 'unknown' }],
  ['with nonsense between the proxy and the network', { forwardedFor: `${INSIDE}, _hidden` }],
]

describe('NETWERKEN lets in who comes', () => {
  it.each(FROM_INSIDE)('%s', async (_name, where) => {
    const page = await ask('/dashboard', where)
    expect([page.status, page.text.includes('Netwerker')]).toEqual([200, true])
    expect((await ask('/api/berichten/iwmo', where)).status).toBe(200)
  })
})

describe('NETWERKEN keeps out who comes', () => {
  it.each(FROM_OUTSIDE)('%s: the page that says so, 403 for software, and a row in the log', async (_name, where) => {
    const before = await refusals()
    const page = await ask('/dashboard', where)
    const [, code] = /^\S*\/geen-toegang\/netwerk\?code=([0-9A-Z]{8})$/.exec(String(page.headers.location)) ?? []
    expect([page.status, typeof code, page.text.includes('Netwerker')]).toEqual([303, 'string', false])
    const call = await ask('/api/berichten/iwmo', where)
    expect([call.status, JSON.parse(call.text)]).toEqual([403, expect.objectContaining({ code: 'NETWERK' })])
    const rows = (await refusals()).slice(before.length)
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ code, event: 'access.refused', organisation_id: manager.organisationId })
  })

  const pages = Object.entries(PAGE_ROWS).filter(([, { part }]) => part !== 'public')
  it.each(pages)('at the page %s', async (address) => {
    const answer = await ask(exampleOf(address), { forwardedFor: OUTSIDE })
    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringContaining('/geen-toegang/netwerk')])
  })

  const calls = Object.entries(CALL_ROWS).filter(([, asks]) => asks !== 'open')
  it.each(calls)('at the call %s', async (call) => {
    const [method = '', address = ''] = call.split(' ')
    const answer = await ask(exampleOf(address), { forwardedFor: OUTSIDE }, { method })
    const isBehindGate = !address.startsWith('/api/')
    expect([call, answer.status]).toEqual([call, isBehindGate ? 303 : 403])
  })
})

describe('a login from outside', () => {
  it('does not begin, and does not end', async () => {
    const body = Buffer.from('makelaar=kpn')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const inside = await ask('/api/inloggen', {}, { method: 'POST', headers, body })
    expect(inside.headers.location).toContain(portal.makelaarUrl)
    const begun = await ask('/api/inloggen', { forwardedFor: OUTSIDE }, { method: 'POST', headers, body })
    const ended = await ask('/api/auth/callback/kpn?code=x&state=y', { forwardedFor: OUTSIDE })
    for (const answer of [begun, ended])
      expect([answer.status, answer.headers.location]).toEqual([303, expect.stringContaining('/geen-toegang/netwerk?')])
    const rows = (await refusals()).filter(({ event }) => event === 'login.refused')
    expect(rows).toHaveLength(2)
  })

  it('of nobody at all is told the same, with a code that leads to the row', async () => {
    const answer = await askFrom(portal, STRANGER, '/dashboard')
    const code = String(answer.headers.location).split('code=')[1] ?? ''
    expect(await refusals()).toContainEqual({ code, event: 'login.refused', organisation_id: null })
    const page = await askFrom(portal, STRANGER, `/geen-toegang/netwerk?code=${code}`)
    expect([page.status, page.text.includes(code)]).toEqual([200, true])
  })
})

describe('what everybody reaches, inside or not', () => {
  it('is what helps people and watches the portal: public pages, files of the build, health, end of a session', async () => {
    for (const path of [
      '/',
      '/adres-bevestigen',
      '/inloggen',
      '/help',
      '/privacy',
      '/toegankelijkheid',
      '/uitgelogd',
      '/icon.svg',
    ])
      expect([path, (await ask(path, { peer: STRANGER })).status]).toEqual([path, 200])
    for (const path of ['/api/health/live', '/api/health/ready'])
      expect([path, (await ask(path, { peer: STRANGER })).status]).toEqual([path, 200])
    const { text } = await ask('/', { peer: STRANGER })
    const file = /"(\/_next\/static\/[^"]+\.\w+)"/.exec(text)?.[1] ?? ''
    expect((await ask(file, { peer: STRANGER })).status).toBe(200)
    const { token } = await newSession(manager)
    const out = await askFrom(portal, STRANGER, '/api/uitloggen', {
      method: 'POST',
      headers: { cookie: `${SESSION_COOKIE}=${token}`, origin: portal.url },
    })
    expect(out.headers.location).toContain('/uitgelogd')
  })
})

describe('a server action', () => {
  async function endSession(
    path: string,
    where: Where,
    names: Readonly<Record<string, string>> = {},
  ): Promise<{ answer: PeerAnswer; ended: boolean }> {
    const { id } = await newSession(manager)
    const { type, body } = await formBody(actionForm({ sessionId: id }))
    const headers = { 'next-action': actionId('endOwnSessionAction'), 'content-type': type, accept: 'text/x-component' }
    const answer = await ask(path, where, { method: 'POST', headers: { ...headers, ...names }, body })
    const [row] = await database.query<{ ended: boolean }>(
      'SELECT ended_at IS NOT NULL AS ended FROM session WHERE id = $1',
      [id],
    )
    await database.query('UPDATE session SET ended_at = now() WHERE id = $1 AND ended_at IS NULL', [id])
    return { answer, ended: row?.ended ?? false }
  }

  // Next looks for the page of an action by itself: the address would say nothing about what is done.
  it.each([['/mijn/sessies'], ['/help'], ['/'], ['/bestaat-niet'], ['/inloggen'], ['/geen-toegang/netwerk']])(
    'that is posted to %s from outside does nothing',
    async (path) => {
      for (const [, where] of FROM_OUTSIDE) expect((await endSession(path, where)).ended).toBe(false)
    },
  )

  // After an action Next asks itself for the next page, from this machine: the person's own network counts for that, too.
  it('from inside leads on to its page, and not to the one that says that the network is wrong', async () => {
    const { answer, ended } = await endSession('/mijn/sessies', {})
    expect(ended).toBe(true)
    expect(String(answer.headers['x-action-redirect'])).toContain('/mijn/sessies?gedaan=beeindigd')
    expect(answer.text).not.toContain('geen-toegang')
    expect(answer.text).toContain('Mijn sessies')
  })

  it('is done when a proxy calls the portal by another name', async () => {
    const names = { host: 'portaal.intern:8080', 'x-forwarded-host': 'elders.example' }
    expect((await endSession('/mijn/sessies', {}, names)).ended).toBe(true)
  })
})

describe('the marks that requests get', () => {
  it('are not among the headers of an answer', async () => {
    for (const path of ['/', '/dashboard', '/api/berichten/iwmo', '/bestaat-niet']) {
      const answer = await ask(path, {}, { headers: { 'x-portaal-proces': 'x', 'x-portaal-peer': INSIDE } })
      expect(
        Object.keys(answer.headers).filter((name) => name.startsWith('x-portaal') || /middleware/.test(name)),
      ).toEqual([])
    }
    const forged = {
      'x-portaal-proces': 'x',
      'x-portaal-peer': INSIDE,
      'x-real-ip': INSIDE,
      forwarded: `for=${INSIDE}`,
    }
    expect((await ask('/dashboard', { peer: STRANGER }, { headers: forged })).status).toBe(303)
  })
})
