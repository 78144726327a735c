import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { planElements } from '#/lib/istandaarden/rules/element-plan.ts'
import { scanBericht } from '#/lib/istandaarden/rules/scan-bericht.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { readTree, type XmlNode } from '#/tests/support/berichten/xml-tree.ts'

type Seen = { readonly name: string; readonly offset: number; readonly value: string | null }

/** What the scanner hands over, in the order of the starts. */
function scanned(text: string, soort: Berichtsoort): readonly Seen[] {
  const seen: Seen[] = []
  scanBericht(text, planElements(typeTree(soort), []), ({ name, offset, value, plan }) =>
    seen.push({ name, offset, value: plan.base === null ? null : value }),
  )
  return seen.sort((one, other) => one.offset - other.offset)
}

/** What a full parser says of the same text. */
function parsed(text: string): readonly Seen[] {
  const seen: Seen[] = []
  const open: { name: string; offset: number; value: string; hasChildren: boolean }[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  let offset = 0
  parser.on('opentagstart', ({ name }) => {
    offset = text.lastIndexOf('<', parser.position - name.length - 2)
  })
  parser.on('opentag', ({ local }) => {
    const parent = open.at(-1)
    if (parent !== undefined) parent.hasChildren = true
    open.push({ name: local, offset, value: '', hasChildren: false })
  })
  const text_ = (more: string) => {
    const last = open.at(-1)
    if (last !== undefined) last.value += more
  }
  parser.on('text', text_)
  parser.on('cdata', text_)
  parser.on('closetag', () => {
    const {
      name,
      offset: at,
      value,
      hasChildren,
    } = open.pop() ?? { name: '', offset: 0, value: '', hasChildren: false }
    seen.push({ name, offset: at, value: hasChildren ? null : value })
  })
  parser.write(text).close()
  return seen.sort((one, other) => one.offset - other.offset)
}

const BLANKS = ['', ' ', '\r\n', '\n\t', '\r']
const ASIDES = ['', '<!-- <a> & - > ]]> -->', '<!---->', '<?p <a>?>', '<?q?>']
const safe = (unit: string) => ({ '<': '&lt;', '&': '&amp;', '>': '&gt;', "'": '&apos;', '"': '&quot;' })[unit] ?? unit
const escapes: readonly ((unit: string) => string)[] = [
  (unit) => `&#${unit.codePointAt(0)};`,
  (unit) => `&#x${unit.codePointAt(0)?.toString(16)};`,
  (unit) => `<![CDATA[${unit}]]>`,
  (unit) => `${safe(unit)}<!-- </a> -->`,
]
/** Writes a tree in one of the many ways that say the same. `choose` picks one of so many. */
function written(node: XmlNode, choose: (count: number) => number, depth = 0): string {
  const pick = <T>(list: readonly T[]): T => list[choose(list.length)] as T
  const blank = () => pick(BLANKS)
  const attributes = Object.entries(node.attributes).map(([name, value]) =>
    choose(2) === 0 ? ` ${name}="${value}"` : `${pick([' ', '\r\n'])}${name}${blank()}=${blank()}'${value}'`,
  )
  const hint = depth === 0 ? ` xmlns:x="urn:a>b'" xmlns:y='urn:/>"'` : ''
  const start = `<${node.name}${attributes.join('')}${hint}${blank()}`
  const end = `</${node.name}${blank()}>`
  const isEmpty = node.children.length === 0 && node.text === ''
  if (isEmpty && choose(2) === 0) return `${start}/>`
  if (node.children.length > 0) {
    const children = node.children.map((child) => `${blank()}${pick(ASIDES)}${written(child, choose, depth + 1)}`)
    return `${start}>${children.join('')}${blank()}${pick(ASIDES)}${end}`
  }
  // Seldom, so that plain values are there too.
  const value = Array.from(node.text, (unit) => (choose(4) === 0 ? pick(escapes)(unit) : safe(unit)))
  return `${start}>${value.join('')}${end}`
}

const TEXTS = ['', 'A1', 'één & twee', '<b>', 'a\r\nb', '\'"', '😀', ' 7 ', ']]', '\r', '--', '/>']

/** A tree of a berichtsoort with odd values: the scanner trusts names and order, and no value. */
const odd = (node: XmlNode, choose: (count: number) => number): XmlNode => ({
  ...node,
  children: node.children.map((child) => odd(child, choose)),
  text: node.children.length > 0 ? '' : choose(3) === 0 ? (TEXTS[choose(TEXTS.length)] ?? '') : node.text,
})

const soorten = new Map(BERICHTSOORTEN.map((soort) => [soort.soort, soort]))
const treeOf = (soort: string) => readTree(makeBericht(soort, { optional: 'all' }).toString())

/** Numbers that look random and are the same for the same seed. */
function chooser(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

describe('scanBericht', () => {
  // A value read otherwise than the schema read it would let a rule pass, or break it, for no reason.
  it('reads every bericht as a full parser does, however it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...soorten), fc.nat(), ([name, soort], seed) => {
        const choose = chooser(seed)
        const prolog = ['', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<!-- <Bericht> -->', '<?p?>'][choose(4)]
        const text = `${prolog}${written(odd(treeOf(name), choose), choose)}\r\n<!-- > -->`
        expect(scanned(text, soort)).toEqual(parsed(text))
      }),
      { numRuns: 400 },
    )
  })

  it('needs no prefix', () => {
    const soort = soorten.get('WMO319')
    if (soort === undefined) throw new Error('WMO319 is a berichtsoort')
    const text =
      '<Bericht xmlns="a"><Header xmlns="b"/><Antwoord><ReferentieAanbieder>Z</ReferentieAanbieder></Antwoord></Bericht>'
    expect(scanned(text, soort).map(({ name }) => name)).toEqual([
      'Bericht',
      'Header',
      'Antwoord',
      'ReferentieAanbieder',
    ])
  })
})
