import fc from 'fast-check'
import { cutContent } from '#/lib/envelope/cut-content.ts'
import type { FileReport } from '#/lib/envelope/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { type EnvelopeRecipe, makeEnvelope, makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import { berichtFixtures, expectationsFor, readFixture } from '#/tests/support/berichten/fixtures.ts'
import { allNodes, readTree, writeTree, type XmlNode } from '#/tests/support/berichten/xml-tree.ts'

const pool = createValidatorPool({ processes: 2, memoryMegabytes: 512 })
afterAll(() => pool.close())

async function check(content: Buffer | string, expected: CheckExpectations): Promise<FileReport> {
  const result = await pool.check(fileInMemory(Buffer.from(content as string)), expected)
  if (!result.ok) throw new InvariantError(`the check ended with ${result.error}`)
  return result.value
}

const found = ({ bevindingen }: FileReport) => bevindingen.map(({ code, variant }) => `${code}.${variant}`)
const toewijzing = readFixture('geldig', 'wmo301-twee-producten.xml')
const upload = expectationsFor('WMO301')
const wrapped = (changes?: EnvelopeRecipe, content = toewijzing) => makeEnvelope('WMO301', content, changes)
const changed = async (from: string | RegExp, to: string) => (await wrapped()).toString().replace(from, () => to)

describe('an envelope', () => {
  it.each<[string, () => Promise<Buffer | string>, string[]]>([
    ['another functie than the bericht', () => makeEnvelope('WMO319', toewijzing), ['ENVELOP.functieInhoud']],
    ['a functie that does not exist', () => changed('WMO301<', 'WMO399<'), ['ENVELOP.functieOnbekend']],
    ['a retourbericht in a Di01', () => changed('>WMO301<', '>WMO306<'), ['ENVELOP.functieEnvelop']],
    ['another gemeente as sender', () => wrapped({ zender: '9902' }), ['ENVELOP.zender']],
    ['another receiver than the bericht', () => wrapped({ ontvanger: '99990002' }), ['ENVELOP.ontvangerInhoud']],
    ['another version', () => wrapped({ functieSubversie: '0001' }), ['ENVELOP.functieVersie']],
    ['an empty content', () => wrapped({}, Buffer.alloc(0)), ['ENVELOP.geenInhoud']],
    ['no content', () => changed(/<GGK:xmlBestand>.*<\/GGK:xmlBestand>/, ''), ['ENVELOP.geenInhoud']],
    [
      'content without text',
      () => changed(/<GGK:xmlBestand>.*<\/GGK:xmlBestand>/, '<GGK:xmlBestand/>'),
      ['ENVELOP.geenInhoud'],
    ],
    [
      'two contents',
      () => changed('<GGK:xmlBestand>', '<GGK:xmlBestand>QUJD</GGK:xmlBestand><GGK:xmlBestand>'),
      ['ENVELOP.teVaak'],
    ],
    [
      'two contents of two kinds',
      () =>
        changed('</GGK:xmlBestand>', '</GGK:xmlBestand><GGK:tekstBestand bestandsnaam="a.txt">QUJD</GGK:tekstBestand>'),
      ['ENVELOP.meerInhoud'],
    ],
    ['an envelope in the envelope', async () => wrapped({}, await wrapped()), ['ENVELOP.genest']],
    [
      'a functional error in the envelope',
      () => wrapped({}, readFixture('envelop', 'fo01-wmo301.xml')),
      ['ENVELOP.genest'],
    ],
    ['a wrong namespace', () => changed('koppelvlak/ggk0210', 'koppelvlak/ggk0200'), ['ENVELOP.naamruimte']],
    ['a DOCTYPE', () => changed('?>\r\n', '?>\r\n<!DOCTYPE a [<!ENTITY b "c">]>'), ['DOCTYPE.algemeen']],
    [
      'a DOCTYPE inside',
      () => wrapped({}, readFixture('fout', 'wmo301-doctype-met-entiteiten.xml')),
      ['DOCTYPE.algemeen'],
    ],
    ['bad base64', () => changed('<GGK:xmlBestand>', '<GGK:xmlBestand>%'), ['ENVELOP.codering']],
    ['base64 that was cut off', () => changed(/.<\/GGK:xmlBestand>/, '</GGK:xmlBestand>'), ['ENVELOP.codering']],
    ['elements in the base64', () => changed('<GGK:xmlBestand>', '<GGK:xmlBestand><a/>'), ['ENVELOP.codering']],
    ['the end missing', async () => (await wrapped()).subarray(0, 3_000), ['NIET_WELGEVORMD.afgekapt']],
    ['text behind it', async () => `${await wrapped()}<a/>`, ['NIET_WELGEVORMD.naEinde']],
    ['another encoding', () => changed('UTF-8', 'ISO-8859-1'), ['CODERING.verklaring']],
    ['no bericht inside', () => wrapped({}, Buffer.from('Beste gemeente,')), ['NIET_WELGEVORMD.geenXml']],
    ['huge stuurgegevens', () => changed('Zorgsoftware', 'x'.repeat(1_000_000)), ['ENVELOP.omvang']],
    [
      'a hundred thousand elements',
      () => changed('<StUF:functie>', `${'<a/>'.repeat(100_000)}<StUF:functie>`),
      ['ENVELOP.omvang'],
    ],
    [
      'nesting of 10,000',
      () => changed('<StUF:functie>', `${'<a>'.repeat(10_000)}<StUF:functie>`),
      ['NIET_WELGEVORMD.diepte'],
    ],
    ['a sender with a long name', () => changed('Zorgsoftware', 'x'.repeat(51)), ['ENVELOP.teLang']],
    ['a receiving system that is not the hub', () => changed('>GGk<', '>Ggk<'), ['ENVELOP.vast']],
    ['a wrong berichtcode', () => changed('>Di01<', '>Du01<'), ['ENVELOP.vast']],
    [
      'a reference to another bericht',
      () => changed('<StUF:functie>', '<StUF:crossRefnummer>x</StUF:crossRefnummer><StUF:functie>'),
      ['ENVELOP.onbekend'],
    ],
    ['a moment in words', () => changed('20260103101500', '3 januari'), ['ENVELOP.vorm']],
    ['an attribute', () => changed('<GGK:xmlBestand>', '<GGK:xmlBestand href="cid:x">'), ['ENVELOP.attribuut']],
    [
      'a text file to a provider',
      () => makeEnvelope('WMO301', toewijzing, {}, { kind: 'tekstBestand', bestandsnaam: 'a.txt' }),
      ['ENVELOP.tekstBestand'],
    ],
    [
      'a text file with a name of a thousand characters',
      () => makeEnvelope('WMO405', toewijzing, {}, { kind: 'tekstBestand', bestandsnaam: 'a'.repeat(1_000) }),
      ['ENVELOP.attribuutVorm'],
    ],
    [
      'a text file without name',
      () => changed(/xmlBestand/g, 'tekstBestand'),
      ['ENVELOP.attribuutOntbreekt', 'ENVELOP.tekstBestand'],
    ],
    ['a functional error', async () => readFixture('envelop', 'fo01-wmo301.xml'), ['ENVELOP.foutbericht']],
    [
      'an element of the envelope that starts none',
      async () => '<a:x xmlns:a="http://www.stufstandaarden.nl/koppelvlak/ggk0210"/>',
      ['ENVELOP.soort'],
    ],
  ])('with %s is refused or warned about, and the next is checked', async (_name, make, wanted) => {
    const file = await make()
    expect(found(await check(file, upload))).toEqual(wanted)
    expect(found(await check(await wrapped(), upload))).toEqual([])
  })
})

/** One change to a frame. */
const mutation = fc.record({
  kind: fc.constantFrom('drop', 'repeat', 'swap', 'rename', 'value', 'text', 'attribute', 'nest'),
  at: fc.nat(),
  other: fc.nat(),
  value: fc.constantFrom('', ' ', 'Di01', 'WMO301', '9901', 'CAK', '0003', 'a'.repeat(60), '20260103', 'client', 'é😀'),
})

function mutate(root: XmlNode, { kind, at, other, value }: typeof mutation extends fc.Arbitrary<infer T> ? T : never) {
  const nodes = allNodes(root)
  const parents = nodes.filter(({ children }) => children.length > 0)
  const parent = parents[at % parents.length]
  const leaf = nodes.filter(({ children }) => children.length === 0)[other % nodes.length]
  const child = parent?.children[other % parent.children.length]
  if (parent === undefined || child === undefined) return
  if (kind === 'drop') parent.children.splice(other % parent.children.length, 1)
  if (kind === 'repeat') parent.children.splice(other % parent.children.length, 0, child)
  if (kind === 'swap') parent.children.reverse()
  if (kind === 'rename') child.name = nodes[at % nodes.length]?.name ?? child.name
  if (kind === 'value' && leaf) leaf.text = value
  if (kind === 'text') parent.text = value
  if (kind === 'attribute') child.attributes = { ...child.attributes, [other % 2 ? 'bestandsnaam' : 'href']: 'a.txt' }
  if (kind === 'nest') child.children = [{ name: child.name, attributes: {}, children: [], text: value }]
}

describe('the schema of the envelope', () => {
  // libxml2 decides whether a frame is valid; what it refuses must have a place and words, and nothing else may.
  it('and the pass that points at faults agree, whatever is changed', async () => {
    const files = [
      readFixture('envelop', 'di01-wmo301.xml'),
      readFixture('envelop', 'du01-wmo302.xml'),
      readFixture('envelop', 'fo01-wmo301.xml'),
      await makeEnvelope(
        'WMO405',
        Buffer.from('x'),
        { ontvanger: 'CAK' },
        { kind: 'tekstBestand', bestandsnaam: 'a.txt' },
      ),
    ]
    const frames = files.map((file) => cutContent(file)?.frame.toString() ?? '')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...frames),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async (frame, mutations) => {
          const root = readTree(frame)
          for (const change of mutations) mutate(root, change)
          const report = await check(writeTree(root), { ...upload, richting: 'ontvangen' })
          expect(report.bevindingen).not.toEqual([])
          expect(found(report).filter((one) => one === 'ENVELOP.overig')).toEqual([])
        },
      ),
      { numRuns: 600 },
    )
  })

  it('takes any bytes for what they are without a crash', async () => {
    const file = await wrapped()
    const edits = fc.array(
      fc.record({ at: fc.nat(file.length), bytes: fc.uint8Array({ maxLength: 4 }), drop: fc.nat(6) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        let bytes = file
        for (const { at, bytes: inserted, drop } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + drop)])
        expect((await check(bytes, upload)).weggelaten).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('has a berichtsoort for every functie that travels in an envelope', () => {
    for (const { berichtsoort } of berichtFixtures.geldig)
      expect(makeEnvelopeHeader(berichtsoort, Buffer.alloc(0)).berichtcode).toBe(
        findBerichtsoort(berichtsoort)?.isRetour ? 'Du01' : 'Di01',
      )
  })
})
