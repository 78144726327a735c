import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const portal = testPortal()
/** As much as a large declaratie in its envelope: far more than any buffer between sender and portal holds. */
const FILE = new Uint8Array(25_000_000).fill(0x20)
const PIECE = 64 * 1024
const TIMES = 3
const tokens = { deliverer: '', stranger: '' }

beforeAll(async () => {
  const gemeente = await givenGemeente(portal.database, { name: 'Vroegstad', code: '9472' })
  const deliverer = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const stranger = await givenMember(portal.database, gemeente, { roles: { ijw: 'GEBRUIKER' } })
  tokens.deliverer = (await givenSession(portal.database, deliverer.actor)).token
  tokens.stranger = (await givenSession(portal.database, stranger.actor)).token
})

type Refused = { who?: 'deliverer' | 'stranger'; path?: string; headers?: Record<string, string>; body?: Uint8Array }

/**
 * Sends the file piece by piece, as a line does that is slower than the portal, and reads the answer after the last piece.
 * Fails when the connection is broken before all of it was sent: a browser then shows no answer at all.
 */
async function send({ who, path = '/api/berichten/iwmo', headers = {}, body = FILE }: Refused) {
  const cookie: Record<string, string> = who ? { cookie: `${SESSION_COOKIE}=${tokens[who]}` } : {}
  const req = request(`${portal.url}${path}`, {
    method: 'POST',
    headers: {
      ...cookie,
      origin: portal.url,
      'content-type': 'application/xml',
      'content-length': body.byteLength,
      ...headers,
    },
  })
  const answered = once(req, 'response')
  async function* pieces() {
    for (let sent = 0; sent < body.byteLength; sent += PIECE) {
      yield body.subarray(sent, sent + PIECE)
      await setImmediate()
    }
  }
  await pipeline(pieces(), req)
  const [answer] = (await answered) as [IncomingMessage]
  return [answer.statusCode, ((await json(answer)) as { code: string }).code]
}

// Guards whoever sends a large file and is refused at once: the refusal arrives, not a broken connection.
describe('a refusal while a large file is still being sent', () => {
  it.each<[string, Refused, number, string]>([
    ['without a session', {}, 401, 'NIET_INGELOGD'],
    ['from another site', { who: 'deliverer', headers: { origin: 'https://elders.example' } }, 403, 'VREEMDE_HERKOMST'],
    ['without the role', { who: 'stranger' }, 403, 'GEEN_TOEGANG'],
    ['to an address that takes no files', { who: 'deliverer', path: '/api/berichten/onbekend' }, 413, 'TE_GROOT'],
    ['to no address at all', { who: 'deliverer', path: '/api/berichten' }, 413, 'TE_GROOT'],
    ['as another type', { who: 'deliverer', headers: { 'content-type': 'text/csv' } }, 415, 'MEDIATYPE'],
    ['as a form that is none', { who: 'deliverer', path: '/api/berichten/iwmo/formulier' }, 415, 'MEDIATYPE'],
    ['too large by its length', { who: 'deliverer', body: new Uint8Array(30_000_000) }, 413, 'TE_GROOT'],
  ])('arrives: %s', async (_name, refused, status, code) => {
    const answers: unknown[] = []
    for (let time = 0; time < TIMES; time += 1) answers.push(await send(refused))
    expect(answers).toEqual(Array.from({ length: TIMES }, () => [status, code]))
  })
})
