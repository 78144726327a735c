import { BOTH, IN_SCHEMA, IN_XSLT } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import { cs100, cs325, cs337, cs339, cs340 } from '#/lib/istandaarden/rules/claim-rules.ts'
import { cs089 } from '#/lib/istandaarden/rules/contact-rules.ts'
import { cs002, cs050, cs139, cs318 } from '#/lib/istandaarden/rules/person-rules.ts'
import { cs003, cs058, cs335, cs336, cs338 } from '#/lib/istandaarden/rules/product-rules.ts'
import type { CheckedRule, RuleRow, SchemaRule } from '#/lib/istandaarden/rules/rule.ts'

type Elements = CheckedRule['elements']
type Checked = Pick<CheckedRule, 'code' | 'elements' | 'check'> & Partial<CheckedRule>

const checked = (row: Checked): CheckedRule => ({
  kind: 'constraint',
  level: 2,
  retourcode: '0001',
  source: IN_XSLT,
  inXslt: BOTH,
  ...row,
})

const inSchema = (code: string, facet: SchemaRule['facet'], name: string): SchemaRule => ({
  code,
  kind: 'constraint',
  level: 1,
  retourcode: null,
  source: IN_SCHEMA,
  facet,
  names: [name],
})

const BIRTH: Elements = {
  301: ['Client/Geboortedatum', 'Relatie/Geboortedatum'],
  305: ['Client/Geboortedatum'],
  307: ['Client/Geboortedatum'],
  315: ['Client/Geboortedatum'],
}

/** Every bericht with a Bsn. */
const BSN: Elements = Object.fromEntries(
  [301, 302, 305, 306, 307, 308, 315, 316, 317, 318, 323, 325].map((nummer) => [nummer, ['Client/Bsn']]),
)

const MONEY: Elements = {
  323: ['TotaalIngediendBedrag', 'IngediendBedrag'],
  325: ['TotaalIngediendBedrag', 'TotaalToegekendBedrag', 'IngediendBedrag'],
}

/** The constraints of release 3.2: what a value may be because of something else. */
export const constraints: readonly RuleRow[] = [
  checked({
    code: 'CS002',
    elements: BSN,
    check: cs002,
    note: 'Listed for heenberichten; the official validation holds it in their retourberichten too.',
  }),
  checked({
    code: 'CS003',
    elements: {
      301: ['Contact/Periode', 'ToegewezenProduct'],
      315: ['AangevraagdProduct'],
      317: ['NieuwProduct', 'TeWijzigenProduct'],
    },
    check: cs003,
  }),
  inSchema('CS015', { fixed: true }, 'BerichtSubversie'),
  inSchema('CS025', { fixed: true }, 'BerichtVersie'),
  checked({
    code: 'CS050',
    elements: { 301: ['Client/Naam', 'Relatie/Naam'] },
    check: { iwmo: cs050(['1']), ijw: cs050(['1', '6']) },
    note: 'Without Partnernaam the text of iWmo lets 1 and 6 through, its validation only 1.',
  }),
  checked({
    code: 'CS058',
    elements: { 305: ['StartProduct/StatusAanlevering'], 307: ['StopProduct/StatusAanlevering'] },
    check: cs058,
  }),
  checked({ code: 'CS089', elements: { 301: ['Contact/Adres'] }, check: cs089 }),
  checked({ code: 'CS100', elements: { 323: ['DeclaratiePeriode', 'ProductPeriode'] }, check: cs100 }),
  checked({ code: 'CS139', elements: BIRTH, check: cs139 }),
  checked({
    code: 'CS318',
    inXslt: ['ijw'],
    elements: { 301: ['Client/Naam'] },
    check: cs318,
    note: 'In the text of iWmo, not in its validation, where CS050 refuses a 6 already.',
  }),
  inSchema('CS319', { pattern: '[a-zA-Z0-9]+' }, 'DeclaratieNummer'),
  checked({ code: 'CS325', elements: MONEY, check: cs325 }),
  checked({ code: 'CS335', elements: { 301: ['ToegewezenProduct'] }, check: cs335 }),
  checked({ code: 'CS336', elements: { 301: ['ToegewezenProduct/RedenWijziging'] }, check: cs336 }),
  checked({ code: 'CS337', elements: { 323: ['ProductPeriode'] }, check: cs337 }),
  checked({
    code: 'CS338',
    elements: { 301: ['ToegewezenProduct'], 317: ['NieuwProduct', 'TeWijzigenProduct'] },
    check: cs338,
  }),
  checked({ code: 'CS339', elements: { 323: ['Prestatie'] }, check: cs339 }),
  checked({ code: 'CS340', elements: { 323: ['DeclaratiePeriode'] }, check: cs340 }),
  checked({ code: 'CS343', elements: { 315: ['AangevraagdProduct'] }, check: cs338 }),
]
