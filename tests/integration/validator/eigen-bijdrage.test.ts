import type { FileReport } from '#/lib/envelope/schema.ts'
import { type CheckExpectations, MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { type EnvelopeRecipe, makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'

const pool = createValidatorPool({ processes: 1, memoryMegabytes: 512 })
afterAll(() => pool.close())

const upload: CheckExpectations = { product: 'iwmo', gemeenteCode: '9901', richting: 'aangeleverd' }
const download: CheckExpectations = { ...upload, richting: 'ontvangen' }
const chosen: CheckExpectations = { ...upload, eigenBijdrage: 'WMO405' }

async function check(content: Buffer, expected: CheckExpectations): Promise<FileReport> {
  const result = await pool.check(fileInMemory(content), expected)
  if (!result.ok) throw new InvariantError(`the check ended with ${result.error}`)
  return result.value
}

const found = ({ bevindingen }: FileReport) =>
  bevindingen.map(({ code, variant, inEnvelop }) => `${code}.${variant}${inEnvelop ? ' inside' : ''}`)
const file = makeEigenBijdrage('WMO405', '1', '2026-02-02')

describe('a bare file of which its sender says that it is about the eigen bijdrage', () => {
  it('is what was chosen, between this gemeente and the CAK, and nothing of its content is known', async () => {
    expect(await check(file, chosen)).toEqual({
      kenmerken: {
        product: 'iwmo',
        berichtsoort: 'WMO405',
        versie: '4.0',
        afzender: '9901',
        ontvanger: 'CAK',
        identificatie: null,
        dagtekening: null,
        heenIdentificatie: null,
        heenDagtekening: null,
      },
      bevindingen: [],
      weggelaten: 0,
      feiten: [],
      clienten: [],
      oordeel: null,
      envelop: null,
    })
  })

  // OP192 is a rule of iWmo and iJw: whether it holds here nobody can say.
  it('may have a byte order mark and other line ends', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<x>\n</x>\n')])
    expect(found(await check(bytes, chosen))).toEqual([])
  })

  it.each<[string, () => Buffer, string]>([
    ['is no XML', () => Buffer.from('BSN;start;stop\r\n'), 'NIET_WELGEVORMD.geenXml'],
    ['ends too early', () => file.subarray(0, file.indexOf('</sim:Bericht')), 'NIET_WELGEVORMD.afgekapt'],
    ['is empty', () => Buffer.alloc(0), 'NIET_WELGEVORMD.leeg'],
    ['has a DOCTYPE', () => Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), 'DOCTYPE.algemeen'],
    ['is no UTF-8', () => Buffer.from('<?xml version="1.0"?><x>\u00e9</x>', 'latin1'), 'CODERING.teken'],
    [
      'says it is in another encoding',
      () => Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><x/>'),
      'CODERING.verklaring',
    ],
    ['is a toewijzing', () => readFixture('geldig', 'wmo301-twee-producten.xml'), 'BERICHTCODE.eigenBijdrage'],
    ['is too large for an envelope', () => Buffer.alloc(MAXIMUM_BERICHT_BYTES + 1, 0x20), 'GROOTTE.algemeen'],
  ])('is refused when it %s', async (_what, make, wanted) => {
    expect(found(await check(make(), chosen))).toEqual([wanted])
  })

  it('is of iWmo, whatever somebody chose', async () => {
    expect(found(await check(file, { ...chosen, product: 'ijw' }))).toEqual(['VERKEERD_PRODUCT.algemeen'])
  })

  // VECOZO's rule BRS18. Nobody knows where a Bsn stands, so every number that can be one counts.
  it('names nobody real in the test environment, wherever a Bsn may stand', async () => {
    const inTest: CheckExpectations = { ...chosen, onlyTestPersons: true }
    const of = (bsn: string) => Buffer.from(`<x klant="${bsn}"/>`)
    expect(found(await check(of('111222333'), inTest))).toEqual(['BRS18.algemeen'])
    expect(found(await check(of('999900006'), inTest))).toEqual([])
    expect(found(await check(of('1112223334'), inTest))).toEqual([])
    expect(found(await check(of('111222333'), chosen))).toEqual([])
    const form = { kind: 'tekstBestand', bestandsnaam: 'opgave.txt' } as const
    for (const wrapped of [
      await makeEnvelope('WMO405', of('111222333')),
      await makeEnvelope('WMO405', Buffer.from('111222333;start'), {}, form),
    ])
      expect(found(await check(wrapped, { ...upload, onlyTestPersons: true }))).toEqual(['BRS18.algemeen inside'])
  })

  it('without that choice is a file that nobody knows', async () => {
    expect(found(await check(file, upload))).toEqual(['ONBEKENDE_VERSIE.geenBericht'])
  })
})

describe('an envelope about the eigen bijdrage', () => {
  const wrapped = (soort: string, changes: EnvelopeRecipe = {}, content = file) => makeEnvelope(soort, content, changes)

  it.each<[string, CheckExpectations]>([
    ['WMO405', upload],
    ['WMO407', upload],
    ['WMO406', download],
    ['WMO408', download],
  ])('with a %s in its direction is sound', async (soort, expected) => {
    const report = await check(await wrapped(soort), expected)
    expect(found(report)).toEqual([])
    const [afzender, ontvanger] = expected.richting === 'aangeleverd' ? ['9901', 'CAK'] : ['CAK', '9901']
    expect(report.kenmerken).toMatchObject({ product: 'iwmo', berichtsoort: soort, versie: '4.0', afzender, ontvanger })
  })

  it('says what it is, also where somebody chose another', async () => {
    expect((await check(await wrapped('WMO407'), chosen)).kenmerken.berichtsoort).toBe('WMO407')
  })

  it('of a release that is not known is taken in, without a release', async () => {
    const report = await check(await wrapped('WMO405', { functieSubversie: '0009' }), upload)
    expect([found(report), report.kenmerken.versie]).toEqual([[], null])
  })

  it.each<[string, string, CheckExpectations, EnvelopeRecipe, string]>([
    ['goes to an aanbieder', 'WMO405', upload, { ontvanger: '99990001' }, 'ENVELOP.ontvangerCak'],
    ['comes from an aanbieder', 'WMO406', download, { zender: '99990001' }, 'ENVELOP.zenderCak'],
    ['is of another gemeente', 'WMO405', upload, { zender: '9902' }, 'ENVELOP.zender'],
    [
      'is delivered though the CAK sends it',
      'WMO406',
      upload,
      { zender: '9901', ontvanger: 'CAK' },
      'VERKEERDE_RICHTING.aangeleverd',
    ],
    [
      'comes though the gemeente sends it',
      'WMO405',
      download,
      { zender: 'CAK', ontvanger: '9901' },
      'VERKEERDE_RICHTING.ontvangen',
    ],
    ['comes under iJw', 'WMO405', { ...upload, product: 'ijw' }, {}, 'VERKEERD_PRODUCT.algemeen'],
  ])('that %s is refused for that', async (_what, soort, expected, changes, wanted) => {
    expect(found(await check(await wrapped(soort, changes), expected))).toEqual([wanted])
  })

  it('holds what a bare file must be, with places that count in it', async () => {
    const content = Buffer.from('<x>\r\n<y>\r\n</x>')
    const report = await check(await wrapped('WMO405', {}, content), upload)
    expect(report.bevindingen).toMatchObject([{ code: 'NIET_WELGEVORMD', regel: 3, inEnvelop: true }])
    expect(found(await check(await wrapped('WMO405', {}, await wrapped('WMO405')), upload))).toEqual([
      'ENVELOP.genest inside',
    ])
  })

  it('of the other kind is refused: a retourbericht travels in a Du01', async () => {
    const text = (await wrapped('WMO405')).toString().replace('>WMO405<', '>WMO406<')
    expect(found(await check(Buffer.from(text), download))).toEqual(['ENVELOP.ontvanger'])
    expect(found(await check(Buffer.from(text), upload))).toEqual(['ENVELOP.functieEnvelop'])
  })
})
