import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import type { Release } from '#/lib/istandaarden/release.ts'
import {
  type CheckedRule,
  isChecked,
  type RuleRow,
  type SchemaFacet,
  type SchemaRule,
  type SequenceRuleRow,
} from '#/lib/istandaarden/rules/rule.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { soortenWith } from '#/scripts/releases/schema-places.ts'

const PRODUCT_NAMES = { iwmo: 'iWmo', ijw: 'iJw' } as const

const characters = (count: number) => `${count} character${count === 1 ? '' : 's'}`

function facetText(facet: SchemaFacet): string {
  if ('minimum' in facet) return `at least ${facet.minimum}`
  if ('maximum' in facet) return `at most ${facet.maximum}`
  if ('minLength' in facet) return `at least ${characters(facet.minLength)}`
  if ('maxLength' in facet) return `at most ${characters(facet.maxLength)}`
  return 'fixed' in facet ? 'one fixed value' : `pattern \`${facet.pattern.replaceAll('|', '\\|')}\``
}

const only = ({ only: product }: RuleRow | SequenceRuleRow) =>
  product === undefined ? '' : ` (${PRODUCT_NAMES[product]})`

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function consequence({ inXslt, only: alone }: CheckedRule): string {
  const warned = BERICHT_PRODUCTS.filter((product) => (alone ?? product) === product && !inXslt.includes(product))
  if (warned.length === 0) return 'rejects'
  const all = alone === undefined ? BERICHT_PRODUCTS.length : 1
  if (warned.length === all) return 'warns'
  return `rejects; warns in ${warned.map((product) => PRODUCT_NAMES[product]).join(', ')}`
}

/** What a breach looks like, in the words that its finding has. */
function breaches(code: string): string {
  const texts: Readonly<Record<string, Readonly<Record<string, { readonly melding: string }>>>> =
    messagesFor('en').findings
  const words = Object.values(texts[code] ?? {}).map(({ melding }) => melding)
  return words.join('<br>').replaceAll(/\{(\w+)\}/g, '…')
}

function checkedTable(rules: readonly CheckedRule[]): readonly string[] {
  return [
    row(['Rule', 'Kind', 'Level', 'Retourcode', 'Berichten', 'A breach', 'Found when']),
    row(['---', '---', '---', '---', '---', '---', '---']),
    ...rules.map((rule) =>
      row([
        rule.code + only(rule),
        rule.kind,
        rule.level === null ? '' : String(rule.level),
        rule.retourcode ?? '',
        Object.keys(rule.elements).join(' '),
        consequence(rule),
        [breaches(rule.code), rule.note && `_${rule.note}_`].filter(Boolean).join('<br>'),
      ]),
    ),
  ]
}

function schemaTable(rules: readonly SchemaRule[], versie: string): readonly string[] {
  return [
    row(['Rule', 'Kind', 'Asks', 'Elements', 'Berichten']),
    row(['---', '---', '---', '---', '---']),
    ...rules.map((rule) => {
      const numbers = [...new Set(soortenWith(rule, versie).map(({ nummer }) => nummer))].sort()
      const places =
        rule.names.length === 0 ? ['no element of this release', ''] : [rule.names.join(' '), numbers.join(' ')]
      return row([rule.code + only(rule), rule.kind, facetText(rule.facet), ...places])
    }),
  ]
}

function sequenceTable(rules: readonly SequenceRuleRow[]): readonly string[] {
  return [
    row(['Rule', 'Kind', 'Retourcode', 'Berichten', 'A breach', 'Found when']),
    row(['---', '---', '---', '---', '---', '---']),
    ...rules.map((rule) =>
      row([
        rule.code + only(rule),
        rule.kind,
        rule.retourcode ?? '',
        rule.on.join(' '),
        rule.ernst === 'fout' ? 'rejects' : 'warns',
        [breaches(rule.code), rule.note && `_${rule.note}_`].filter(Boolean).join('<br>'),
      ]),
    ),
  ]
}

function releaseList({ versie, rules, sequenceRules }: Release): readonly string[] {
  const checked = rules.filter(isChecked)
  const inSchema = rules.filter((rule): rule is SchemaRule => !isChecked(rule))
  const sources = [...new Set([...rules, ...sequenceRules].map(({ source }) => source))]
  return [
    `## Release ${versie}`,
    '',
    `${rules.length + sequenceRules.length} rules: ${checked.length} by a check of our own, ${inSchema.length} by the schema, ${sequenceRules.length} across berichten. Sources: ${sources.join('; ')}.`,
    '',
    '### By a check of our own',
    '',
    ...checkedTable(checked),
    '',
    '### By the schema',
    '',
    'A breach is a finding `XSD`, or `BERICHTCODE` for the code in the header.',
    '',
    ...schemaTable(inSchema, versie),
    '',
    '### Across berichten',
    '',
    'Held against what the gemeente sent and received before, when a bericht comes in ([berichten.md](berichten.md)).',
    '',
    ...sequenceTable(sequenceRules),
    '',
  ]
}

/** The list of all rules that the portal holds a bericht against, newest release first. */
export function ruleList(releases: readonly Release[]): string {
  return [
    '# Rules',
    '',
    '<!-- Generated from the release data by scripts/generate-release-files.ts; change the data, not this file. -->',
    '',
    'What the portal checks in a bericht beyond its schema, and which rules the schema holds. Levels: 1 form, 2 content, 3 across berichten, 4 with other sources. How it works: [istandaarden.md](istandaarden.md).',
    '',
    ...releases.toReversed().flatMap(releaseList),
  ].join('\n')
}
