import type { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

// Declaraties (323) and their answers (325): one line of 39,000 eurocents, over 5 to 31 January 2026.

const TOTAL = 'TotaalIngediendBedrag'
const AMOUNT = 'Prestatie/IngediendBedrag'
const REFERENCE = 'ProductReferentie/ReferentieNummer'
const EARLIER = 'ProductReferentie/VorigReferentieNummer'

/** In a 325 the sum of the lines is what was not granted. */
const totalOf = (draft: BerichtDraft, total: number) =>
  draft.set(`${TOTAL}/TotaalBedrag`, String(Math.abs(total))).set(`${TOTAL}/DebetCredit`, total < 0 ? 'C' : 'D')

/** A second line, of another toewijzing, with a number of its own. */
const second =
  (change: (copy: BerichtDraft) => void = () => undefined, total = 78_000): RuleExample['change'] =>
  (draft) =>
    totalOf(draft, total).copy('Prestatie', (copy) => {
      copy.set(REFERENCE, 'PR-2').set('ToewijzingNummer', '800001')
      change(copy)
    })

const credit = (earlier: string) => (copy: BerichtDraft) =>
  copy.set('IngediendBedrag/DebetCredit', 'C').add('ProductReferentie', 'VorigReferentieNummer', earlier)

const BOTH = [323, 325]

const keys = BOTH.flatMap((nummer) => [
  breaks(
    'a number twice',
    nummer,
    second((copy) => copy.set(REFERENCE, 'PR-00000000')),
    'TR101 Prestatie[1]',
    'TR101 Prestatie[2]',
  ),
  passes('TR101', 'a number twice, with and without earlier number', nummer, (draft) =>
    second((copy) => credit('PR-1')(copy.set(REFERENCE, 'PR-00000000')), 0)(draft),
  ),
  breaks(
    'a client twice',
    nummer,
    (draft) => totalOf(draft, 78_000).copy('Clienten/Client', (copy) => copy.set('ToewijzingNummer', '800001')),
    'TR101 Client[1]',
    'TR101 Client[2]',
  ),
  passes('TR101', 'two clients', nummer, (draft) =>
    totalOf(draft, 78_000).copy('Clienten/Client', (copy) =>
      copy.set('Bsn', '999999990').set('ToewijzingNummer', '800001'),
    ),
  ),
])

const credits = [
  breaks(
    'one line credited twice',
    323,
    (draft) => {
      second(credit('PR-OUD'), -39_000)(draft)
      draft.copy('Prestatie', (copy) => credit('PR-OUD')(copy.set(REFERENCE, 'PR-3')))
    },
    ...[2, 3].map((index) => `TR315 Prestatie[${index}]/${EARLIER}`),
  ),
  passes('TR315', 'two lines credited', 323, (draft) => {
    second(credit('PR-OUD'), -39_000)(draft)
    draft.copy('Prestatie', (copy) => credit('PR-OUD-2')(copy.set(REFERENCE, 'PR-3')))
  }),
  breaks('a line credited at once', 323, second(credit('PR-00000000'), 0), `TR316 Prestatie[2]/${EARLIER}`),
  breaks('a line that credits itself', 323, second(credit('PR-2'), 0), `TR316 Prestatie[2]/${EARLIER}`),
  passes('TR316', 'an earlier line credited', 323, second(credit('PR-OUD'), 0)),
  breaks(
    'a line twice',
    323,
    second((copy) => copy.set('ToewijzingNummer', '700000')),
    'TR416 Prestatie[1]',
    'TR416 Prestatie[2]',
  ),
  passes(
    'TR416',
    'a line and its correction',
    323,
    second((copy) => credit('PR-OUD')(copy.set('ToewijzingNummer', '700000')), 0),
  ),
]

const lines = BOTH.flatMap((nummer) => [
  breaks(
    'a credit without earlier line',
    nummer,
    (draft) => totalOf(draft.set(`${AMOUNT}/DebetCredit`, 'C'), -39_000),
    'CD060.ontbreekt Prestatie[1]/ProductReferentie',
  ),
  breaks(
    'a debit with an earlier line',
    nummer,
    (draft) => draft.add('ProductReferentie', 'VorigReferentieNummer', 'PR-0'),
    `CD060.teveel ${EARLIER}`,
  ),
  passes('CD060', 'a credit with its earlier line', nummer, second(credit('PR-OUD'), 0)),
  breaks(
    'a credit of nothing',
    nummer,
    second((copy) => credit('PR-OUD')(copy.set('IngediendBedrag/Bedrag', '0')), 39_000),
    'CS325 Prestatie[2]/IngediendBedrag/DebetCredit',
  ),
  breaks(
    'a total credit of nothing',
    nummer,
    (draft) => {
      second(credit('PR-OUD'), 0)(draft)
      draft.set(`${TOTAL}/DebetCredit`, 'C')
    },
    `CS325 ${TOTAL}/DebetCredit`,
  ),
  passes(
    'CS325',
    'nothing as debit',
    nummer,
    second((copy) => copy.set('IngediendBedrag/Bedrag', '0'), 39_000),
  ),
])

const euros =
  (volume: string): RuleExample['change'] =>
  (draft) =>
    draft.set('Prestatie/Eenheid', '83').set('GeleverdVolume', volume).drop('ProductTarief')

const prices = [
  breaks('hours without price', 323, (draft) => draft.drop('ProductTarief'), 'CD087.ontbreekt Prestatie[1]'),
  breaks(
    'euros with a price',
    323,
    (draft) => draft.set('Prestatie/Eenheid', '83').set('GeleverdVolume', '39000'),
    'CD087.teveel ProductTarief',
  ),
  passes('CD087', 'euros without price', 323, euros('39000')),
  breaks('euros of another amount', 323, euros('39001'), `CS339 Prestatie[1]/IngediendBedrag/Bedrag`),
  passes('CS339', 'euros of the same amount', 323, euros('39000')),
  breaks('a total that is a cent too high', 323, (draft) => totalOf(draft, 39_001), `TR358 ${TOTAL}`),
  breaks('a total of the other sign', 323, (draft) => totalOf(draft, -39_000), `TR358 ${TOTAL}`),
  passes(
    'TR358',
    'a total below nothing',
    323,
    second((copy) => credit('PR-OUD')(copy.set('IngediendBedrag/Bedrag', '39001')), -1),
  ),
]

const GRANTED = 'TotaalToegekendBedrag'
const WHOLE_CODE = 'DeclaratieAntwoord/RetourCodes/RetourCode'

const grants = [
  breaks(
    'a cent more granted than the lines leave',
    325,
    (draft) => draft.set(`${GRANTED}/TotaalBedrag`, '1'),
    `TR342.som ${GRANTED}`,
  ),
  breaks(
    'refused, and something granted',
    325,
    (draft) => draft.drop('Clienten').set(`${GRANTED}/TotaalBedrag`, '1').set(WHOLE_CODE, '9333'),
    `TR342.toegekend ${GRANTED}`,
  ),
  breaks(
    'refused, with lines',
    325,
    (draft) => draft.set(WHOLE_CODE, '9333'),
    'TR342.regels DeclaratieAntwoord/Clienten',
  ),
  passes('TR342', 'refused as a whole', 325, (draft) => draft.drop('Clienten').set(WHOLE_CODE, '9333')),
  passes('TR342', 'granted as a whole', 325, (draft) =>
    draft.drop('Clienten').set(`${GRANTED}/TotaalBedrag`, '39000').set(WHOLE_CODE, '8001'),
  ),
  breaks(
    'nothing granted, as credit',
    325,
    (draft) => draft.set(`${GRANTED}/DebetCredit`, 'C'),
    `CS325 ${GRANTED}/DebetCredit`,
  ),
]

export const claims: readonly RuleExample[] = [...keys, ...credits, ...lines, ...prices, ...grants]
