import { createHash } from 'node:crypto'
import { type FileReport, MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { makeDeclaratie } from '#/simulators/berichten/make-bericht.ts'
import { type EnvelopeRecipe, makeEnvelope, makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import { berichtFixtures, expectationsFor, readFixture } from '#/tests/support/berichten/fixtures.ts'

const pool = createValidatorPool({ processes: 2, memoryMegabytes: 512 })
afterAll(() => pool.close())

async function check(content: Buffer | string, expected: CheckExpectations): Promise<FileReport> {
  const result = await pool.check(fileInMemory(Buffer.from(content as string)), expected)
  if (!result.ok) throw new InvariantError(`the check ended with ${result.error}`)
  return result.value
}

const found = ({ bevindingen }: FileReport) => bevindingen.map(({ code, variant }) => `${code}.${variant}`)
const toewijzing = readFixture('geldig', 'wmo301-twee-producten.xml')
const upload = expectationsFor('WMO301')
const wrapped = (changes?: EnvelopeRecipe, content = toewijzing) => makeEnvelope('WMO301', content, changes)
const changed = async (from: string | RegExp, to: string) => (await wrapped()).toString().replace(from, () => to)

describe('an envelope', () => {
  it('of the fixtures is known, with what it says and what is in it', async () => {
    const heen = await check(readFixture('envelop', 'di01-wmo301.xml'), upload)
    expect(heen.bevindingen).toEqual([])
    expect(heen.kenmerken).toMatchObject({ berichtsoort: 'WMO301', afzender: '9901', ontvanger: '99990001' })
    expect(heen.envelop?.header).toMatchObject({ berichtcode: 'Di01', functie: 'WMO301' })
    expect(heen.envelop?.payload?.sha256).toBe(createHash('sha256').update(toewijzing).digest('hex'))
    const retour = await check(readFixture('envelop', 'du01-wmo302.xml'), expectationsFor('WMO302'))
    expect(retour.bevindingen).toEqual([])
    expect(heen.envelop?.header?.referentienummer).toBe(
      retour.envelop?.header && 'crossRefnummer' in retour.envelop.header && retour.envelop.header.crossRefnummer,
    )
    const fault = await check(readFixture('envelop', 'fo01-wmo301.xml'), upload)
    expect(found(fault)).toEqual(['ENVELOP.foutbericht'])
    expect(fault.envelop?.header).toMatchObject({ berichtcode: 'Fo01', fout: { code: 'IB010' } })
  })

  it.each(berichtFixtures.geldig.map(({ bestand, berichtsoort }) => [bestand, berichtsoort] as const))(
    'with %s is as sound as the bericht, and tells where in the file it is',
    async (bestand, soort) => {
      const content = readFixture('geldig', bestand)
      const file = await makeEnvelope(soort, content)
      const { bevindingen, kenmerken, envelop } = await check(file, expectationsFor(soort))
      expect(bevindingen).toEqual([])
      expect(kenmerken.berichtsoort).toBe(soort)
      expect(envelop?.header).toEqual(makeEnvelopeHeader(soort, content))
      const { start = 0, end = 0, sizeBytes } = envelop?.payload ?? {}
      expect(sizeBytes).toBe(content.length)
      expect(Buffer.from(file.toString('latin1', start, end), 'base64').equals(content)).toBe(true)
    },
  )

  // The bericht inside gets every check that a bare one gets, with places that count in the bericht.
  it.each(berichtFixtures.fout.map(({ bestand, berichtsoort }) => [bestand, berichtsoort] as const))(
    'with %s gets exactly the findings of the bericht',
    async (bestand, soort) => {
      const content = readFixture('fout', bestand)
      const bare = await check(content, expectationsFor(soort))
      const inside = await check(await makeEnvelope(soort, content), expectationsFor(soort))
      expect(inside.bevindingen).toEqual(bare.bevindingen.map((one) => ({ ...one, inEnvelop: true })))
      expect(inside.kenmerken).toEqual(bare.kenmerken)
    },
  )

  it('may be written in other ways than ours', async () => {
    const text = (await wrapped()).toString()
    const coded = /<GGK:xmlBestand>([^<]*)/.exec(text)?.[1] ?? ''
    const lines = coded.replace(/.{76}/g, '$&&#xD;\n')
    for (const file of [
      text.replace(coded, lines),
      text.replace(coded, `<!-- -->${coded.slice(0, 50)}<![CDATA[${coded.slice(50)}]]>\n`),
      text.replaceAll('\r\n', '\n'),
      text.replaceAll('GGK:', 'x:').replace('xmlns:GGK', 'xmlns:x'),
      text.replaceAll('StUF:', '').replace('xmlns:StUF', 'xmlns'),
      text.replace('</StUF:applicatie>', '</StUF:applicatie><StUF:administratie>Gemeente</StUF:administratie>'),
    ]) {
      const report = await check(file, upload)
      expect(report.bevindingen).toEqual([])
      expect(report.envelop?.payload?.sizeBytes).toBe(toewijzing.length)
    }
  })

  it('is counted from behind its byte order mark, which is a fault', async () => {
    const file = Buffer.concat([Buffer.from('\uFEFF'), await wrapped()])
    const { envelop, ...report } = await check(file, upload)
    expect(found({ envelop, ...report })).toEqual(['BOM.algemeen'])
    const { start = 0, end = 0 } = envelop?.payload ?? {}
    expect(Buffer.from(file.toString('latin1', start, end), 'base64').equals(toewijzing)).toBe(true)
  })

  it('is pointed at in the file that was sent, before and behind its content', async () => {
    const place = async (file: string) => {
      const { bevindingen } = await check(file, upload)
      return bevindingen.map(({ variant, regel, kolom, pad }) => `${variant} ${regel}:${kolom} ${pad}`)
    }
    const root = '/envelopHeenbericht-ggk_Di01'
    expect(await place(await changed('0000-4000', '0000-1000'))).toEqual([
      `vorm 13:1 ${root}/stuurgegevens/referentienummer`,
    ])
    const behind = (await changed('</GGK:xmlBestand>', '\n\n</GGK:xmlBestand> <GGK:x/>')).split('\n')
    const regel = behind.findIndex((line) => line.includes('<GGK:x/>')) + 1
    expect(await place(behind.join('\n'))).toEqual([`onbekend ${regel}:19 ${root}/parameters/bericht/x`])
    const broken = await changed(/<GGK:xmlBestand>.{40}/, '<GGK:xmlBestand>QUJD\nQU!D')
    expect(await place(broken)).toEqual(['codering 24:3 null'])
  })

  it('that reaches a gemeente is judged by its receiver, and by who sent the bericht', async () => {
    const start = readFixture('geldig', 'wmo305-start.xml')
    const download = expectationsFor('WMO305')
    const findings = async (changes: EnvelopeRecipe) =>
      found(await check(await makeEnvelope('WMO305', start, changes), download))
    expect(await findings({})).toEqual([])
    expect(await findings({ ontvanger: '9902' })).toEqual(['ENVELOP.ontvanger'])
    expect(await findings({ zender: '99990003' })).toEqual(['ENVELOP.zenderInhoud'])
    // VECOZO answers for a provider in its own name, and only answers.
    const retour = await makeEnvelope('WMO302', readFixture('geldig', 'wmo302-alles-goed.xml'), { zender: 'VECOZO' })
    expect(found(await check(retour, expectationsFor('WMO302')))).toEqual([])
    expect(await findings({ zender: 'VECOZO' })).toEqual(['ENVELOP.vorm'])
  })

  it('to the CAK may hold a text file, which is unwrapped as it is', async () => {
    const bytes = Buffer.from([0xe9, 0x0d, 0x0a, 0x00])
    const form = { kind: 'tekstBestand', bestandsnaam: 'opgave_1.txt' } as const
    const report = await check(await makeEnvelope('WMO405', bytes, {}, form), upload)
    expect(found(report)).toEqual([])
    // What it is, and between whom, is told by the envelope alone.
    expect(report.kenmerken).toMatchObject({
      berichtsoort: 'WMO405',
      versie: '4.0',
      afzender: '9901',
      ontvanger: 'CAK',
    })
    expect(report.envelop?.payload).toMatchObject({ ...form, sizeBytes: 4, isUtf8: false })
  })

  it('of the largest size is checked, and one byte more is not', async () => {
    const room = MAXIMUM_ENVELOPE_BYTES - (await makeEnvelope('WMO323', Buffer.alloc(0))).length
    const content = makeDeclaratie(Math.floor(room / 4) * 3)
    const file = await makeEnvelope('WMO323', content)
    const filled = Buffer.concat([file, Buffer.alloc(MAXIMUM_ENVELOPE_BYTES - file.length, '\n')])
    const largest = await check(filled.subarray(0, file.length + 60_000), expectationsFor('WMO323'))
    expect(largest.bevindingen).toEqual([])
    expect(largest.envelop?.payload?.sizeBytes).toBe(content.length)
    expect(found(await check(Buffer.concat([filled, Buffer.from(' ')]), upload))).toEqual(['GROOTTE.algemeen'])
  })

  it('never repeats a value in a finding', async () => {
    const secret = '999900134'
    const text = (await wrapped()).toString()
    for (const element of ['organisatie', 'applicatie', 'referentienummer', 'tijdstipBericht', 'functie']) {
      const file = text.replace(new RegExp(`(<StUF:${element}>)[^<]*`), `$1${secret}`)
      expect(JSON.stringify((await check(file, upload)).bevindingen)).not.toContain(secret)
    }
  })
})
