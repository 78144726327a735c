import { FINDING_CODES, finding } from '#/lib/istandaarden/checks/check-report.ts'
import { MALFORMED_REASONS } from '#/lib/istandaarden/checks/xml-engine.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

/** One value for every parameter that any check gives. */
const PARAMS = {
  element: 'Begindatum',
  ouder: 'StartProduct',
  kind: 'Code',
  attribuut: 'xsi:nil',
  verwacht: 'iwmo',
  gevonden: 'ijw',
  versies: '3.2',
  berichtsoort: 'JW301',
  naam: 'Toewijzing Jeugdhulp',
  codes: '1, 2',
  vorm: 'LDT_AgbCode',
  maximum: 12,
  minimum: 0,
  lengte: 40,
  aantal: 2,
  geopend: 3,
  voor: 'Einddatum',
  functie: 'WMO301',
  soort: 'WMO301',
  versie: '3.2',
  functieVersie: '0003',
  functieSubversie: '0002',
}

const { findings } = messagesFor('nl')
const every = FINDING_CODES.flatMap((code) => Object.keys(findings[code]).map((variant) => [code, variant] as const))

describe('describeFinding', () => {
  it.each(LOCALES)('has words for every code and variant in %s, with every parameter filled in', (locale) => {
    for (const [code, variant] of every) {
      const { melding, herstel } = describeFinding(finding(code, variant, null, PARAMS), locale)
      for (const text of [melding, herstel]) {
        expect(text).toMatch(/\.$/)
        expect(text).not.toMatch(/[{}]|undefined|select/)
      }
    }
  })

  it('has words for every reason why a file is not well-formed', () => {
    expect(Object.keys(findings.NIET_WELGEVORMD).sort()).toEqual([...MALFORMED_REASONS].sort())
  })

  it('says it as a person would', () => {
    const missing = finding('XSD', 'ontbreekt', null, { element: 'Begindatum', ouder: 'StartProduct' })
    expect(describeFinding(missing, 'nl')).toEqual({
      melding: 'In StartProduct ontbreekt het verplichte element Begindatum.',
      herstel: 'Voeg Begindatum op deze plaats toe.',
    })
    const code = finding('XSD', 'code', null, { element: 'LandCode', codes: 'none', aantal: 249 })
    expect(describeFinding(code, 'nl').herstel).toBe('Gebruik een code uit de lijst. De lijst heeft 249 codes.')
  })

  it('falls back to the general text of a code for a variant that is no longer known', () => {
    expect(describeFinding(finding('XSD', 'verdwenen'), 'nl').melding).toContain('schema van de standaard')
  })
})
