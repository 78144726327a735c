import { createHash } from 'node:crypto'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { makeBericht, makeDeclaratie } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const portal = testPortal()
const CODE = '9471'
let token = ''

beforeAll(async () => {
  const gemeente = await givenGemeente(portal.database, { name: 'Envelopedam', code: CODE })
  const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  token = (await givenSession(portal.database, actor)).token
})

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${portal.url}/api/berichten/iwmo${path}`, {
    ...init,
    headers: { cookie: `${SESSION_COOKIE}=${token}`, origin: portal.url, ...(init.headers as Record<string, string>) },
  })

const deliver = (body: Buffer) =>
  ask('', { method: 'POST', headers: { 'content-type': 'application/xml' }, body: new Uint8Array(body) })

/** A body without an announced length, as a program may send it. */
const deliverUnannounced = (body: Buffer) =>
  ask('', {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: new Blob([new Uint8Array(body)]).stream(),
    duplex: 'half',
  } as RequestInit)

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const digest = (bytes: Buffer) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
let number = 0
const newToewijzing = () => makeBericht('WMO301', { gemeenteCode: CODE, identificatie: `H-${++number}` })

describe('both forms over HTTP', () => {
  it.each(['bare', 'in an envelope'])(
    'of a bericht that came %s, whole and in parts, with their digest',
    async (way) => {
      const bericht = newToewijzing()
      const referentienummer = `4f0c7d52-0000-4000-8000-00000000000${number}`
      const envelope = await makeEnvelope('WMO301', bericht, { gemeenteCode: CODE, referentienummer })
      const answer = await deliver(way === 'bare' ? bericht : envelope)
      const delivered = (await answer.json()) as { id: string; vormen: string[]; sha256: string; envelop: object }
      expect([answer.status, delivered.vormen]).toEqual([201, ['bericht', 'envelop']])
      expect(delivered.sha256).toBe(createHash('sha256').update(bericht).digest('hex'))
      expect(delivered.envelop).toMatchObject({ berichtcode: 'Di01', functie: 'WMO301', crossRefnummer: null })
      for (const form of ['bericht', 'envelop']) {
        const path = `/${delivered.id}/inhoud?vorm=${form}`
        const whole = await ask(path)
        const bytes = await bytesOf(whole)
        expect(whole.headers.get('repr-digest')).toBe(digest(bytes))
        expect(whole.headers.get('content-length')).toBe(String(bytes.length))
        if (form === 'bericht') expect(bytes.equals(bericht)).toBe(true)
        else expect(bytes.includes(bericht.toString('base64'))).toBe(true)
        if (form === 'envelop' && way !== 'bare') expect(bytes.equals(envelope)).toBe(true)
        const part = await ask(path, { headers: { range: 'bytes=100-1299' } })
        expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-1299/${bytes.length}`])
        expect((await bytesOf(part)).equals(bytes.subarray(100, 1_300))).toBe(true)
        const head = await ask(path, { method: 'HEAD' })
        expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
      }
      expect((await bytesOf(await ask(`/${delivered.id}/inhoud`))).equals(bericht)).toBe(true)
      expect((await ask(`/${delivered.id}/inhoud?vorm=zip`)).status).toBe(400)
    },
  )

  it('tells where a finding counts, and which form there is', async () => {
    const inside = readFixture('fout', 'wmo301-namespace-van-versie-3-1.xml')
    const faulty = await deliver(await makeEnvelope('WMO301', inside, { gemeenteCode: CODE }))
    const problem = (await faulty.json()) as { id: string; bevindingen: { code: string; plaats: string }[] }
    expect([faulty.status, problem.bevindingen.map(({ code, plaats }) => [code, plaats])]).toEqual([
      422,
      [['ONBEKENDE_VERSIE', 'inhoud']],
    ])
    const broken = (await makeEnvelope('WMO301', inside, { gemeenteCode: CODE }))
      .toString()
      .replace('xmlBestand>', 'xmlBestand>!')
    const refused = (await (await deliver(Buffer.from(broken))).json()) as typeof problem
    expect(refused.bevindingen.map(({ code, plaats }) => [code, plaats])).toEqual([['ENVELOP', 'bestand']])
    const absent = await ask(`/${refused.id}/inhoud?vorm=bericht`)
    expect([absent.status, ((await absent.json()) as { code: string }).code]).toEqual([404, 'VORM_ONTBREEKT'])
    expect((await bytesOf(await ask(`/${refused.id}/inhoud`))).toString()).toBe(broken)
  })

  // 25 MB for an envelope, 19,600,000 bytes for a bericht, announced or not.
  it('refuses what is too large for its form', async () => {
    const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]
    const bare = Buffer.concat([newToewijzing(), Buffer.alloc(MAXIMUM_BERICHT_BYTES, ' ')])
    const declaratie = makeDeclaratie(19_000_000, { gemeenteCode: CODE })
    const envelope = await makeEnvelope('WMO323', declaratie, { gemeenteCode: CODE, zender: CODE })
    const larger = Buffer.concat([envelope, Buffer.alloc(MAXIMUM_ENVELOPE_BYTES + 1 - envelope.length, ' ')])
    for (const send of [deliver, deliverUnannounced]) expect(await code(await send(bare))).toEqual([413, 'TE_GROOT'])
    // A gemeente sends no declaraties: the file is read to its end, checked and refused for that.
    expect(envelope.length).toBeGreaterThan(25_000_000)
    for (const send of [deliver, deliverUnannounced])
      expect(await code(await send(envelope))).toEqual([422, 'AFGEKEURD'])
    for (const send of [deliver, deliverUnannounced]) expect(await code(await send(larger))).toEqual([413, 'TE_GROOT'])
  })
})
