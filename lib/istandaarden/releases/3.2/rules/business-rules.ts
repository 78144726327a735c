import { IN_TEXT } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import { iv033, onlyRefused, op286 } from '#/lib/istandaarden/rules/answer-rules.ts'
import type { CheckedRule } from '#/lib/istandaarden/rules/rule.ts'

type Row = Pick<CheckedRule, 'code' | 'kind' | 'elements' | 'check'> & Partial<CheckedRule>

const rule = (row: Row): CheckedRule => ({ level: null, retourcode: null, source: IN_TEXT, inXslt: [], ...row })

const RETOUR = [302, 306, 308, 316, 318]

/** The same elements in every retourbericht. */
const inRetour = (...paths: readonly string[]) => Object.fromEntries(RETOUR.map((nummer) => [nummer, paths]))

const HEADER_CODE = 'Header/RetourCodes/RetourCode'

/**
 * Bedrijfsregels and invulinstructies of release 3.2 that one bericht shows and no other rule works out. They warn. The
 * others of scope bericht are the form of the file (OP179, OP192), what the schema asks, or rules above in other words.
 */
export const businessRules: readonly CheckedRule[] = [
  rule({
    code: 'IV033',
    kind: 'invulinstructie',
    elements: { ...inRetour(HEADER_CODE, 'Header'), 320: [HEADER_CODE, 'Header'], 325: [HEADER_CODE, 'Header'] },
    check: iv033,
  }),
  rule({
    code: 'OP065',
    kind: 'bedrijfsregel',
    elements: {
      302: [
        'Client/RetourCodes/RetourCode',
        'Relatie/RetourCodes/RetourCode',
        'Contact/RetourCodes/RetourCode',
        'ToegewezenProduct/RetourCodes/RetourCode',
        'Client',
      ],
      306: ['Client/RetourCodes/RetourCode', 'StartProduct/RetourCodes/RetourCode', 'Client'],
      308: ['Client/RetourCodes/RetourCode', 'StopProduct/RetourCodes/RetourCode', 'Client'],
      316: ['Client/RetourCodes/RetourCode', 'AangevraagdProduct/RetourCodes/RetourCode', 'Client'],
      318: [
        'Client/RetourCodes/RetourCode',
        'Verzoek/RetourCodes/RetourCode',
        'OngewijzigdProduct/RetourCodes/RetourCode',
        'TeWijzigenProduct/RetourCodes/RetourCode',
        'NieuwProduct/RetourCodes/RetourCode',
        'Client',
      ],
    },
    check: onlyRefused('Client'),
  }),
  rule({
    code: 'OP286',
    kind: 'bedrijfsregel',
    elements: {
      ...inRetour(HEADER_CODE, 'Client'),
      320: [HEADER_CODE, 'Antwoord'],
      325: [HEADER_CODE, 'DeclaratieAntwoord'],
    },
    check: op286,
  }),
  rule({
    code: 'OP303',
    kind: 'bedrijfsregel',
    elements: { 325: ['Prestatie/RetourCodes/RetourCode', 'Prestatie'] },
    check: onlyRefused('Prestatie'),
  }),
  rule({
    code: 'OP304',
    kind: 'bedrijfsregel',
    elements: { 325: ['Prestatie/RetourCodes/RetourCode', 'Client/RetourCodes/RetourCode', 'Client'] },
    check: onlyRefused('Client'),
  }),
]
