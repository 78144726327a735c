import fc from 'fast-check'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { locateViolations } from '#/lib/istandaarden/checks/located-pass.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { berichtFixtures, expectationsFor, readFixture } from '#/tests/support/berichten/fixtures.ts'
import { allNodes, readTree, writeTree, type XmlNode } from '#/tests/support/berichten/xml-tree.ts'

const pool = createValidatorPool({ processes: 2, memoryMegabytes: 512 })
afterAll(() => pool.close())

const VALUES = [
  '',
  ' ',
  '0',
  '3',
  '03',
  '+5',
  '-1',
  '12345678901',
  'AB',
  '02',
  'Z',
  '2026-02-29',
  '2024-02-29',
  '2026-01-05Z',
  '-2026-01-05',
  '02026-01-05',
  '2026-01-05+01:00',
  '24:00:00',
  '23:59:60',
  '09:30:00.25',
  '09:30:00Z',
  'een\ntwee',
  'É',
  'a'.repeat(300),
  '999900135',
  '1.0.0',
  '01.0.0',
  '12345678',
  '  7  ',
  '１２',
  '\u2028',
  '𝔸',
]

/** One change to a valid bericht. `at` and `other` choose nodes, whatever their number. */
const mutation = fc.record({
  kind: fc.constantFrom('drop', 'repeat', 'swap', 'rename', 'value', 'text', 'attribute', 'nest', 'namespace'),
  at: fc.nat(),
  other: fc.nat(),
  value: fc.constantFrom(...VALUES),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(root: XmlNode, { kind, at, other, value }: Mutation) {
  const nodes = allNodes(root)
  const parents = nodes.filter(({ children }) => children.length > 0)
  const leaves = nodes.filter(({ children }) => children.length === 0)
  const parent = parents[at % parents.length]
  const leaf = leaves[at % leaves.length]
  if (parent === undefined || leaf === undefined) return
  const index = other % parent.children.length
  const child = parent.children[index]
  if (child === undefined) return
  const prefixes = Object.keys(root.attributes).map((name) => name.replace('xmlns:', ''))
  const changes: Record<Mutation['kind'], () => void> = {
    drop: () => parent.children.splice(index, 1),
    repeat: () => parent.children.splice(index, 0, child),
    swap: () => parent.children.reverse(),
    rename: () => {
      child.name = nodes[other % nodes.length]?.name ?? child.name
    },
    value: () => {
      leaf.text = value
    },
    text: () => {
      parent.text = value
    },
    attribute: () => {
      child.attributes = { ...child.attributes, 'xml:lang': 'nl' }
    },
    nest: () => {
      leaf.children = [{ name: leaf.name, attributes: {}, children: [], text: value }]
    },
    namespace: () => {
      child.name = child.name.replace(/^[^:]+/, prefixes[other % prefixes.length] ?? 'a')
    },
  }
  changes[kind]()
}

describe('located pass and libxml2', () => {
  // libxml2 decides. A fault that only libxml2 sees would have no place and no words; one that only we see would be a lie.
  it('agree on whether a bericht is valid, whatever is changed in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...berichtFixtures.geldig),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async ({ bestand, berichtsoort }, mutations) => {
          const root = readTree(readFixture('geldig', bestand).toString())
          for (const change of mutations) mutate(root, change)
          const xml = writeTree(root)
          const soort = findBerichtsoort(berichtsoort)
          // A changed header may end the check before its schema; those are other tests' business.
          if (soort === null) throw new InvariantError(berichtsoort)
          const result = await pool.check(fileInMemory(Buffer.from(xml)), expectationsFor(berichtsoort))
          if (!result.ok) throw new InvariantError(result.error)
          // Rules come after the schema, and are other tests' business.
          const bevindingen = result.value.bevindingen.filter(({ code }) => !/\d$/.test(code))
          fc.pre(bevindingen.every(({ code }) => code === 'XSD'))
          expect(bevindingen.filter(({ variant }) => variant === 'overig')).toEqual([])
          expect(bevindingen).toEqual(locateViolations(xml, typeTree(soort)).findings)
        },
      ),
      { numRuns: 600 },
    )
  })
})
