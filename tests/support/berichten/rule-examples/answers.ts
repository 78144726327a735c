import type { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

// Retourberichten and answers to declaraties. All of these only warn.

/** What follows the header, per number. */
const BODIES = [
  [302, 'Client', ['Client', 'Contact', 'ToegewezenProduct']],
  [306, 'Client', ['Client', 'StartProduct']],
  [308, 'Client', ['Client', 'StopProduct']],
  [316, 'Client', ['Client', 'AangevraagdProduct']],
  [318, 'Client', ['Client', 'Verzoek', 'TeWijzigenProduct']],
  [320, 'Antwoord', []],
] as const

const withHeaderCode = (draft: BerichtDraft, code: string, xslt?: string) => {
  draft.add('Header', 'RetourCodes', { RetourCode: code })
  return xslt === undefined ? draft : draft.add('Header', 'XsltVersie', xslt)
}

/** Says of all but the last of these classes that nothing is wrong with them, and of the last this. */
const judged =
  (classes: readonly string[], last: string): RuleExample['change'] =>
  (draft) => {
    for (const [index, name] of classes.entries())
      draft.set(`${name}/RetourCodes/RetourCode`, index < classes.length - 1 ? '0200' : last)
  }

const retours = BODIES.flatMap(([nummer, body, classes]) => [
  breaks(
    'a technical refusal with more than a header',
    nummer,
    (draft) => withHeaderCode(draft, '0001', '2.10.5'),
    `OP286 ${body} !`,
  ),
  passes('OP286', 'a technical refusal', nummer, (draft) => withHeaderCode(draft, '0001', '2.10.5').drop(body)),
  breaks(
    'a technical refusal without version',
    nummer,
    (draft) => withHeaderCode(draft, '0001').drop(body),
    'IV033 Header !',
  ),
  passes('IV033', 'another refusal of the header', nummer, (draft) => withHeaderCode(draft, '9056').drop(body)),
  ...(classes.length === 0
    ? []
    : [
        breaks('a client with nothing refused', nummer, judged(classes, '0233'), `OP065 ${body} !`),
        passes('OP065', 'a client with one class refused', nummer, judged(classes, '9332')),
      ]),
])

const HEADER_CODE = 'Header/RetourCodes/RetourCode'
const LINE_CODE = 'Prestatie/RetourCodes/RetourCode'

const declaraties = [
  breaks(
    'a technical refusal with an answer',
    325,
    (draft) => draft.set(HEADER_CODE, '0001').add('Header', 'XsltVersie', '2.10.5'),
    'OP286 DeclaratieAntwoord !',
  ),
  passes('OP286', 'a technical refusal', 325, (draft) =>
    draft.set(HEADER_CODE, '0001').add('Header', 'XsltVersie', '2.10.5').drop('DeclaratieAntwoord'),
  ),
  breaks(
    'a technical refusal without version',
    325,
    (draft) => draft.set(HEADER_CODE, '0001').drop('DeclaratieAntwoord'),
    'IV033 Header !',
  ),
  passes('IV033', 'no technical refusal', 325, (draft) => draft.set(HEADER_CODE, '9056')),
  breaks(
    'a line that is not refused',
    325,
    (draft) => draft.set(LINE_CODE, '0200'),
    'OP303 Prestatie[1] !',
    'OP304 Client[1] !',
  ),
  passes('OP303', 'a line that is refused', 325, (draft) => draft.set(LINE_CODE, '9321')),
  passes('OP304', 'a client with a line that is refused', 325, (draft) => draft.set(LINE_CODE, '9322')),
]

export const answers: readonly RuleExample[] = [...retours, ...declaraties]
