import { readFileSync } from 'node:fs'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { everyCall, everyPage, type KnownIds } from '#/tests/support/addresses.ts'
import { askFrom, type PeerAnswer } from '#/tests/support/peer.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { hostLine, sendBytes } from '#/tests/support/raw-request.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { headerTricks, NO_TREES, spellingsOf, stateTree } from '#/tests/support/tricks.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const HERE = '127.0.0.1'
const portal = testPortal({ HOST: HERE })
const { database } = portal
const buildId = () => readFileSync('.next/BUILD_ID', 'utf8').trim()

/** Stands in everything that the visitors below may not see. */
const HIDDEN = /verborgen/i
const cookies = { nobody: '', 'without role': '', manager: '', user: '', keeper: '' }
type Who = keyof typeof cookies
const OUTSIDERS: readonly Who[] = ['nobody', 'without role']
let ids: KnownIds

beforeAll(async () => {
  const home = await givenGemeente(database, { name: 'Rollendam' })
  const person = await givenRowsEverywhere(database, home)
  const manager = await givenMember(database, home, { isManager: true })
  await givenMember(database, home, { lastName: 'Verborgen' })
  const cookieOf = async (options: Parameters<typeof givenMember>[2]) => {
    const { token } = await givenSession(database, (await givenMember(database, home, options)).actor)
    return `${SESSION_COOKIE}=${token}`
  }
  cookies['without role'] = await cookieOf({})
  cookies.manager = await cookieOf({ isManager: true })
  cookies.user = await cookieOf({ roles: { iwmo: 'GEBRUIKER' } })
  cookies.keeper = await cookieOf({ roles: { iwmo: 'PRODUCTBEHEERDER' } })
  await database.query("UPDATE bericht SET file_name = 'verborgen.xml' WHERE organisation_id = $1", [home.id])
  await database.query(
    "UPDATE product_settings SET notification_addresses = '{verborgen@testdam.example}' WHERE organisation_id = $1",
    [home.id],
  )
  const [row] = await database.query<{ agreement: string; bericht: string; signal: string }>(
    `SELECT (SELECT id FROM agreement WHERE organisation_id = $1 LIMIT 1) AS agreement,
       (SELECT id FROM bericht WHERE organisation_id = $1 LIMIT 1) AS bericht,
       (SELECT id FROM wlz_signal WHERE organisation_id = $1 LIMIT 1) AS signal`,
    [home.id],
  )
  ids = {
    berichtId: row?.bericht ?? '',
    memberId: person.memberId,
    gemeenteId: home.id,
    agreementId: row?.agreement ?? '',
    managerId: manager.memberId,
    signalId: row?.signal ?? '',
    parkedId: '0190a0b0-0000-7000-8000-00000000000f',
    askedIds: [row?.bericht ?? ''],
    correctionIds: [row?.bericht ?? '', row?.bericht ?? ''],
  }
}, 60_000)

async function ask(
  who: Who,
  path: string,
  given: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<PeerAnswer> {
  const headers = { ...(cookies[who] ? { cookie: cookies[who] } : {}), ...given }
  const answer = await askFrom(portal, HERE, path, { method, headers })
  const { location } = answer.headers
  // Next wants the headers of its router repeated in the address, as a mark of what was asked.
  const isAskedAgain = answer.status === 307 && typeof location === 'string' && location.includes('_rsc=')
  if (!isAskedAgain) return answer
  const { pathname, search } = new URL(location, portal.url)
  return askFrom(portal, HERE, `${pathname}${search}`, { method, headers })
}

/** What outsiders must not reach: pages and calls that ask for a role that they have not. One page of each kind. */
const gated = (): string[] =>
  [...everyPage(ids), ...everyCall(ids)].filter(
    (path) =>
      /^\/(?:beheer|producten\/iwmo|servicedesk\/(?!inloggen)|api\/berichten\/iwmo(?:$|\/[0-9a-f]{8}-))/.test(path) &&
      !/\/(?:blokkeren|intrekken|resultaat|logboek|zoeken|rollen\/.*)$/.test(path),
  )

/** Everything that is wrong with an answer to somebody outside, as lines to read. */
function faultsOf(name: string, { status, headers, text }: PeerAnswer): string[] {
  const faults: string[] = []
  if (status >= 500) faults.push(`${status}`)
  if (HIDDEN.test(text)) faults.push('shows what is hidden')
  if (/ at \S+ \(|node_modules|\.ts:\d/.test(text)) faults.push('a stack trace')
  const location = headers.location ?? headers['x-middleware-rewrite']
  if (typeof location === 'string' && new URL(location, portal.url).origin !== new URL(portal.url).origin)
    faults.push(`leads to ${location}`)
  if (/^x=1/m.test(String(headers['set-cookie'] ?? ''))) faults.push('sets a cookie of the address')
  return faults.map((fault) => `${name}: ${fault}`)
}

/** Asks for all of these, some at a time, and gives the faults of the answers. */
async function faultsOfAll<T>(items: readonly T[], run: (item: T) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  const left = [...items]
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) faults.push(...(await run(item)))
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return faults
}

test('what is hidden is shown to whom it is meant for', async () => {
  expect((await ask('manager', '/beheer/gebruikers')).text).toMatch(HIDDEN)
  expect((await ask('user', '/producten/iwmo/berichten')).text).toMatch(HIDDEN)
  expect((await ask('keeper', '/producten/iwmo/instellingen')).text).toMatch(HIDDEN)
  expect((await ask('user', `/api/berichten/iwmo/${ids.berichtId}`)).text).toMatch(HIDDEN)
  expect(gated().length).toBeGreaterThan(7)
})

// Guards issue 2 item 12, CVE-2025-29927 and its kin: the gate goes by the address, and so must not be led round by another
// spelling of it; nor may a header that a proxy or the framework itself once used be believed from outside.
describe.each(OUTSIDERS)('what is closed to %s', (who) => {
  it('stays closed under every spelling of its address', async () => {
    const paths = gated().flatMap((path) => spellingsOf(path, buildId()))
    expect(await faultsOfAll(paths, async (path) => faultsOf(path, await ask(who, path)))).toEqual([])
  })

  it('stays closed with every header that names another page, method, sender or step', async () => {
    const tries = gated().flatMap((path) => headerTricks().map((headers) => ({ path, headers })))
    const faults = await faultsOfAll(tries, async ({ path, headers }) => {
      const answer = await ask(who, path, headers)
      const name = `${path} ${JSON.stringify(headers)}`
      const isOpen = answer.status === 200 && !headers.rsc
      return [...faultsOf(name, answer), ...(isOpen ? [`${name}: open`] : [])]
    })
    expect(faults).toEqual([])
  })

  it('is not brought along by a page that is open, whatever the browser says that it has already', async () => {
    const open = who === 'nobody' ? ['/', '/help', '/inloggen'] : ['/dashboard', '/mijn/sessies', '/help']
    const tries = open.flatMap((path) => headerTricks().map((headers) => ({ path, headers })))
    const faults = await faultsOfAll(tries, async ({ path, headers }) =>
      faultsOf(`${path} ${JSON.stringify(headers)}`, await ask(who, path, headers)),
    )
    expect(faults).toEqual([])
  })
})

// The uploads lie outside the gate, by their address and nothing else.
describe.each(OUTSIDERS)('a delivery by %s', (who) => {
  it.each(['/api/berichten/iwmo', '/api/berichten/iwmo/formulier'])(
    'is taken in under no spelling of %s',
    async (path) => {
      const before = await database.query('SELECT count(*) FROM bericht')
      const headers = { origin: portal.url, 'content-type': 'application/xml' }
      const faults = await faultsOfAll([path, ...spellingsOf(path, buildId())], async (spelling) => {
        const answer = await ask(who, spelling, headers, 'POST')
        return [...faultsOf(spelling, answer), ...(answer.status < 300 ? [`${spelling}: ${answer.status}`] : [])]
      })
      expect(faults).toEqual([])
      expect(await database.query('SELECT count(*) FROM bericht')).toEqual(before)
    },
  )
})

describe('what the router of a browser sends', () => {
  // Next answers 500 to what it cannot read here.
  it('is no fault of ours when it cannot be read', async () => {
    const tries = ['/help', '/dashboard', '/beheer/gebruikers'].flatMap((path) =>
      NO_TREES.map((tree) => ({ path, headers: { rsc: '1', 'next-router-state-tree': tree } })),
    )
    const faults = await faultsOfAll(tries, async ({ path, headers }) =>
      faultsOf(`${path} ${JSON.stringify(headers).slice(0, 80)}`, await ask('without role', path, headers)),
    )
    expect(faults).toEqual([])
  })

  it('is answered when it is what our own pages send', async () => {
    const headers = { rsc: '1', 'next-router-state-tree': stateTree('(portaal)', 'dashboard') }
    const answer = await ask('manager', '/beheer/gebruikers', headers)
    expect([answer.status, HIDDEN.test(answer.text)]).toEqual([200, true])
  })
})

describe.each(['HEAD', 'OPTIONS'])('%s', (method) => {
  it.each(['nobody', 'without role', 'user', 'manager'] as const)(
    'of every address sends no body and is no fault, for %s',
    async (who) => {
      const addresses = [...everyPage(ids), ...everyCall(ids), '/bestaat-niet', '/icon.svg']
      const faults = await faultsOfAll(addresses, async (path) => {
        const answer = await ask(who, path, {}, method)
        // HEAD of a file that comes in parts asks how far it is; nobody reads it back.
        const hasGet = !(path.includes('/callback/') || path.includes('/uploads/'))
        const get = method === 'HEAD' && hasGet ? await ask(who, path) : null
        return [
          ...faultsOf(path, answer),
          ...(method === 'HEAD' && answer.text !== '' ? [`${path}: a body`] : []),
          ...(get && get.status !== answer.status ? [`${path}: HEAD ${answer.status}, GET ${get.status}`] : []),
        ]
      })
      expect(faults).toEqual([])
    },
  )
})

const END = 'Connection: close'
const POST = 'POST /api/uitloggen HTTP/1.1'
const form = 'Content-Type: application/x-www-form-urlencoded'

// Request smuggling: a proxy and the portal must never read two requests in what the other takes for one.
describe('a request that can be read in two ways', () => {
  const host = () => hostLine(portal)
  const origin = () => `Origin: ${portal.url}`
  const smuggled = () => `GET /help HTTP/1.1\r\n${host()}\r\n\r\n`
  it.each<[string, () => string[]]>([
    ['two lengths', () => [POST, host(), origin(), form, 'Content-Length: 3', 'Content-Length: 5', '', 'a=b']],
    [
      'a length and chunks',
      () => [POST, host(), origin(), form, 'Content-Length: 5', 'Transfer-Encoding: chunked', '', '0', '', smuggled()],
    ],
    [
      'chunks that are not the last coding',
      () => [POST, host(), origin(), form, 'Transfer-Encoding: chunked, identity', '', '0', '', smuggled()],
    ],
    [
      'a coding that nobody knows',
      () => [POST, host(), origin(), form, 'Transfer-Encoding: xchunked', '', '0', '', smuggled()],
    ],
    [
      'a space before the colon',
      () => [POST, host(), origin(), form, 'Transfer-Encoding : chunked', '', '0', '', smuggled()],
    ],
    ['a length that is no number', () => [POST, host(), origin(), form, 'Content-Length: 0x5', '', 'a=b']],
    ['a length below nothing', () => [POST, host(), origin(), form, 'Content-Length: -1', '', 'a=b']],
    [
      'a chunk of no size',
      () => [POST, host(), origin(), form, 'Transfer-Encoding: chunked', '', 'zz', 'a=b', '0', '', ''],
    ],
    ['a line that goes on below', () => ['GET /dashboard HTTP/1.1', host(), 'X-Iets: a', ' b', END, '', '']],
    ['a NUL in a header', () => ['GET /dashboard HTTP/1.1', host(), 'X-Iets: a\u0000b', END, '', '']],
    ['no host', () => ['GET /dashboard HTTP/1.1', END, '', '']],
    ['a header without a name', () => ['GET /dashboard HTTP/1.1', host(), ': x', END, '', '']],
    ['headers without end', () => ['GET /dashboard HTTP/1.1', host(), `X-Iets: ${'a'.repeat(20_000)}`, END, '', '']],
    ['an address without end', () => [`GET /${'a'.repeat(20_000)} HTTP/1.1`, host(), END, '', '']],
  ])('is refused once, and what hangs on it is not answered: %s', async (_, lines) => {
    const { statuses, body } = await sendBytes(portal, lines().join('\r\n'))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeGreaterThanOrEqual(400)
    expect(statuses[0]).toBeLessThan(500)
    expect(body).not.toMatch(/node_modules| at \S+ \(/)
  })

  it('with two hosts leads nowhere else', async () => {
    for (const hosts of [
      [host(), 'Host: elders.example'],
      ['Host: elders.example', host()],
    ]) {
      const answer = await sendBytes(portal, ['GET /dashboard HTTP/1.1', ...hosts, END, '', ''].join('\r\n'))
      expect([303, 400]).toContain(answer.status)
      expect(`${answer.headers}${answer.body}`).not.toContain('elders')
    }
  })
})
