import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

const OWN = 'Contactgegevens/Contact'
const TEMPORARY = { Begindatum: '2026-01-01', Einddatum: '2026-02-28' }
const toSoort =
  (soort: string, change: RuleExample['change'] = () => undefined): RuleExample['change'] =>
  (draft) => {
    draft.set(`${OWN}/Soort`, soort)
    change(draft)
  }

/** A second contact of the client, of another kind. */
const beside =
  (change: RuleExample['change']): RuleExample['change'] =>
  (draft) =>
    draft.copy(OWN, (copy) => {
      copy.set('Soort', '04').add('', 'Periode', TEMPORARY)
      change(copy)
    })

const nothing = () => undefined

const reach = [
  breaks(
    'no way to be reached',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Adres`).drop(`${OWN}/Telefoon`)),
    `TR006 ${OWN}[1]`,
  ),
  breaks(
    'a house without postcode',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Telefoon`).drop(`${OWN}/Adres/Postcode`).drop(`${OWN}/Adres/LandCode`)),
    `TR006 ${OWN}[1]`,
  ),
  passes(
    'TR006',
    'a telephone alone',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Adres`)),
  ),
  passes('TR006', 'an address alone', 301, (draft) => draft.drop(`${OWN}/Telefoon`)),
  breaks('a temporary address alone', 301, toSoort('04'), 'TR061 /Bericht/Client'),
  passes('TR061', 'a temporary address beside another', 301, beside(nothing)),
  breaks('two contacts of one kind', 301, (draft) => draft.copy(OWN), `TR101 ${OWN}[1]`, `TR101 ${OWN}[2]`),
  passes('TR101', 'two contacts of two kinds', 301, beside(nothing)),
]

const addresses = [
  breaks(
    'a postcode without country',
    301,
    (draft) => draft.drop(`${OWN}/Adres/LandCode`),
    `CD005.ontbreekt ${OWN}[1]/Adres/Postcode`,
  ),
  breaks(
    'a country without postcode',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Adres/Postcode`)),
    `CD005.teveel ${OWN}[1]/Adres/LandCode`,
  ),
  passes(
    'CD005',
    'neither',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Adres/Postcode`).drop(`${OWN}/Adres/LandCode`)),
  ),
  breaks('a Dutch address without house', 301, (draft) => draft.drop(`${OWN}/Adres/Huis`), `CD025 ${OWN}[1]/Adres`),
  passes('CD025', 'a foreign address without house', 301, (draft) =>
    draft.drop(`${OWN}/Adres/Huis`).set(`${OWN}/Adres/LandCode`, 'BE'),
  ),
  ...['01', '03'].flatMap((soort) => [
    breaks(
      `no postcode at ${soort}`,
      301,
      toSoort(soort, (draft) => draft.drop(`${OWN}/Adres/Postcode`).drop(`${OWN}/Adres/LandCode`)),
      `CD034 ${OWN}[1]/Adres`,
    ),
    breaks(
      `no address at ${soort}`,
      301,
      toSoort(soort, (draft) => draft.drop(`${OWN}/Adres`)),
      `CD034 ${OWN}[1]`,
    ),
  ]),
  passes(
    'CD034',
    'no postcode at 02',
    301,
    toSoort('02', (draft) => draft.drop(`${OWN}/Adres`)),
  ),
  breaks(
    'a postcode of another form',
    301,
    (draft) => draft.set(`${OWN}/Adres/Postcode`, '0123 AB'),
    `CS089 ${OWN}[1]/Adres/Postcode`,
  ),
  passes('CS089', 'a foreign postcode', 301, (draft) =>
    draft.set(`${OWN}/Adres/Postcode`, '1000').set(`${OWN}/Adres/LandCode`, 'BE'),
  ),
]

const periods = [
  breaks(
    'a period at a permanent address',
    301,
    (draft) => draft.add(OWN, 'Periode', TEMPORARY),
    `CD009 ${OWN}[1]/Periode`,
  ),
  passes('CD009', 'a period at a temporary address', 301, beside(nothing)),
  breaks(
    'a period that ends before it begins',
    301,
    beside((copy) => copy.set('Periode/Einddatum', '2025-12-31')),
    `CS003 ${OWN}[2]/Periode/Einddatum`,
  ),
  passes(
    'CS003',
    'a period of one day',
    301,
    beside((copy) => copy.set('Periode/Einddatum', '2026-01-01')),
  ),
  passes(
    'CS003',
    'a period without begin',
    301,
    beside((copy) => copy.drop('Periode/Begindatum')),
  ),
]

const languages = [
  breaks(
    'an interpreter without language',
    301,
    (draft) => draft.drop('Communicatie/Taal'),
    'CD007.ontbreekt Client/Communicatie',
  ),
  breaks(
    'a language without interpreter',
    301,
    (draft) => draft.set('Communicatie/Vorm', '2'),
    'CD007.teveel Communicatie/Taal',
  ),
  passes('CD007', 'another interpreter', 301, (draft) => draft.set('Communicatie/Vorm', '3').drop('Communicatie/Taal')),
]

const relatives = [
  breaks('a relative twice', 301, (draft) => draft.copy('Relatie'), 'TR101 Relatie[1]', 'TR101 Relatie[2]'),
  passes('TR101', 'two relatives', 301, (draft) => draft.copy('Relatie', (copy) => copy.set('Nummer', '2'))),
]

export const contacts: readonly RuleExample[] = [...reach, ...addresses, ...periods, ...languages, ...relatives]
