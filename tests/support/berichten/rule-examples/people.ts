import { breaks, onlyIn, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

// Dagtekening of every bericht is 2 February 2026.

const BIRTH = 'Client/Geboortedatum'
const born =
  (date: string, use: string, around = BIRTH): RuleExample['change'] =>
  (draft) =>
    draft.set(`${around}/Datum`, date).set(`${around}/DatumGebruik`, use)

const ofBirth = [301, 305, 307, 315].flatMap((nummer) => [
  breaks('one day over 120 years old', nummer, born('1906-02-01', '1'), `TR002 ${BIRTH}/Datum`),
  passes('TR002', '120 years old', nummer, born('1906-03-01', '1')),
  passes('TR002', '120 years old on dagtekening', nummer, (draft) =>
    draft.set(`${BIRTH}/Datum`, '1906-02-02').drop('Client/Geboortedatum/DatumGebruik'),
  ),
  breaks('born in 1900 on an unknown day', nummer, born('1900-01-01', '1'), `TR002 ${BIRTH}/Datum`),
  breaks(
    'wholly unknown, with another date',
    nummer,
    born('1900-02-01', '3'),
    `TR002 ${BIRTH}/Datum`,
    `CS139.geheel ${BIRTH}/DatumGebruik`,
  ),
  passes('TR002', 'unknown date of birth', nummer, born('1900-01-01', '3')),
  breaks('born after dagtekening', nummer, born('2026-03-01', '1'), `TR134 ${BIRTH}/Datum`),
  breaks('unknown day that is not 01', nummer, born('1980-05-02', '1'), `CS139.dag ${BIRTH}/DatumGebruik`),
  breaks('unknown month that is not 01', nummer, born('1980-05-01', '2'), `CS139.dagEnMaand ${BIRTH}/DatumGebruik`),
  breaks('unknown year that is not 1900', nummer, born('1980-01-01', '3'), `CS139.geheel ${BIRTH}/DatumGebruik`),
  passes('CS139', 'known in full', nummer, (draft) => draft.set(`${BIRTH}/Datum`, '1980-05-17').drop('DatumGebruik')),
  passes('CS139', 'unknown month', nummer, born('1980-01-01', '2')),
])

const RELATIVE = 'Relatie/Geboortedatum'
const ofRelatives = [
  breaks('a relative over 120 years old', 301, born('1906-02-01', '1', RELATIVE), `TR002 ${RELATIVE}/Datum`),
  breaks('a relative born after dagtekening', 301, born('2026-03-01', '1', RELATIVE), `TR134 ${RELATIVE}/Datum`),
  breaks('a relative with a wrong date', 301, born('1980-05-02', '1', RELATIVE), `CS139.dag ${RELATIVE}/DatumGebruik`),
]

/** Fails the 11-proof by its last digit. */
const NO_BSN = '999900007'
const ofBsn = [301, 302, 305, 306, 307, 308, 315, 316, 317, 318, 323, 325].flatMap((nummer) => [
  breaks('a Bsn that is none', nummer, (draft) => draft.set('Client/Bsn', NO_BSN), 'CS002 Client/Bsn'),
  passes('CS002', 'the last Bsn of the range for tests', nummer, (draft) => draft.set('Client/Bsn', '999999990')),
])

const NAME = 'Client/Naam'
const named =
  (use: string, around: string, partner?: string): RuleExample['change'] =>
  (draft) => {
    draft.set(`${around}/NaamGebruik`, use)
    if (partner !== undefined) draft.add(around, 'Partnernaam', { Achternaam: partner })
  }

const ofNames = [
  breaks('a partner that is not there', 301, named('2', NAME), `CS050.zonderPartnernaam ${NAME}/NaamGebruik`),
  breaks('a pseudonym beside a partner', 301, named('5', NAME, 'Oefen'), `CS050.metPartnernaam ${NAME}/NaamGebruik`),
  ...['1', '2', '3', '4'].map((use) => passes('CS050', `name ${use} with a partner`, 301, named(use, NAME, 'Oefen'))),
  onlyIn('ijw', passes('CS050', 'an organisation as relative', 301, named('6', 'Relatie/Naam'))),
  onlyIn(
    'iwmo',
    breaks(
      'an organisation as relative',
      301,
      named('6', 'Relatie/Naam'),
      'CS050.zonderPartnernaam Relatie/Naam/NaamGebruik',
    ),
  ),
  onlyIn('ijw', breaks('an organisation as client', 301, named('6', NAME), `CS318 ${NAME}/NaamGebruik`)),
  onlyIn(
    'iwmo',
    breaks(
      'an organisation as client',
      301,
      named('6', NAME),
      `CS050.zonderPartnernaam ${NAME}/NaamGebruik`,
      `CS318 ${NAME}/NaamGebruik !`,
    ),
  ),
  passes('CS318', 'a client by the own name', 301, named('1', NAME)),
]

export const people: readonly RuleExample[] = [...ofBirth, ...ofRelatives, ...ofBsn, ...ofNames]
