import { valueFault } from '#/lib/istandaarden/checks/value-check.ts'
import { release as release32 } from '#/lib/istandaarden/releases/3.2/release.ts'
import { codesFor, type ValueType } from '#/lib/istandaarden/type-tree.ts'

function typeNamed(name: string): ValueType {
  const type = release32.simpleTypes[name] ?? { base: 'text' as const }
  const { codes: _codes, ...rest } = type
  const codes = codesFor(type, 'iwmo')
  return { ...rest, name, ...(codes && { codes }) }
}

describe('valueFault', () => {
  it.each([
    ['LDT_Datum', '2026-02-28'],
    ['LDT_Datum', ' 2024-02-29 '],
    ['LDT_Tijd', '23:59:59.5'],
    ['LDT_Tijd', '24:00:00'],
    ['LDT_Bedrag', '+0012'],
    ['LDT_Bedrag', '-0'],
    ['LDT_BurgerServicenummer', '000000000'],
    ['LDT_Commentaar', '\n regel één\n\nregel twee '],
    ['LDT_Naam', '𝔸'.repeat(200)],
    ['LDT_Voorletters', 'Éä'],
    ['LDT_Versie', '10.0.2'],
    ['LDT_LandCode', 'NL'],
  ])('finds nothing wrong with %s %j', (name, value) => {
    expect(valueFault(value, typeNamed(name))).toBeNull()
  })

  it.each([
    ['LDT_Datum', '2025-02-29', 'datum'],
    ['LDT_Datum', '0000-01-01', 'datum'],
    ['LDT_Datum', '2025-1-1', 'datum'],
    ['LDT_Datum', '2025-01-03Z', 'datumTijdzone'],
    ['LDT_Datum', '2025-01-03+01:00', 'datumTijdzone'],
    ['LDT_Tijd', '25:00:00', 'tijd'],
    ['LDT_Tijd', '9:30', 'tijd'],
    ['LDT_Tijd', '09:30:00Z', 'tijdTijdzone'],
    ['LDT_Tijd', '09:30:00-05:00', 'tijdTijdzone'],
    ['LDT_Bedrag', '12,50', 'getal'],
    ['LDT_Bedrag', '100000000', 'bereik'],
    ['LDT_Bedrag', '-1', 'bereik'],
    ['LDT_Bedrag', '', 'leeg'],
    ['LDT_BurgerServicenummer', '12345678', 'vorm'],
    ['LDT_BurgerServicenummer', '1234567890', 'teLang'],
    ['LDT_Naam', '   ', 'vorm'],
    ['LDT_Naam', 'twee\nregels', 'vorm'],
    ['LDT_Commentaar', ' \n ', 'vorm'],
    ['LDT_LandCode', 'XX', 'code'],
    ['LDT_LandCode', '', 'leeg'],
    ['LDT_Voorletters', 'A.B.', 'vorm'],
  ])('says of %s %j that it is %s', (name, value, variant) => {
    expect(valueFault(value, typeNamed(name))?.variant).toBe(variant)
  })

  it('holds a fixed value to the way it is written', () => {
    const type = { ...typeNamed('LDT_BerichtVersie'), fixed: '3' }
    expect(valueFault(' 3 ', type)).toBeNull()
    expect(valueFault('03', type)).toEqual({ variant: 'vast', params: { verwacht: '3' } })
  })

  // Findings are stored, mailed and logged: a Bsn or a name must never be in them.
  it('never tells the value itself', () => {
    for (const name of Object.keys(release32.simpleTypes)) {
      for (const value of ['999900135x', 'Jansen '.repeat(60), '9'.repeat(40)]) {
        expect(JSON.stringify(valueFault(value, typeNamed(name)))).not.toContain(value)
      }
    }
  })

  // A pattern that backtracks would let one long comment hold a process for minutes.
  it('judges a megabyte of blanks at once', () => {
    expect(valueFault(' '.repeat(1_000_000), typeNamed('LDT_Commentaar'))?.variant).toBe('vorm')
  })
})
