import fc from 'fast-check'
import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { Finding, MAXIMUM_FINDINGS } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import { checkRules } from '#/lib/istandaarden/rules/check-rules.ts'
import { type ElementNode, isParentType, typeTree, type ValueType } from '#/lib/istandaarden/type-tree.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { goodBericht } from '#/tests/support/berichten/rule-examples/example.ts'

const DATES = [
  '2026-02-02',
  '2026-02-03',
  '1900-01-01',
  '2020-12-31',
  '2021-01-01',
  '12026-01-01',
  '-0044-03-15',
  ' 2026-01-31 ',
]
const NUMBERS = ['0', '-0', '+7', '007', ' 7 ', '99999999']

/** Values of a type that its schema accepts, odd ones first. */
function valuesOf(type: ValueType): readonly string[] {
  if (type.fixed !== undefined) return [type.fixed]
  if (type.codes !== undefined) return type.codes
  if (type.base === 'date') return DATES
  if (type.base === 'integer') return NUMBERS
  if (type.base === 'time') return ['00:00:00', '24:00:00', '09:30:00.25']
  return type.pattern?.startsWith('[0-9]') === true
    ? ['000000000'.slice(0, type.maxLength ?? 4)]
    : ['A', 'é', '\u0085', '😀']
}

/** Elements of a bericht by the end of their path, with a type for values. */
function leavesOf(node: ElementNode, parent = ''): readonly (readonly [string, ValueType])[] {
  const { type } = node
  if (!isParentType(type)) return [[`${parent}/${node.name}`, type]]
  return type.children.flatMap((child) => leavesOf(child, node.name))
}

const namesOf = (node: ElementNode): readonly string[] =>
  isParentType(node.type) ? [node.name, ...node.type.children.flatMap(namesOf)] : [node.name]

/** A bericht that its schema accepts, with any elements that may be there, any number of times, and any values. */
const arbitraryBericht = fc.constantFrom(...BERICHTSOORTEN).chain((soort) => {
  const root = typeTree(soort)
  const names = [...new Set(namesOf(root))]
  const leaves = leavesOf(root)
  return fc
    .record({
      optional: fc.subarray(names),
      repeat: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 4 }), { maxKeys: 4 }),
      values: fc
        .array(
          fc
            .constantFrom(...leaves)
            .chain(([path, type]) => fc.tuple(fc.constant(path), fc.constantFrom(...valuesOf(type)))),
        )
        .map((pairs) => Object.fromEntries(pairs)),
    })
    .map((recipe) => ({ soort, recipe }))
})

const check = (text: string, soort: Berichtsoort) => checkRules(text, soort)

describe('rules on any bericht that its schema accepts', () => {
  // A rule that throws ends a validator process, and the file could never be delivered.
  it('never throw, and say what a report may hold, at places that are there', () => {
    fc.assert(
      fc.property(arbitraryBericht, ({ soort, recipe }) => {
        const text = makeBericht(soort.soort, recipe).toString()
        const lines = text.split('\r\n')
        const { findings, omitted } = check(text, soort)
        expect(omitted).toBe(0)
        for (const finding of findings) {
          expect(Finding.parse(finding)).toEqual(finding)
          const name = finding.pad
            ?.split('/')
            .at(-1)
            ?.replace(/\[\d+\]$/, '')
          expect(lines[(finding.regel ?? 0) - 1]?.slice((finding.kolom ?? 0) - 1)).toMatch(
            new RegExp(`^<\\w+:${name}>`),
          )
          expect(describeFinding(finding, 'nl').melding).not.toMatch(/[{}]/)
        }
      }),
      { numRuns: 800 },
    )
  })

  it('find the same in a bericht on one line', () => {
    fc.assert(
      fc.property(arbitraryBericht, ({ soort, recipe }) => {
        const text = makeBericht(soort.soort, recipe).toString()
        const places = (xml: string) =>
          check(xml, soort).findings.map(({ code, variant, pad }) => `${code} ${variant} ${pad}`)
        expect(places(BerichtDraft.of(soort.soort, Buffer.from(text)).toString())).toEqual(places(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('rules on very many elements', () => {
  const soort = (name: string): Berichtsoort => {
    const found = BERICHTSOORTEN.find((candidate) => candidate.soort === name)
    if (found === undefined) throw new Error(name)
    return found
  }

  // Compared in pairs, these would take hours: 20,000 products that all overlap.
  it('finds overlaps among twenty thousand products at once', () => {
    const wmo301 = soort('WMO301')
    const [head = '', product = '', tail = ''] = goodBericht(wmo301)
      .toString()
      .split(/(<wmo301:ToegewezenProduct>.*<\/wmo301:ToegewezenProduct>)/)
    const products = Array.from({ length: 20_000 }, (_, index) => product.replace('>700000<', `>${index}<`))
    const { findings, omitted } = check(head + products.join('') + tail, wmo301)
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['TR302']))
    expect([findings.length, omitted]).toEqual([MAXIMUM_FINDINGS, 20_000 - MAXIMUM_FINDINGS])
  })

  it('keeps the one error among more warnings than a report carries', () => {
    const wmo315 = soort('WMO315')
    const draft = goodBericht(wmo315).set('Product/Categorie', '12').set('Client/Bsn', '999900007')
    const [head = '', product = '', tail = ''] = draft
      .toString()
      .split(/(<wmo315:AangevraagdProduct>.*<\/wmo315:AangevraagdProduct>)/)
    const products = Array.from({ length: 10_005 }, (_, index) => product.replace('>ZA-000000<', `>ZA-${index}<`))
    const { findings, omitted } = check(head + products.join('') + tail, wmo315)
    expect(findings.filter(({ ernst }) => ernst === 'fout').map(({ code }) => code)).toEqual(['CS002'])
    expect([findings.length, omitted]).toEqual([MAXIMUM_FINDINGS, 6])
  })
})
