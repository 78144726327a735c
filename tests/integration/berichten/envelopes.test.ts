import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { MemberActor } from '#/lib/access/actor.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import type { BerichtView, ContentForm } from '#/lib/berichten/schema.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { ContentDecoder } from '#/lib/envelope/content-decoder.ts'
import { cutContent } from '#/lib/envelope/cut-content.ts'
import { headerOf, readFrame } from '#/lib/envelope/read-frame.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, receive, rejected, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })

let number = 0
const newToewijzing = () => makeBericht('WMO301', { gemeenteCode: '9901', identificatie: `E-${++number}` })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What is in an envelope, and what it says, as its receiver reads it. */
function read(file: Buffer) {
  const cutFile = cutContent(file)
  const [cut] = cutFile?.cuts ?? []
  const decoder = new ContentDecoder()
  const frame = readFrame(cutFile?.frame.toString() ?? '')
  const content = Buffer.concat([decoder.push(file.subarray(cut?.start, cut?.end)), decoder.end()])
  return { header: frame && headerOf(frame), content }
}

describe('the envelope of a bericht', () => {
  let jansen: MemberActor
  let organisationId: string

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901', name: 'Voorbeeldstad & Zoon' })
    organisationId = gemeente.id
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
  })

  const content = async ({ id, product }: BerichtView, form?: ContentForm) => {
    const found = await findContent(jansen, { product, berichtId: id }, form)
    if (!found.ok) throw new Error(found.error)
    return found.value
  }
  async function fetched(bericht: BerichtView, form?: ContentForm): Promise<Buffer> {
    const found = await content(bericht, form)
    const bytes = await buffer(await found.open(undefined, untilDone()))
    expect([bytes.length, sha256(bytes)]).toEqual([found.sizeBytes, await found.sha256(untilDone())])
    for (const range of [{ start: 0, end: 0 }, { start: 500, end: 1_999 }, { start: bytes.length - 7 }]) {
      const part = await buffer(await found.open(range, untilDone()))
      expect(part.equals(bytes.subarray(range.start, range.end === undefined ? undefined : range.end + 1))).toBe(true)
    }
    return bytes
  }

  // A later sending must carry the number under which the chain may know the bericht already.
  it('is made once for a bericht that came bare, and is the same at every download', async () => {
    const bytes = newToewijzing()
    const bericht = accepted(await deliver(jansen, bytes, { unverifiedFileName: 'toewijzing.xml' }))
    expect(bericht.forms).toEqual(['bericht', 'envelop'])
    const file = await fetched(bericht, 'envelop')
    expect((await fetched(bericht, 'envelop')).equals(file)).toBe(true)
    expect((await content(bericht, 'envelop')).fileName).toBe('toewijzing-envelop.xml')
    expect(read(file).content.equals(bytes)).toBe(true)
    expect(read(file).header).toMatchObject({
      berichtcode: 'Di01',
      referentienummer: bericht.referentienummer,
      zender: { organisatie: '9901', applicatie: 'PortaalZorg', administratie: 'Voorbeeldstad & Zoon' },
      ontvanger: { organisatie: '99990001' },
      functie: 'WMO301',
      functieVersie: '0003',
      functieSubversie: '0002',
    })
    expect((await fetched(bericht)).equals(bytes)).toBe(true)
  })

  it('of a retourbericht names the envelope that it answers, and cannot be made without', async () => {
    const start = makeBericht('WMO305', { gemeenteCode: '9901', identificatie: 'ST-1' })
    const reference = ids.referentienummer()
    await receive(organisationId, await makeEnvelope('WMO305', start, { referentienummer: reference }))
    const retour = (heenIdentificatie: string) =>
      makeBericht('WMO306', { gemeenteCode: '9901', identificatie: `RS-${heenIdentificatie}`, heenIdentificatie })
    const known = accepted(await deliver(jansen, retour('ST-1')))
    expect(read(await fetched(known, 'envelop')).header).toMatchObject({
      berichtcode: 'Du01',
      crossRefnummer: reference,
      zender: { organisatie: '9901' },
      ontvanger: { organisatie: '99990001' },
    })
    const unknown = accepted(await deliver(jansen, retour('ST-2')))
    expect(unknown).toMatchObject({ forms: ['bericht'], envelope: null })
    const absent = await findContent(jansen, { product: 'iwmo', berichtId: unknown.id }, 'envelop')
    expect(absent).toEqual({ ok: false, error: 'absent' })
  })

  it('that was delivered is kept as it was, and the bericht is taken out of it', async () => {
    const bytes = newToewijzing()
    const reference = ids.referentienummer()
    const text = (await makeEnvelope('WMO301', bytes, { referentienummer: reference })).toString()
    const coded = /<GGK:xmlBestand>([^<]*)/.exec(text)?.[1] ?? ''
    const file = Buffer.from(text.replace(coded, coded.replace(/.{76}/g, '$&&#xD;\n')))
    const bericht = accepted(await deliver(jansen, file, { unverifiedFileName: 'envelop.xml' }))
    expect(bericht).toMatchObject({
      referentienummer: reference,
      berichtsoort: 'WMO301',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      forms: ['bericht', 'envelop'],
      envelope: { berichtcode: 'Di01', functie: 'WMO301' },
    })
    expect((await fetched(bericht, 'envelop')).equals(file)).toBe(true)
    expect((await fetched(bericht)).equals(bytes)).toBe(true)
  })

  it('with a faulty bericht is rejected with the findings of the bericht, and both can be fetched', async () => {
    const bytes = readFixture('fout', 'wmo301-namespace-van-versie-3-1.xml')
    const file = await makeEnvelope('WMO301', bytes)
    const bericht = rejected(await deliver(jansen, file))
    expect(bericht.findings.map(({ code, inEnvelop }) => [code, inEnvelop])).toEqual([['ONBEKENDE_VERSIE', true]])
    expect((await fetched(bericht)).equals(bytes)).toBe(true)
    expect((await fetched(bericht, 'envelop')).equals(file)).toBe(true)
  })

  it('out of which nothing can be taken is kept as it came', async () => {
    const file = Buffer.from(
      (await makeEnvelope('WMO301', newToewijzing())).toString().replace('xmlBestand>', 'xmlBestand>!'),
    )
    const bericht = rejected(await deliver(jansen, file))
    expect(bericht).toMatchObject({
      forms: ['envelop'],
      sizeBytes: file.length,
      sha256: sha256(file),
      berichtsoort: null,
    })
    expect((await fetched(bericht)).equals(file)).toBe(true)
    expect(await findContent(jansen, { product: 'iwmo', berichtId: bericht.id }, 'bericht')).toMatchObject({
      ok: false,
    })
  })

  // The hash is the bericht's, so the same bericht is the same with an envelope and without.
  it('does not make a delivered bericht another one', async () => {
    const bytes = newToewijzing()
    const bare = accepted(await deliver(jansen, bytes))
    const again = await deliver(
      jansen,
      await makeEnvelope('WMO301', bytes, { referentienummer: ids.referentienummer() }),
    )
    expect(again).toMatchObject({ kind: 'duplicate', earlier: { id: bare.id } })
  })

  it('keeps its number to itself, unless it never left', async () => {
    const reference = ids.referentienummer()
    const envelope = (bytes: Buffer) => makeEnvelope('WMO301', bytes, { referentienummer: reference })
    const refused = rejected(
      await deliver(jansen, await envelope(readFixture('fout', 'wmo301-namespace-van-versie-3-1.xml'))),
    )
    const file = await envelope(newToewijzing())
    const first = accepted(await deliver(jansen, file))
    expect([refused.referentienummer, first.referentienummer]).toEqual([reference, reference])
    expect(await deliver(jansen, await envelope(newToewijzing()))).toEqual({
      kind: 'reference_used',
      isSameContent: false,
    })
    const jeugd = makeBericht('JW301', { gemeenteCode: '9901', identificatie: 'E-JW' })
    const other = await makeEnvelope('JW301', jeugd, { referentienummer: reference })
    expect(await deliver(jansen, other, { product: 'ijw' })).toEqual({ kind: 'reference_used', isSameContent: false })
    await withdrawBericht(jansen, { product: 'iwmo', berichtId: first.id, reason: 'vergissing' })
    expect(accepted(await deliver(jansen, file)).referentienummer).toBe(reference)
    // Another gemeente learns nothing of it.
    const modelwijk = await givenGemeente(database, { code: '9902' })
    const { actor } = await givenMember(database, modelwijk, { roles: { iwmo: 'GEBRUIKER' } })
    const bytes = makeBericht('WMO301', { gemeenteCode: '9902', identificatie: 'E-MW' })
    const recipe = { gemeenteCode: '9902', referentienummer: reference }
    expect((await deliver(actor, await makeEnvelope('WMO301', bytes, recipe))).kind).toBe('accepted')
  })

  it('of the gemeente next door is rejected', async () => {
    const bytes = makeBericht('WMO301', { gemeenteCode: '9902', identificatie: 'E-9' })
    const bericht = rejected(await deliver(jansen, await makeEnvelope('WMO301', bytes, { gemeenteCode: '9902' })))
    expect(bericht.findings.map(({ code, variant }) => `${code}.${variant}`)).toEqual(['ENVELOP.zender'])
  })

  it('makes one bericht of 20 equal envelopes at the same moment', async () => {
    const file = await makeEnvelope('WMO301', newToewijzing(), { referentienummer: ids.referentienummer() })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => deliver(jansen, file)))
    const kinds = outcomes.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['accepted', ...Array.from({ length: 19 }, () => 'duplicate')])
  })
})
