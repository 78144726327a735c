import fc from 'fast-check'
import { BERICHTSOORTEN, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { Fact, isKeptKind } from '#/lib/istandaarden/facts/fact.ts'
import { FACT_ELEMENTS } from '#/lib/istandaarden/facts/fact-map.ts'
import { readFacts } from '#/lib/istandaarden/facts/read-facts.ts'
import { isParentType, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { berichtFixtures, readFixture } from '#/tests/support/berichten/fixtures.ts'

function soortOf(name: string) {
  const soort = findBerichtsoort(name)
  if (soort === null) throw new Error(`${name} is no berichtsoort`)
  return soort
}
const read = (bestand: string) => {
  const fixture = berichtFixtures.geldig.find((one) => one.bestand === bestand)
  return readFacts(readFixture('geldig', bestand).toString('utf8'), soortOf(fixture?.berichtsoort ?? ''))
}

describe('readFacts', () => {
  it('reads start and deletion with their client, place and values', () => {
    expect(read('wmo305-begindatum-verbeterd.xml')).toEqual({
      oordeel: null,
      clients: ['999900134'],
      facts: [
        {
          kind: 'start',
          bsn: expect.stringMatching(/^\d{9}$/),
          values: { nummer: '610021', categorie: '02', code: '02A03', begin: '2026-01-06', status: '3' },
          regel: 32,
          kolom: 7,
          pad: '/Bericht/Client/StartProducten/StartProduct[1]',
        },
        expect.objectContaining({
          values: { nummer: '610021', categorie: '02', code: '02A03', begin: '2026-01-07', status: '1' },
          pad: '/Bericht/Client/StartProducten/StartProduct[2]',
        }),
      ],
    })
  })

  // Data minimisation: what nothing is held against stays in the file, with whom it is about.
  it.each([
    ['wmo323-twee-clienten.xml', 'declaratie'],
    ['wmo317-gelijk-anders-en-nieuw.xml', 'verzoek'],
  ])('reads of %s no more than is held against other berichten, and of that only the %s is kept', (bestand, kind) => {
    const kinds = read(bestand).facts.map((fact) => fact.kind)
    expect(kinds.filter(isKeptKind)).toEqual([kind])
    expect(kinds.length).toBeGreaterThan(1)
  })

  // IV028 and IV087: a retourbericht without codes approves; one with codes or a client refuses. A 325 says so in its header.
  it.each([
    ['wmo302-alles-goed.xml', 'GOED'],
    ['wmo302-nummer-niet-uniek.xml', 'AFGEKEURD'],
    ['wmo308-technisch-afgekeurd.xml', 'AFGEKEURD'],
    ['wmo325-een-regel-afgekeurd.xml', 'GOED'],
    ['wmo325-alles-toegekend.xml', 'GOED'],
    ['wmo301-twee-producten.xml', null],
  ])('takes the verdict of %s as %s', (bestand, oordeel) => {
    expect(read(bestand).oordeel).toBe(oordeel)
  })

  it('takes a 325 that refuses the file as a whole as refused', () => {
    const refused = makeBericht('WMO325', { values: { RetourCode: '0001' } }).toString('utf8')
    expect(readFacts(refused, soortOf('WMO325')).oordeel).toBe('AFGEKEURD')
  })

  // A path that the structure does not have would be a value that is never read.
  it('asks for elements that the structure of the berichtsoort has', () => {
    for (const soort of BERICHTSOORTEN) {
      for (const [name, { fields }] of Object.entries(FACT_ELEMENTS[soort.nummer] ?? {})) {
        const element = descendants(typeTree(soort)).find((node) => node.name === name)
        for (const path of Object.values(fields)) {
          let node = element
          for (const step of path.split('/'))
            node = node && isParentType(node.type) ? node.type.children.find((child) => child.name === step) : undefined
          expect([soort.soort, name, path, node?.name]).toEqual([soort.soort, name, path, path.split('/').at(-1)])
        }
      }
    }
  })

  // Comments, CDATA and white space are the writer's choice; the facts are the same. What is read always fits its schema.
  it('reads the same from every way of writing it', () => {
    const plain = makeBericht('WMO301', { repeat: { ToegewezenProduct: 3 }, optional: 'all' }).toString('utf8')
    const expected = readFacts(plain, soortOf('WMO301'))
    expect(expected.facts).toHaveLength(3)
    for (const fact of expected.facts) expect(Fact.safeParse(fact).success).toBe(true)
    const noise = fc.constantFrom('<!-- <ToewijzingNummer>1</ToewijzingNummer> -->', '  ', '\n', '<?proef x?>')
    fc.assert(
      fc.property(fc.array(noise, { minLength: 1, maxLength: 5 }), fc.boolean(), (pieces, asCdata) => {
        let index = 0
        const noisy = plain
          .replaceAll(/\r\n/g, () => `\r\n${pieces[index++ % pieces.length]}`)
          .replaceAll(/(<wmo301:ToewijzingNummer>)(\d+)/g, asCdata ? '$1<![CDATA[$2]]>' : '$1$2')
        const actual = readFacts(noisy, soortOf('WMO301'))
        expect(actual.facts.map(({ values, bsn, pad }) => ({ values, bsn, pad }))).toEqual(
          expected.facts.map(({ values, bsn, pad }) => ({ values, bsn, pad })),
        )
      }),
      { numRuns: 30 },
    )
  })
})

function descendants(node: ReturnType<typeof typeTree>): ReturnType<typeof typeTree>[] {
  return [node, ...(isParentType(node.type) ? node.type.children.flatMap(descendants) : [])]
}
