import { hashFacts } from '#/lib/berichten/facts/hash-facts.ts'
import { keptUntil } from '#/lib/berichten/facts/retention.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { CheckReport } from '#/lib/istandaarden/checks/check-report.ts'
import { readFacts } from '#/lib/istandaarden/facts/read-facts.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { settingsWith } from '#/tests/support/settings.ts'

setSettings(settingsWith())

const OWNER = { organisationId: '01930000-0000-7000-8000-000000000001', product: 'iwmo' } as const
const OTHER = { ...OWNER, organisationId: '01930000-0000-7000-8000-000000000002' }
const BSN = '999900006'

function reportOf(soort: string, recipe: Parameters<typeof makeBericht>[1], agbCode = '99990001'): CheckReport {
  const berichtsoort = findBerichtsoort(soort)
  if (berichtsoort === null) throw new Error(soort)
  const bytes = makeBericht(soort, { ...recipe, values: { Bsn: BSN, ...recipe?.values } })
  const { facts, oordeel } = readFacts(bytes.toString('utf8'), berichtsoort)
  const [afzender, ontvanger] = berichtsoort.gemeenteVeld === 'Afzender' ? ['9901', agbCode] : [agbCode, '9901']
  const kenmerken = {
    product: berichtsoort.product,
    berichtsoort: soort,
    versie: '3.2',
    afzender,
    ontvanger,
    identificatie: 'P-1',
    dagtekening: '2026-02-02',
    heenIdentificatie: null,
    heenDagtekening: null,
  }
  return { kenmerken, bevindingen: [], weggelaten: 0, feiten: [...facts], clienten: [], oordeel }
}

describe('hashFacts', () => {
  // Nobody who reads the database learns who it is about, or which number it had.
  it('leaves nothing that can be read back', async () => {
    const text = JSON.stringify(await hashFacts(OWNER, reportOf('WMO301', { values: { ToewijzingNummer: '500101' } })))
    expect(text).not.toContain(BSN)
    expect(text).not.toContain('500101')
    expect(text).not.toContain('ZA-')
  })

  it('gives the same number the same key, for one gemeente and one product only', async () => {
    const report = reportOf('WMO305', { values: { ToewijzingNummer: '500101' } })
    const [start] = await hashFacts(OWNER, report)
    const [toewijzing] = await hashFacts(OWNER, reportOf('WMO301', { values: { ToewijzingNummer: '500101' } }))
    expect(start?.key).toBe(toewijzing?.key)
    expect(start?.client).toBe(toewijzing?.client)
    const [elsewhere] = await hashFacts(OTHER, report)
    const [asJeugd] = await hashFacts({ ...OWNER, product: 'ijw' }, report)
    for (const foreign of [elsewhere, asJeugd]) {
      expect(foreign?.key).not.toBe(start?.key)
      expect(foreign?.client).not.toBe(start?.client)
    }
  })

  it('keeps references of two providers apart', async () => {
    const request = { values: { ReferentieAanbieder: 'VOT-1' } }
    const [one] = await hashFacts(OWNER, reportOf('WMO315', request))
    const [answer] = await hashFacts(OWNER, reportOf('WMO319', request))
    const [other] = await hashFacts(OWNER, reportOf('WMO315', request, '99990002'))
    expect(answer?.key).toBe(one?.key)
    expect(other?.key).not.toBe(one?.key)
  })

  it('ties a toewijzing to the request that it names', async () => {
    const [request] = await hashFacts(OWNER, reportOf('WMO315', { values: { ReferentieAanbieder: 'VOT-1' } }))
    const [toewijzing] = await hashFacts(OWNER, reportOf('WMO301', { values: { ReferentieAanbieder: 'VOT-1' } }))
    expect(toewijzing?.other).toBe(request?.key)
  })
})

describe('keptUntil', () => {
  it.each([
    [{ kind: 'toewijzing', untilOn: '2026-12-31' }, '2027-12-31'],
    [{ kind: 'toewijzing', untilOn: '2026-01-31' }, '2027-11-25'],
    [{ kind: 'toewijzing', untilOn: null }, '2031-11-25'],
    [{ kind: 'toewijzing', untilOn: '9999-12-31' }, '2031-11-25'],
    [{ kind: 'start', untilOn: null }, '2028-11-25'],
    [{ kind: 'declaratie', untilOn: '2026-01-31' }, '2028-11-25'],
  ] as const)('keeps %j that came on 25 November 2026 until %s', (fact, expected) => {
    expect(keptUntil(fact, '2026-11-25')).toBe(expected)
  })

  it('ends at the end of a shorter month', () => {
    expect(keptUntil({ kind: 'toewijzing', untilOn: '2028-02-29' }, '2026-11-25')).toBe('2029-02-28')
  })
})
