import type { ElementNode, ValueType } from '#/lib/istandaarden/type-tree.ts'

// Values for made-up berichten: fictional people, numbers of the test range, dates that fit each other.

const TEST_RANGE_START = 999_900_006
const TEST_RANGE_END = 999_999_990

function passesElfproef(bsn: string): boolean {
  const digits = Array.from(bsn, Number)
  const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0
}

const testBsns: string[] = []
for (let number = TEST_RANGE_START; number <= TEST_RANGE_END; number++) {
  if (passesElfproef(String(number))) testBsns.push(String(number))
}

/** A Bsn of the range for tests that passes the 11-proof; the same index gives the same number. */
export const testBsn = (index: number): string => testBsns[index % testBsns.length] ?? String(TEST_RANGE_END)

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''
const ACHTERNAMEN = ['Oefenaar', 'Testveld', 'Proefstra', 'Fictiefsen', 'Voorbeeldma', 'Verzonnen']
const VOORNAMEN = ['Sanne', 'Bram', 'Noor', 'Youssef', 'Mila', 'Daan']
const STRATEN = ['Oefenlaan', 'Testpad', 'Fictiekade', 'Proefplein']

/** By element name, where the data type alone does not say what belongs there. `index` counts the repeats around it. */
const BY_NAME: Readonly<Record<string, (index: number) => string>> = {
  Achternaam: (index) => pick(ACHTERNAMEN, index),
  Voornamen: (index) => pick(VOORNAMEN, index),
  Voorletters: (index) => pick(VOORNAMEN, index).slice(0, 1),
  Voorvoegsel: () => 'van',
  Straatnaam: (index) => pick(STRATEN, index),
  Plaatsnaam: () => 'Voorbeeldstad',
  Postcode: () => '9999AB',
  Huisletter: () => 'A',
  Huisnummer: (index) => String(1 + (index % 90)),
  LandCode: () => 'NL',
  Landnummer: () => '0031',
  Telefoonnummer: (index) => `06000000${String(index % 100).padStart(2, '0')}`,
  Emailadres: (index) => `persoon${index}@postbus.example`,
  Taal: () => 'Nederlands',
  Organisatie: () => 'Woonhuis De Oefening',
  Commentaar: () => 'Gemaakt voor een proef.',
  Naam: () => 'Huisartsenpraktijk De Oefening',
  NaamGebruik: () => '1',
  Eenheid: () => '04',
  Frequentie: () => '2',
  DebetCredit: () => 'D',
  RedenBeeindiging: () => '20',
  ToewijzingNummer: (index) => String(700_000 + index),
  ReferentieAanbieder: (index) => `ZA-${String(index).padStart(6, '0')}`,
  ReferentieNummer: (index) => `PR-${String(index).padStart(8, '0')}`,
  DeclaratieNummer: () => 'DP202601',
  Volume: () => '6',
  GeleverdVolume: () => '6',
  ProductTarief: () => '6500',
  Bedrag: () => '39000',
  Toewijzingsdatum: () => '2026-01-02',
  Ingangsdatum: () => '2026-01-05',
  Begindatum: () => '2026-01-05',
  Einddatum: () => '2026-01-31',
  Datum: (index) => `19${40 + (index % 50)}-0${1 + (index % 9)}-15`,
}

const BY_BASE: Readonly<Record<ValueType['base'], string>> = {
  text: 'A1',
  integer: '1',
  date: '2026-01-15',
  time: '09:30:00',
}

const BY_TYPE: Readonly<Record<string, string>> = {
  LDT_AgbCode: '99990001',
  LDT_Gemeente: '9901',
  LDT_Versie: '1.0.0',
}

/** Product codes follow the category (`02A03` in 02), a different one for each index so that periods do not stack. */
function productCode(type: ValueType, index: number): string | null {
  if (type.name === 'LDT_ProductCategorie') return type.codes?.[index % type.codes.length] ?? null
  return type.name === 'LDT_ProductCode' ? `P${String(index % 10_000).padStart(4, '0')}` : null
}

/** A value that fits the type of an element and, as far as names tell, its meaning. */
export function testValue({ name }: ElementNode, type: ValueType, index: number): string {
  if (type.fixed !== undefined) return type.fixed
  if (type.name === 'LDT_BurgerServicenummer') return testBsn(index)
  const named = BY_NAME[name]?.(index)
  const fits = named !== undefined && (type.codes === undefined || type.codes.includes(named))
  return (
    productCode(type, index) ??
    (fits ? named : undefined) ??
    type.codes?.[0] ??
    BY_TYPE[type.name] ??
    BY_BASE[type.base]
  )
}
