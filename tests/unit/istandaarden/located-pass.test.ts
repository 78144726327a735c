import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { MAXIMUM_FINDINGS } from '#/lib/istandaarden/checks/check-report.ts'
import { locateViolations } from '#/lib/istandaarden/checks/located-pass.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { makeBericht, makeToewijzing } from '#/simulators/berichten/make-bericht.ts'

function located(xml: string, soort = 'WMO301') {
  const berichtsoort = findBerichtsoort(soort)
  if (berichtsoort === null) throw new InvariantError(soort)
  return locateViolations(xml, typeTree(berichtsoort))
}

const places = (xml: string, soort?: string) =>
  located(xml, soort).findings.map(({ variant, regel, kolom, pad }) => `${variant} ${regel}:${kolom} ${pad}`)

const toewijzing = makeToewijzing().toString()
const onOneLine = (xml: string) => xml.replace(/\r\n */g, '')

describe('locateViolations', () => {
  it('finds nothing in a valid bericht of any form', () => {
    expect(places(toewijzing)).toEqual([])
    expect(places(onOneLine(toewijzing))).toEqual([])
    expect(places(toewijzing.replaceAll('wmo301:', 'a:').replace('xmlns:wmo301', 'xmlns:a'))).toEqual([])
    expect(
      places(toewijzing.replaceAll(/<wmo301:Geslacht>(.)</g, '<wmo301:Geslacht><!-- x --><![CDATA[$1]]><?p?><')),
    ).toEqual([])
  })

  it('reports every violation, not the first only', () => {
    const faulty = toewijzing
      .replace(/<wmo301:Bsn>[0-9]+/, '<wmo301:Bsn>12')
      .replace(/<iwmo:LandCode>NL/, '<iwmo:LandCode>QQ')
      .replaceAll('<iwmo:Frequentie>2', '<iwmo:Frequentie>9')
    expect(located(faulty).findings.map(({ variant }) => variant)).toEqual(['vorm', 'code', ...Array(10).fill('code')])
  })

  it('points at the start of the element, also in a file on one line', () => {
    const faulty = onOneLine(toewijzing).replace('<iwmo:Frequentie>2', '<iwmo:Frequentie>😀')
    const start = faulty.indexOf('<iwmo:Frequentie>😀')
    expect(places(faulty)).toEqual([
      `code 1:${start + 1} /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Frequentie`,
    ])
    const [line] = places(faulty.replace('<wmo301:Client>', '<wmo301:Client><!-- 😀😀 -->'))
    expect(line).toContain(`1:${start + '<!-- oo -->'.length + 1} `)
  })

  it('points there too when a line ends behind the name', () => {
    const faulty = toewijzing.replace('<iwmo:Frequentie>2', '<iwmo:Frequentie\r\n>9')
    expect(places(faulty)[0]).toMatch(/^code \d+:11 /)
  })

  it('counts elements that may repeat', () => {
    const last = toewijzing.lastIndexOf('<wmo301:Ingangsdatum>')
    const faulty = `${toewijzing.slice(0, last)}${toewijzing.slice(last).replace('2026-01-05', '2026-02-30')}`
    expect(places(faulty)[0]).toMatch(/^datum \d+:9 .*\/ToegewezenProduct\[10\]\/Ingangsdatum$/)
  })

  // libxml2 keeps line numbers of nodes in 16 bits.
  it('gives line numbers above 65,535', () => {
    const declaratie = makeBericht('WMO323', { repeat: { Client: 400, Prestatie: 10 } }).toString()
    const last = declaratie.lastIndexOf('<iwmo:DebetCredit>D')
    const faulty = `${declaratie.slice(0, last)}${declaratie.slice(last).replace('>D<', '>X<')}`
    const regel = faulty.slice(0, last).split('\n').length
    expect(regel).toBeGreaterThan(65_535)
    expect(places(faulty, 'WMO323')).toEqual([
      `code ${regel}:15 /Bericht/Declaratie/Clienten/Client[400]/Prestaties/Prestatie[10]/IngediendBedrag/DebetCredit`,
    ])
  })

  it('reports attributes, xsi:nil and text between elements, and leaves location hints alone', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    const withRoot = (attributes: string) => toewijzing.replace(' xmlns:wmo301', ` ${xsi} ${attributes} xmlns:wmo301`)
    expect(places(withRoot('xsi:schemaLocation="a b" xsi:noNamespaceSchemaLocation="c"'))).toEqual([])
    expect(places(withRoot('xsi:type="wmo301:Root"'))).toEqual([])
    expect(places(withRoot('xsi:type="wmo301:Client"'))).toEqual(['attribuut 2:1 /Bericht'])
    expect(places(withRoot('xsi:nil="false"'))).toEqual(['nil 2:1 /Bericht'])
    expect(places(withRoot('xml:lang="nl"'))).toEqual(['attribuut 2:1 /Bericht'])
    expect(places(toewijzing.replace('<wmo301:Client>\r\n', '<wmo301:Client>\r\n  los'))).toEqual([
      'tekst 19:3 /Bericht/Client',
    ])
  })

  it('reports an element inside a value, and a root that is none', () => {
    expect(places(toewijzing.replace('<wmo301:Geslacht>', '<wmo301:Geslacht><wmo301:X/>'))).toEqual([
      'kindInWaarde 23:22 /Bericht/Client/Geslacht/X',
    ])
    expect(
      places(toewijzing.replaceAll('wmo301:Bericht>', 'wmo301:Brief>').replace('wmo301:Bericht ', 'wmo301:Brief ')),
    ).toEqual(['wortel 2:1 /Brief'])
  })

  it('carries a bounded number of findings and counts the rest', () => {
    const declaratie = makeBericht('WMO323', { repeat: { Client: 130, Prestatie: 40 } }).toString()
    const faulty = declaratie
      .replaceAll('<iwmo:DebetCredit>D', '<iwmo:DebetCredit>Q')
      .replaceAll(/<wmo323:Eenheid>04/g, '<wmo323:Eenheid>99')
    const { findings, omitted } = located(faulty, 'WMO323')
    expect([findings.length, omitted]).toEqual([MAXIMUM_FINDINGS, 130 * 40 * 2 + 1 - MAXIMUM_FINDINGS])
  })
})
