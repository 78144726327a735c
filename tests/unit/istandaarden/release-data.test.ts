import { BERICHTSOORTEN, berichtsoortenFor, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { type ElementNode, isParentType, typeTree } from '#/lib/istandaarden/type-tree.ts'

function* nodesOf(node: ElementNode): Generator<ElementNode> {
  yield node
  if (isParentType(node.type)) for (const child of node.type.children) yield* nodesOf(child)
}

const soorten = (list: readonly { soort: string }[]) => list.map(({ soort }) => soort)

describe('release data', () => {
  // A berichtsoort that is missing, or twice there, would be refused or taken for another one.
  it('describes 14 berichten per product, each with a code and a namespace of its own', () => {
    expect(BERICHTSOORTEN).toHaveLength(28)
    for (const key of ['soort', 'berichtCode', 'namespace'] as const) {
      expect(new Set(BERICHTSOORTEN.map((soort) => soort[key])).size).toBe(28)
    }
  })

  it('knows what a gemeente delivers and what it fetches', () => {
    expect(soorten(berichtsoortenFor('iwmo', 'aanleveren'))).toEqual(
      [301, 306, 308, 316, 318, 319, 325].map((nummer) => `WMO${nummer}`),
    )
    expect(soorten(berichtsoortenFor('ijw', 'ophalen'))).toEqual(
      [302, 305, 307, 315, 317, 320, 323].map((nummer) => `JW${nummer}`),
    )
  })

  it('ties heenbericht and retourbericht in both directions, and declaratie and its answer', () => {
    const withRetour = BERICHTSOORTEN.filter(({ retour }) => retour !== null)
    expect(withRetour).toHaveLength(12)
    for (const { soort, retour } of withRetour) expect(findBerichtsoort(retour ?? '')?.heen).toBe(soort)
    expect(findBerichtsoort('JW323')).toMatchObject({ retour: null, antwoord: 'JW325' })
    expect(findBerichtsoort('JW325')).toMatchObject({ heen: null, antwoordOp: 'JW323' })
  })

  // The retour trap: a retourbericht that the gemeente fetches names the gemeente as Afzender.
  it('says which header element holds the gemeente', () => {
    const field = (soort: string) => findBerichtsoort(soort)?.gemeenteVeld
    expect(['WMO301', 'WMO302', 'WMO319', 'WMO320', 'WMO325'].map(field)).toEqual(Array(5).fill('Afzender'))
    expect(['WMO305', 'WMO306', 'WMO315', 'WMO316', 'WMO323'].map(field)).toEqual(Array(5).fill('Ontvanger'))
  })

  it('builds every tree: each type exists, and no sequence has two children of one name', () => {
    for (const soort of BERICHTSOORTEN) {
      for (const { type } of nodesOf(typeTree(soort))) {
        const names = isParentType(type) ? type.children.map(({ name }) => name) : []
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })

  it('gives iJw what iWmo does not have', () => {
    const names = (soort: string) => {
      const found = findBerichtsoort(soort)
      return found === null ? [] : [...nodesOf(typeTree(found))].map(({ name }) => name)
    }
    expect(names('JW315')).toContain('GezagsdragerBekend')
    expect(names('WMO315')).not.toContain('GezagsdragerBekend')
    expect(names('JW319')).toContain('Woonplaatsbeginsel')
    expect(names('WMO319')).not.toContain('Woonplaatsbeginsel')
  })

  // The located pass runs the patterns in JavaScript, libxml2 in its own engine.
  it('writes patterns that JavaScript can read', () => {
    for (const release of RELEASES) {
      for (const { pattern } of Object.values(release.simpleTypes)) {
        if (pattern !== undefined) expect(() => new RegExp(`^(?:${pattern})$`, 'u')).not.toThrow()
      }
    }
  })
})
