import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { strFromU8, unzipSync } from 'fflate'
import { deliverOne } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
const ADDRESS = '/api/berichten/iwmo/ophalen'
let jansen: Visitor

beforeAll(async () => {
  jansen = new Visitor(portal)
  await jansen.logIn('jansen')
})

const headers = () => ({ cookie: jansen.cookieHeader(ADDRESS), origin: portal.url, 'content-type': 'application/json' })
const ask = (ids: readonly string[]) =>
  fetch(`${portal.url}${ADDRESS}`, { method: 'POST', headers: headers(), body: JSON.stringify({ ids }) })

const received = () =>
  portal.database.query<{ id: string; sha256: string }>(
    `SELECT b.id, encode(b.sha256, 'hex') AS sha256 FROM bericht b JOIN organisation o ON o.id = b.organisation_id
     WHERE o.gemeente_code = '9901' AND b.product = 'iwmo' AND b.status = 'BESCHIKBAAR' ORDER BY b.id LIMIT 3`,
  )
const eventsOf = async (ids: readonly string[]) => {
  const rows = await portal.database.query<{ event: string }>(
    `SELECT event FROM audit_event WHERE object_id = ANY ($1) AND event LIKE 'bericht.fetch%' ORDER BY event`,
    [ids],
  )
  return rows.map(({ event }) => event)
}
const statusesOf = (ids: readonly string[]) =>
  portal.database.query<{ status: string }>('SELECT status FROM bericht WHERE id = ANY ($1)', [ids])

/** How an answer ended is written when it is closed, which its reader may know a moment before the portal. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000
  while (performance.now() < end) if (await isSo()) return
  throw new Error('it never came to that')
}

// Guards issue 3 item 6 and platform-facts i: everything in the zip is fetched when all of it was handed over, not before.
describe('a selection as zip', () => {
  it('comes with its manifest, and only then are its berichten fetched', async () => {
    const chosen = await received()
    const ids = chosen.map(({ id }) => id)
    expect(ids).toHaveLength(3)
    const answer = await ask(ids)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="berichten-iwmo-[0-9-]{10}\.zip"/)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      berichten: { bestand: string }[]
    }
    const digests = manifest.berichten.map(({ bestand }) =>
      createHash('sha256')
        .update(files[bestand] ?? '')
        .digest('hex'),
    )
    expect(digests).toEqual(chosen.map(({ sha256 }) => sha256))
    await until(async () => (await statusesOf(ids)).every(({ status }) => status === 'OPGEHAALD'))
    expect(await eventsOf(ids)).toEqual([...ids.map(() => 'bericht.fetch-begun'), ...ids.map(() => 'bericht.fetched')])
  })

  it('that breaks off is written down as broken, and nothing in it as fetched', async () => {
    // Refused content is kept and can be fetched, and what cannot be deflated fills every buffer on the way.
    const body = Buffer.concat([Buffer.from('<a>'), Buffer.from(randomBytes(12_000_000).toString('base64'))])
    const refused = await fetch(`${portal.url}/api/berichten/iwmo`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/xml' },
      body,
    })
    expect(refused.status).toBe(422)
    const [row] = await portal.database.query<{ id: string }>('SELECT id FROM bericht ORDER BY created_at DESC LIMIT 1')
    const ids = [row?.id ?? '']
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${portal.url}${ADDRESS}`, { method: 'POST', headers: headers() }, (answer) => {
        let read = 0
        answer.on('data', ({ byteLength }: Buffer) => {
          read += byteLength
          // In the middle of the content, that is: past the manifest.
          if (read < 1_000_000) return
          sent.destroy()
          resolve()
        })
      })
      sent.once('error', reject)
      sent.end(JSON.stringify({ ids }))
    })
    await until(async () => (await eventsOf(ids)).length === 2)
    expect(await eventsOf(ids)).toEqual(['bericht.fetch-begun', 'bericht.fetch-broken'])
  })

  it.each([
    ['no JSON', 'x', 400],
    ['nothing chosen', '{"ids":[]}', 400],
    ['no id', '{"ids":["../1"]}', 400],
    ['an id of nothing', '{"ids":["01900000-0000-7000-8000-000000000000"]}', 404],
    ['more than there is room for', JSON.stringify({ ids: [''.padEnd(70_000)] }), 413],
  ])('is refused for %s', async (_name, body, status) => {
    const answer = await fetch(`${portal.url}${ADDRESS}`, { method: 'POST', headers: headers(), body })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ])
  })

  it('leads a form without any choice back to the list, which says what to do', async () => {
    const answer = await jansen.post(ADDRESS, {})
    expect([answer.status, answer.location]).toEqual([303, `${portal.url}/producten/iwmo/berichten?selectie=leeg`])
    expect((await jansen.ask(answer.location ?? '')).text).toContain('Vink eerst aan wat u wilt ophalen')
  })

  it('takes the ids of a form, too', async () => {
    const id = await deliverOne(jansen, 'ZIP-FORM')
    const answer = await jansen.post(ADDRESS, { ids: id })
    expect([answer.status, answer.text.slice(0, 2)]).toEqual([200, 'PK'])
  })

  it('can be all that a list shows, by its filters and as it was', async () => {
    const ids = [await deliverOne(jansen, 'ZIP-ALLES1'), await deliverOne(jansen, 'ZIP-ALLES2')]
    const list = (await jansen.ask('/producten/iwmo/berichten')).text
    const [, moment = ''] = /name="alles" value="([0-9]+)"/.exec(list) ?? []
    const later = await deliverOne(jansen, 'ZIP-ALLES3')
    await portal.database.query("UPDATE bericht SET created_at = created_at + interval '1 minute' WHERE id = $1", [
      later,
    ])
    const answer = await fetch(`${portal.url}${ADDRESS}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ q: 'ZIP-ALLES', alles: moment }),
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      berichten: { id: string }[]
    }
    expect(manifest.berichten.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  })

  it('leads back to the list, with its filters, when it shows nothing', async () => {
    const answer = await jansen.post(ADDRESS, { q: 'niets-zo', alles: '1700000000000' })
    expect([answer.status, answer.location]).toEqual([
      303,
      `${portal.url}/producten/iwmo/berichten?q=niets-zo&selectie=leeg`,
    ])
  })
})

// What counts as fetched may be deleted a day later, and nobody can tell whether the beginning of a broken download arrived.
describe('a download that broke off and was resumed', () => {
  it('has its bytes, does not count as fetched, and the page says so', async () => {
    const id = (await received())[0]?.id ?? ''
    const address = `/api/berichten/iwmo/${id}/inhoud`
    const whole = await jansen.ask(address, { method: 'HEAD' })
    const [first, rest] = [
      await jansen.ask(address, { headers: { range: 'bytes=0-99' } }),
      await jansen.ask(address, { headers: { range: 'bytes=100-', 'if-range': whole.headers.get('etag') ?? '' } }),
    ]
    expect([first.status, rest.status]).toEqual([206, 206])
    expect(String(Buffer.byteLength(first.text + rest.text))).toBe(whole.headers.get('content-length'))
    await until(async () => (await eventsOf([id])).filter((event) => event === 'bericht.fetched-part').length === 2)
    expect(await statusesOf([id])).toEqual([{ status: 'BESCHIKBAAR' }])
    const page = await jansen.ask(`/producten/iwmo/berichten/${id}`)
    expect(page.text).toContain('Een download die afbrak en later verderging, telt niet mee.')
  })
})
