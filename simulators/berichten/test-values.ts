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

/** The days around a dagtekening, so that the dates in a bericht fit its date. */
export type Days = {
  /** First, some, and last day of the month before. */
  readonly first: string
  readonly some: string
  readonly last: string
  /** First and last day of the month after. */
  readonly nextFirst: string
  readonly nextLast: string
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The days around a dagtekening (`YYYY-MM-DD`). */
export function daysAround(dagtekening: string): Days {
  const day = new Date(`${dagtekening}T00:00:00Z`)
  const at = (months: number, date: number) =>
    iso(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, date)))
  return { first: at(-1, 1), some: at(-1, 5), last: at(0, 0), nextFirst: at(1, 1), nextLast: at(2, 0) }
}

type Maker = (index: number, days: Days) => string

/**
 * By element name, or its parent's and its own, where the data type alone does not say what belongs there. `index` counts
 * the repeats around it.
 */
const BY_NAME: Readonly<Record<string, Maker>> = {
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
  Nummer: (index) => String(1 + index),
  Eenheid: () => '04',
  Frequentie: () => '2',
  DebetCredit: () => 'D',
  RedenBeeindiging: () => '20',
  RedenWijziging: () => '03',
  ToewijzingNummer: (index) => String(700_000 + index),
  ReferentieAanbieder: (index) => `ZA-${String(index).padStart(6, '0')}`,
  ReferentieNummer: (index) => `PR-${String(index).padStart(8, '0')}`,
  VorigReferentieNummer: (index) => `PR-OUD-${String(index).padStart(8, '0')}`,
  DeclaratieNummer: () => 'DP202601',
  Volume: () => '6',
  GeleverdVolume: () => '6',
  ProductTarief: () => '6500',
  Bedrag: () => String(LINE_AMOUNT),
  Toewijzingsdatum: (_, { first }) => first,
  Ingangsdatum: (_, { some }) => some,
  ToewijzingIngangsdatum: (_, { some }) => some,
  ToewijzingEinddatum: (_, { last }) => last,
  BeschikkingIngangsdatum: (_, { some }) => some,
  Begindatum: (_, { some }) => some,
  Einddatum: (_, { last }) => last,
  GewensteIngangsdatum: (_, { some }) => some,
  'NieuwProduct/GewensteIngangsdatum': (_, { nextFirst }) => nextFirst,
  'NieuwProduct/Einddatum': (_, { nextLast }) => nextLast,
  'DeclaratiePeriode/Begindatum': (_, { first }) => first,
  DeclaratieDagtekening: (_, { last }) => last,
  Datum: (index) => `19${40 + (index % 50)}-0${1 + (index % 9)}-01`,
}

/** Amount of every line of a declaratie, in eurocents: six hours at 65 euros. */
export const LINE_AMOUNT = 39_000

const BY_BASE: Readonly<Record<ValueType['base'], Maker>> = {
  text: () => 'A1',
  integer: () => '1',
  date: (_, { some }) => some,
  time: () => '09:30:00',
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

/** Where a value stands, and between which days. */
export type ValuePlace = { readonly parent: string; readonly index: number; readonly days: Days }

/** A value that fits the type of an element and, as far as names tell, its meaning. */
export function testValue({ name }: ElementNode, type: ValueType, { parent, index, days }: ValuePlace): string {
  if (type.fixed !== undefined) return type.fixed
  if (type.name === 'LDT_BurgerServicenummer') return testBsn(index)
  const named = (BY_NAME[`${parent}/${name}`] ?? BY_NAME[name])?.(index, days)
  const fits = named !== undefined && (type.codes === undefined || type.codes.includes(named))
  return (
    productCode(type, index) ??
    (fits ? named : undefined) ??
    type.codes?.[0] ??
    BY_TYPE[type.name] ??
    BY_BASE[type.base](index, days)
  )
}
