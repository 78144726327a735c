import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { MemberActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, filesIn, rejected, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })

let number = 0
/** A WMO301 of 9901 like no other. */
const newBericht = () => makeBericht('WMO301', { gemeenteCode: '9901', identificatie: `T-${++number}` })
const rows = () => database.query('SELECT id FROM bericht')

describe('deliverBericht', () => {
  let jansen: MemberActor
  let organisationId: string

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901' })
    organisationId = gemeente.id
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } })).actor
  })

  // What is accepted can be followed and fetched at once, and is what was sent.
  it('lists what it accepts, with its timeline, and gives the same bytes back', async () => {
    const bytes = newBericht()
    const { id: berichtId, referentienummer } = accepted(await deliver(jansen, bytes))
    const page = await listBerichten(jansen, { product: 'iwmo', limit: 50 })
    expect(page.items.map(({ id }) => id)).toContain(berichtId)
    const detail = await readBericht(jansen, { product: 'iwmo', berichtId })
    expect(detail.timeline.map(({ status }) => status)).toEqual(['IN_WACHTRIJ', 'ONTVANGEN'])
    expect(detail).toMatchObject({ afzender: '9901', berichtsoort: 'WMO301', versie: '3.2', referentienummer })
    expect(detail.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const found = await findContent(jansen, { product: 'iwmo', berichtId })
    if (!found.ok) throw new Error(found.error)
    expect((await buffer(await found.value.open(undefined, untilDone()))).equals(bytes)).toBe(true)
  })

  // Who saw what of a gemeente can be told afterwards (NEN 7513): looking at a bericht is an act of its own.
  it('writes down who looked at a bericht, and nothing for one that is not there', async () => {
    const { id: berichtId } = accepted(await deliver(jansen, newBericht()))
    const before = (await auditRows(database, organisationId, 'bericht.read')).length
    await readBericht(jansen, { product: 'iwmo', berichtId })
    await expect(readBericht(jansen, { product: 'iwmo', berichtId: jansen.userId })).rejects.toThrow(NotFoundError)
    const log = await auditRows(database, organisationId, 'bericht.read')
    expect(log).toHaveLength(before + 1)
    expect(log.at(-1)).toMatchObject({ object_id: berichtId, actor_user_id: jansen.userId })
  })

  // Content at rest is unreadable, and the log holds no name of a file or a person.
  it('stores no readable content, and logs digest and size only', async () => {
    const bytes = newBericht()
    const { id, sha256 } = accepted(await deliver(jansen, bytes, { unverifiedFileName: 'mevrouw de Wit.xml' }))
    const [row] = await database.query<{ storage_key: string }>('SELECT storage_key FROM bericht WHERE id = $1', [id])
    const key = row?.storage_key ?? ''
    const stored = readFileSync(join(folder, 'inhoud', key.slice(0, 2), key))
    expect(stored.includes('Bericht')).toBe(false)
    const log = await auditRows(database, organisationId, 'bericht.delivered')
    expect(log.at(-1)?.details).toMatchObject({ sha256, grootte: bytes.length, berichtsoort: 'WMO301' })
    expect(JSON.stringify(log)).not.toContain('Wit')
  })

  // The rows are written while the disk still writes: without the content there must be no bericht.
  it('keeps nothing when the content does not reach the disk', async () => {
    const before = await rows()
    const { writeBytes } = contentStorage()
    const failing = jest.spyOn(contentStorage(), 'writeBytes').mockImplementation(async (key, bytes, options) => {
      await writeBytes(key, bytes, options)
      throw new Error('no space left on device')
    })
    try {
      await expect(deliver(jansen, newBericht())).rejects.toThrow('no space left')
    } finally {
      failing.mockRestore()
    }
    expect(await rows()).toEqual(before)
  })

  it('keeps a rejected file with every finding, without referentienummer', async () => {
    const bericht = rejected(await deliver(jansen, readFixture('fout', 'wmo301-namespace-van-versie-3-1.xml')))
    expect(bericht).toMatchObject({ status: 'AFGEKEURD', referentienummer: null, errorCount: 1 })
    expect(bericht.findings.map(({ code }) => code)).toEqual(['ONBEKENDE_VERSIE'])
  })

  // 409 is for what stands; a withdrawn or rejected file never keeps its better version out.
  it('refuses the same content or identification until the first is withdrawn', async () => {
    const bytes = newBericht()
    const first = accepted(await deliver(jansen, bytes))
    expect(await deliver(jansen, bytes)).toMatchObject({ kind: 'duplicate', earlier: { id: first.id } })
    const identificatie = first.identificatie ?? ''
    const other = makeBericht('WMO301', { gemeenteCode: '9901', identificatie, client: 7 })
    expect(await deliver(jansen, other)).toMatchObject({ kind: 'duplicate', earlier: { id: first.id } })
    const withdrawn = await withdrawBericht(jansen, { product: 'iwmo', berichtId: first.id, reason: 'vergissing' })
    expect(withdrawn.ok).toBe(true)
    expect(accepted(await deliver(jansen, bytes)).id).not.toBe(first.id)
  })

  it('accepts the same rejected file again and again', async () => {
    const bytes = readFixture('fout', 'wmo305-afgekapt.xml')
    expect(rejected(await deliver(jansen, bytes)).id).not.toBe(rejected(await deliver(jansen, bytes)).id)
  })

  // A lost answer and a second try must not become two berichten; the unique indexes decide, not a look before.
  it('makes one bericht of 20 equal deliveries at the same moment under one key', async () => {
    const bytes = newBericht()
    const before = await rows()
    const contents = filesIn(folder).length
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => deliver(jansen, bytes, { idempotencyKey: 'sleutel-1' })),
    )
    expect(new Set(outcomes.map((outcome) => accepted(outcome).id)).size).toBe(1)
    expect(new Set(outcomes.map((outcome) => accepted(outcome).referentienummer)).size).toBe(1)
    expect((await rows()).length).toBe(before.length + 1)
    expect(filesIn(folder).length).toBe(contents + 1)
  })

  it('makes one bericht of 20 equal deliveries at the same moment without a key', async () => {
    const bytes = newBericht()
    const contents = filesIn(folder).length
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => deliver(jansen, bytes)))
    const kinds = outcomes.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['accepted', ...Array.from({ length: 19 }, () => 'duplicate')])
    expect(filesIn(folder).length).toBe(contents + 1)
  })

  it('repeats the answer under the same key, and refuses the key for other content', async () => {
    const bytes = readFixture('fout', 'wmo323-totaal-een-cent-te-hoog.xml')
    const first = rejected(await deliver(jansen, bytes, { idempotencyKey: 'sleutel-2' }))
    expect(rejected(await deliver(jansen, bytes, { idempotencyKey: 'sleutel-2' })).id).toBe(first.id)
    expect(await deliver(jansen, newBericht(), { idempotencyKey: 'sleutel-2' })).toEqual({ kind: 'key_reused' })
  })

  it('keeps nothing of content with another digest than announced', async () => {
    const [before, contents] = [await rows(), filesIn(folder).length]
    expect(await deliver(jansen, newBericht(), { declaredSha256: 'ab'.repeat(32) })).toEqual({
      kind: 'digest_mismatch',
    })
    expect(await rows()).toEqual(before)
    expect(filesIn(folder).length).toBe(contents)
    const bytes = newBericht()
    const declaredSha256 = createHash('sha256').update(bytes).digest('hex')
    expect((await deliver(jansen, bytes, { declaredSha256 })).kind).toBe('accepted')
  })

  // The announced length is believed before a byte is read; without one the bytes are counted.
  it('refuses what is too large, by its length unread and by counting', async () => {
    const contents = filesIn(folder).length
    const unread = Readable.from([newBericht()])
    const input = { product: 'iwmo', unverifiedFileName: 'groot.xml' } as const
    const announced = { ...input, body: unread, declaredBytes: MAXIMUM_ENVELOPE_BYTES + 1 }
    expect(await deliverBericht(jansen, announced, untilDone())).toEqual({ kind: 'too_large' })
    expect(unread.readableDidRead).toBe(false)
    // That long an envelope may be: what it is shows at its beginning.
    const bare = { ...input, body: Readable.from([newBericht()]), declaredBytes: MAXIMUM_BERICHT_BYTES + 1 }
    expect(await deliverBericht(jansen, bare, untilDone())).toEqual({ kind: 'too_large' })
    const envelope = await makeEnvelope('WMO301', newBericht())
    const wrapped = { ...input, body: Readable.from([envelope]), declaredBytes: MAXIMUM_ENVELOPE_BYTES }
    expect((await deliverBericht(jansen, wrapped, untilDone())).kind).toBe('accepted')
    const chunk = Buffer.alloc(100_000, 0x20)
    const endless = Readable.from(
      (function* () {
        for (;;) yield chunk
      })(),
      { objectMode: false },
    )
    expect(await deliverBericht(jansen, { ...input, body: endless }, untilDone())).toEqual({ kind: 'too_large' })
    // The one envelope that was accepted.
    expect(filesIn(folder).length).toBe(contents + 1)
  })

  // Row, file, part: nothing of an upload that was broken off may stay.
  it('leaves nothing of a delivery that is broken off half way', async () => {
    const [before, contents] = [await rows(), filesIn(folder).length]
    const client = new AbortController()
    const bytes = newBericht()
    const body = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 1_000)
        client.abort(new DOMException('the client left', 'AbortError'))
        yield bytes.subarray(1_000)
      })(),
      { objectMode: false },
    )
    const input = { product: 'iwmo', unverifiedFileName: 'half.xml', body } as const
    await expect(deliverBericht(jansen, input, client.signal)).rejects.toThrow()
    expect(await rows()).toEqual(before)
    expect(filesIn(folder).length).toBe(contents)
  })

  it('refuses before reading a byte who has no role, another role, or another product', async () => {
    const gemeente = { id: organisationId, name: 'x', code: '9901', kvk: '0' }
    const nobody = (await givenMember(database, gemeente)).actor
    const waiting = (await givenMember(database, gemeente, { state: 'VERIFICATIE' })).actor
    for (const [actor, product] of [
      [nobody, 'iwmo'],
      [waiting, 'iwmo'],
      [jansen, 'ijw'],
    ] as const) {
      const body = Readable.from([newBericht()])
      await expect(deliverBericht(actor, { product, unverifiedFileName: null, body }, untilDone())).rejects.toThrow(
        ForbiddenError,
      )
      expect(body.readableDidRead).toBe(false)
    }
  })
})
