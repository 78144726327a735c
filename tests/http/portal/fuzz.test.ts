import fc from 'fast-check'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { actionId } from '#/tests/support/action-ids.ts'
import { deliverOne } from '#/tests/support/addresses.ts'
import { answerFaults } from '#/tests/support/answer-faults.ts'
import { inHeader, multipart, query, rawQuery, text, wellFormed } from '#/tests/support/odd-values.ts'
import { askFrom } from '#/tests/support/peer.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'
import { givenGemeente, givenMember, givenSession, givenStaff } from '#/tests/support/world.ts'

const HERE = '127.0.0.1'
const portal = testPortal({ HOST: HERE })
const { database } = portal

const cookies = { nobody: '', manager: '', desk: '', gebruiker: '', waiting: '' }
type Who = keyof typeof cookies
let berichtId: string

beforeAll(async () => {
  const home = await givenGemeente(database, { name: 'Warreldam' })
  const cookieOf = async (actor: Parameters<typeof givenSession>[1]) =>
    `${SESSION_COOKIE}=${(await givenSession(database, actor)).token}`
  cookies.manager = await cookieOf((await givenMember(database, home, { isManager: true })).actor)
  cookies.waiting = await cookieOf((await givenMember(database, home, { state: 'VERIFICATIE' })).actor)
  cookies.desk = await cookieOf(await givenStaff(database))
  const jansen = new Visitor(portal)
  await jansen.logIn('jansen')
  berichtId = await deliverOne(jansen, 'WARREL-1')
  cookies.gebruiker = jansen.cookieHeader()
}, 60_000)

/** Everything is found again by its seed, which a failure names together with the smallest case. */
const BOUNDS = { seed: 20_261_126, numRuns: 30 } as const
type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: Buffer }

async function expectSound(who: Who, path: string, { headers = {}, ...asked }: Asked = {}): Promise<void> {
  const cookie = cookies[who] === '' ? {} : { cookie: cookies[who] }
  const own = asked.method === 'POST' ? { origin: portal.url } : {}
  const answer = await askFrom(portal, HERE, path, { ...asked, headers: { ...cookie, ...own, ...headers } })
  expect(answerFaults(portal, answer)).toEqual([])
}

// Guards issue 2, "Bad input": every field, header, id and file, unknown, too long or of the wrong type. Whatever comes, the
// answer is a page or a problem document, never a 500 and never a stack trace.
describe('any query string', () => {
  it.each<[Who, string]>([
    ['gebruiker', '/producten/iwmo/berichten'],
    ['gebruiker', '/producten/iwmo/berichten/resultaat'],
    ['gebruiker', '/api/berichten/iwmo'],
    ['manager', '/beheer/gebruikers'],
    ['manager', '/beheer/logboek'],
    ['manager', '/dashboard'],
    ['desk', '/servicedesk/gemeenten'],
    ['desk', '/servicedesk/logboek'],
    ['desk', '/servicedesk/zoeken'],
    ['nobody', '/inloggen'],
    ['nobody', '/geen-toegang/niveau'],
    ['nobody', '/api/auth/callback/kpn'],
  ])('is answered, for %s at %s', async (who, path) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: rawQuery }), (search) =>
        expectSound(who, `${path}?${search}`),
      ),
      BOUNDS,
    )
  })
})

describe('any id in an address', () => {
  it.each<[Who, readonly string[]]>([
    [
      'gebruiker',
      ['/producten/{}/berichten', '/producten/iwmo/berichten/{}', '/api/berichten/{}', '/api/berichten/iwmo/{}/inhoud'],
    ],
    ['manager', ['/beheer/gebruikers/{}', '/beheer/gebruikers/{}/blokkeren', '/producten/{}/instellingen', '/{}']],
    [
      'desk',
      [
        '/servicedesk/gemeenten/{}',
        '/servicedesk/gemeenten/{}/rollen/{}',
        '/servicedesk/gemeenten/{}/overeenkomsten/{}/intrekken',
      ],
    ],
    ['nobody', ['/geen-toegang/{}', '/api/auth/{}', '/api/auth/callback/{}', '/api/{}', '/{}/{}']],
  ])('is answered, for %s', async (who, patterns) => {
    const id = fc.oneof(
      text.map((value) => encodeURIComponent(wellFormed(value))),
      rawQuery.map((value) => value.replace(/[?]/g, '')),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...patterns), id, (pattern, value) =>
        expectSound(who, pattern.replaceAll('{}', value)),
      ),
      { ...BOUNDS, numRuns: 60 },
    )
  })
})

describe('any header', () => {
  const XML = '<?xml version="1.0"?><Bericht xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo301/schema"/>'

  it('of a delivery is answered', async () => {
    const headers = fc.record(
      {
        'content-type': fc.oneof(
          fc.constantFrom('application/xml', 'text/xml; charset=utf-16', 'application/zip'),
          inHeader,
        ),
        'content-digest': fc.oneof(
          inHeader,
          inHeader.map((value) => `sha-256=:${value}:`),
        ),
        'repr-digest': inHeader,
        'idempotency-key': inHeader,
        'content-disposition': fc.oneof(
          inHeader,
          inHeader.map((value) => `attachment; filename*=utf-8''${value}`),
        ),
        'content-encoding': fc.oneof(fc.constantFrom('gzip', 'identity', 'br'), inHeader),
        'x-bestandsnaam': fc.oneof(
          inHeader,
          text.map((value) => encodeURIComponent(wellFormed(value))),
        ),
      },
      { requiredKeys: ['content-type'] },
    )
    await fc.assert(
      fc.asyncProperty(headers, (given) =>
        expectSound('gebruiker', '/api/berichten/iwmo', { method: 'POST', headers: given, body: Buffer.from(XML) }),
      ),
      { ...BOUNDS, numRuns: 60 },
    )
  })

  it('of a download is answered', async () => {
    const headers = fc.record(
      {
        range: fc.oneof(
          inHeader,
          inHeader.map((value) => `bytes=${value}`),
          fc.constantFrom('bytes=-0', 'bytes=9-1', 'bytes=0-0,2-3'),
        ),
        'if-range': inHeader,
        'if-none-match': inHeader,
        'if-modified-since': inHeader,
        'accept-encoding': inHeader,
        accept: inHeader,
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(headers, fc.constantFrom('GET', 'HEAD'), (given, method) =>
        expectSound('gebruiker', `/api/berichten/iwmo/${berichtId}/inhoud`, { method, headers: given }),
      ),
      BOUNDS,
    )
  })

  it('of a page is answered, its cookies included', async () => {
    const headers = fc.record(
      {
        cookie: fc.oneof(
          inHeader,
          inHeader.map((value) => `${SESSION_COOKIE}=${value}`),
        ),
        'accept-language': inHeader,
        'user-agent': inHeader,
        referer: inHeader,
        'x-forwarded-for': inHeader,
        'next-router-state-tree': inHeader,
        'next-url': inHeader,
        rsc: fc.constantFrom('0', '1'),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(headers, fc.constantFrom('/', '/dashboard', '/api/berichten/iwmo'), (given, path) =>
        expectSound('nobody', path, { headers: given }),
      ),
      BOUNDS,
    )
  })
})

describe('any body', () => {
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((json) => Buffer.from(wellFormed(json))),
    query.map((pairs) => Buffer.from(pairs)),
    fc.array(fc.tuple(text, text), { maxLength: 4 }).map((parts) => multipart(parts)),
  )
  const type = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'application/json',
    'application/xml',
    'text/plain;charset=UTF-8',
    '',
  )
  it.each<[Who, string]>([
    ['nobody', '/api/inloggen'],
    ['manager', '/api/sessie/concept'],
    ['manager', '/api/sessie/verlengen'],
    ['gebruiker', '/api/berichten/iwmo'],
    ['gebruiker', '/api/berichten/iwmo/formulier'],
    ['gebruiker', '/api/berichten/iwmo/{bericht}/intrekken'],
    ['manager', '/mijn/sessies'],
    ['waiting', '/verificatie'],
  ])('is answered, from %s to %s', async (who, pattern) => {
    // A withdrawal without a body is a good one: it is sent to a bericht that is not there.
    const path = pattern.replace('{bericht}', '01930000-0000-7000-8000-000000000000')
    await fc.assert(
      fc.asyncProperty(type, body, fc.boolean(), (contentType, bytes, byScript) =>
        expectSound(who, path, {
          method: 'POST',
          headers: {
            ...(contentType === '' ? {} : { 'content-type': contentType }),
            ...(byScript ? { 'next-action': actionId('verifyCodeAction') } : {}),
          },
          body: bytes,
        }),
      ),
      BOUNDS,
    )
  })
})
