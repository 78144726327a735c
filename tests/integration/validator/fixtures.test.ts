import { type CheckExpectations, type CheckReport, isAccepted } from '#/lib/istandaarden/checks/check-report.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { berichtFixtures, expectationsFor, readFixture } from '#/tests/support/berichten/fixtures.ts'

const pool = createValidatorPool({ processes: 1, memoryMegabytes: 512 })
afterAll(() => pool.close())

async function check(bytes: Buffer, expected: CheckExpectations): Promise<CheckReport> {
  const result = await pool.check(fileInMemory(bytes), expected)
  if (!result.ok) throw new InvariantError(`the check ended with ${result.error}`)
  return result.value
}

const found = ({ bevindingen }: CheckReport) => bevindingen.map(({ code, variant, pad }) => ({ code, variant, pad }))

describe('checks on the fixtures', () => {
  it.each(berichtFixtures.geldig.map((fixture) => [fixture.bestand, fixture] as const))(
    'finds nothing in %s and knows what it is',
    async (bestand, { berichtsoort }) => {
      const report = await check(readFixture('geldig', bestand), expectationsFor(berichtsoort))
      expect(report.bevindingen).toEqual([])
      expect(report.kenmerken).toMatchObject({ berichtsoort, versie: '3.2' })
      expect(report.kenmerken.identificatie).toMatch(/^[TYR]\d{3}-26-\d{4}$/)
      expect(report.kenmerken.dagtekening).toMatch(/^2026-\d\d-\d\d$/)
    },
  )

  it.each(berichtFixtures.fout.map((fixture) => [fixture.bestand, fixture] as const))(
    'finds in %s exactly its fault',
    async (bestand, { berichtsoort, bevindingen }) => {
      const report = await check(readFixture('fout', bestand), expectationsFor(berichtsoort))
      const wanted = bevindingen.map((finding) => ({ ...finding, pad: finding.pad ?? expect.anything() }))
      const actual = found(report).map((finding) => ({ ...finding, pad: finding.pad ?? '' }))
      expect(actual).toEqual(wanted)
      expect(isAccepted(report)).toBe(false)
    },
  )

  // Retour trap: in a retourbericht Afzender and Ontvanger are those of the heenbericht.
  it('takes a retourbericht for the gemeente that the heenbericht was of', async () => {
    const retour = readFixture('geldig', 'wmo302-alles-goed.xml')
    expect((await check(retour, expectationsFor('WMO302'))).kenmerken).toMatchObject({
      afzender: '9901',
      ontvanger: '99990001',
      identificatie: 'R302-26-0001',
      heenIdentificatie: 'T301-26-0001',
      heenDagtekening: '2026-01-03',
    })
    const foreign = await check(retour, { ...expectationsFor('WMO302'), gemeenteCode: '9902' })
    expect(found(foreign)).toEqual([{ code: 'VERKEERDE_AFZENDER', variant: 'retour', pad: '/Bericht/Header/Afzender' }])
  })

  it('stops at the wrong product, the wrong direction, and another gemeente', async () => {
    const toewijzing = readFixture('geldig', 'wmo301-twee-producten.xml')
    const own = expectationsFor('WMO301')
    const variants = [
      { ...own, product: 'ijw' as const },
      { ...own, richting: 'ontvangen' as const },
      { ...own, gemeenteCode: '9902' },
    ]
    const reports = await Promise.all(variants.map((expected) => check(toewijzing, expected)))
    expect(reports.map(found)).toEqual([
      [{ code: 'VERKEERD_PRODUCT', variant: 'algemeen', pad: '/Bericht' }],
      [{ code: 'VERKEERDE_RICHTING', variant: 'ontvangen', pad: '/Bericht' }],
      [{ code: 'VERKEERDE_AFZENDER', variant: 'algemeen', pad: '/Bericht/Header/Afzender' }],
    ])
    expect(reports[2]?.bevindingen[0]).toMatchObject({
      regel: 7,
      kolom: 5,
      params: { verwacht: '9902', gevonden: '9901' },
    })
  })

  it('still checks the schema of a bericht whose BerichtCode is wrong, and says each thing once', async () => {
    const text = readFixture('fout', 'jw315-berichtcode-van-wmo315.xml').toString()
    const report = await check(Buffer.from(text.replace(/Dagtekening>2026/, 'Dagtekening>x')), expectationsFor('JW315'))
    expect(found(report).map(({ code, variant }) => [code, variant])).toEqual([
      ['BERICHTCODE', 'algemeen'],
      ['XSD', 'datum'],
    ])
  })
})
