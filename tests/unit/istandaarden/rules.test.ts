import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { checkRules } from '#/lib/istandaarden/rules/check-rules.ts'
import { type CheckedRule, isChecked } from '#/lib/istandaarden/rules/rule.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { RULE_EXAMPLES } from '#/tests/support/berichten/rule-examples/all.ts'
import { goodBericht, type RuleExample, soortenOf } from '#/tests/support/berichten/rule-examples/example.ts'

const cases = RULE_EXAMPLES.flatMap((example) =>
  soortenOf(example).map((soort) => {
    const rules = example.passes ?? [...new Set(example.found.map((line) => line.slice(0, 5)))].join(', ')
    return [`${soort.soort} ${rules}: ${example.name}`, example, soort] as const
  }),
)

function findingsOf({ change }: RuleExample, soort: Berichtsoort): readonly Finding[] {
  const draft = goodBericht(soort)
  change(draft)
  return checkRules(draft.toString(), soort).findings
}

/** As examples write it, with the whole path. */
const written = ({ code, variant, ernst, pad }: Finding) =>
  `${variant === 'algemeen' ? code : `${code}.${variant}`} ${pad}${ernst === 'fout' ? '' : ' !'}`

/** Whether an example's line, with the end of a path, is a finding's. */
function fits(line: string, finding: string): boolean {
  const [code, end = '', warning] = line.split(' ')
  const [foundCode, path = '', foundWarning] = finding.split(' ')
  const isEnd = withoutIndexes(path, end).endsWith(end.startsWith('/') ? end : `/${end}`)
  return code === foundCode && warning === foundWarning && isEnd
}

/** Without the places that the wanted end leaves out. */
const withoutIndexes = (path: string, end: string) => (end.includes('[') ? path : path.replaceAll(/\[\d+\]/g, ''))

const rulesOf = (soort: Berichtsoort): readonly CheckedRule[] =>
  releaseOf(soort)
    .release.rules.filter(isChecked)
    .filter(({ elements, only = soort.product }) => elements[soort.nummer] !== undefined && only === soort.product)

describe('rules', () => {
  it.each(BERICHTSOORTEN)('finds nothing in the $soort that the examples change', (soort) => {
    expect(checkRules(goodBericht(soort).toString(), soort)).toEqual({ findings: [], omitted: 0 })
  })

  it.each(cases)('%s', (_, example, soort) => {
    const found = findingsOf(example, soort).map(written)
    const unexpected = found.filter((finding) => !example.found.some((line) => fits(line, finding)))
    const missed = example.found.filter((line) => !found.some((finding) => fits(line, finding)))
    expect({ unexpected, missed, count: found.length }).toEqual({
      unexpected: [],
      missed: [],
      count: example.found.length,
    })
  })

  // A rule without both would look tested and might never find anything, or always.
  it('has a good and a bad example for every rule in every berichtsoort that it is in', () => {
    const rows = BERICHTSOORTEN.flatMap((soort) => rulesOf(soort).map(({ code }) => `${soort.soort} ${code}`))
    const good = new Set(cases.map(([, example, { soort }]) => `${soort} ${example.passes}`))
    const bad = new Set(
      cases.flatMap(([, { found }, { soort }]) => found.map((line) => `${soort} ${line.slice(0, 5)}`)),
    )
    expect(rows.filter((row) => !good.has(row))).toEqual([])
    expect(rows.filter((row) => !bad.has(row))).toEqual([])
  })

  it('has words in every language for everything that an example finds, and for nothing else', () => {
    const found = cases.flatMap(([, example, soort]) => findingsOf(example, soort))
    for (const finding of found)
      for (const locale of LOCALES) {
        const { melding, herstel } = describeFinding(finding, locale)
        expect(`${melding} ${herstel}`).not.toMatch(/[{}]|undefined/)
      }
    const variants = new Set(found.map(({ code, variant }) => `${code}.${variant}`))
    const codes = RELEASES.flatMap(({ rules }) => rules.filter(isChecked)).map(({ code }) => code)
    const texts: Readonly<Record<string, object>> = messagesFor('nl').findings
    const worded = [...new Set(codes)].flatMap((code) =>
      Object.keys(texts[code] ?? {}).map((variant) => `${code}.${variant}`),
    )
    expect(worded.sort()).toEqual([...variants].sort())
  })
})
