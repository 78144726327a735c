import { BERICHTSOORTEN, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { codeText } from '#/lib/istandaarden/reading/code-text.ts'
import { elementLabel } from '#/lib/istandaarden/reading/element-label.ts'
import { type ReadingWords, valueWords, wordsTogether } from '#/lib/istandaarden/reading/element-words.ts'
import { withoutBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import { type ClientRange, NotWellFormedError, readClients } from '#/lib/istandaarden/reading/read-clients.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { release } from '#/lib/istandaarden/releases/3.2/release.ts'
import { codesFor, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { makeBericht, makeDeclaratie } from '#/simulators/berichten/make-bericht.ts'

const ALL: ClientRange = { skip: 0, take: 1_000_000 }

async function* pieces(text: string, size = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

function read(bytes: Buffer | string, soort: string, range = ALL, size?: number) {
  const found = findBerichtsoort(soort)
  if (!found) throw new Error(`no ${soort}`)
  return readClients(pieces(bytes.toString(), size), typeTree(found), range)
}

const valuesIn = ({ value, children }: ReadElement): string[] =>
  children.length > 0 ? children.flatMap(valuesIn) : [value]
const withType = ({ type, children }: ReadElement): boolean => type !== '' && children.every(withType)

// Guards issue 3 item 5: what people read is what stands in the file, all of it, each value with its data type.
describe('reading a bericht', () => {
  it.each(BERICHTSOORTEN.map(({ soort }) => soort))('keeps every value of %s', async (soort) => {
    const text = makeBericht(soort, { identificatie: 'LEES-1' }).toString()
    const { general, clients, isCut } = await read(text, soort)
    const inFile = [...text.matchAll(/>([^<>]*[^<>\s][^<>]*)<\//g)].map(([, value]) => value)
    const found = [...general, ...clients].flatMap(valuesIn).filter((value) => value !== '')
    expect(found.toSorted()).toEqual(inFile.toSorted())
    expect([...general, ...clients].every(withType)).toBe(true)
    expect(isCut).toBe(false)
  })

  it('reads the same in whatever pieces it comes', async () => {
    const text = makeBericht('WMO305', { identificatie: 'LEES-2' }).toString()
    expect(await read(text, 'WMO305', ALL, 7)).toEqual(await read(text, 'WMO305'))
  })

  it('keeps of many clients those that were asked for, and counts them all', async () => {
    const declaratie = makeDeclaratie(200_000, { gemeenteCode: '9901' })
    const all = await read(declaratie, 'WMO323')
    expect(all.clientCount).toBeGreaterThanOrEqual(20)
    const page = await read(declaratie, 'WMO323', { skip: 10, take: 5 })
    expect(page.clients).toEqual(all.clients.slice(10, 15))
    expect(page).toMatchObject({ clientCount: all.clientCount, general: all.general })
    expect((await read(declaratie, 'WMO323', { skip: 1_000_000, take: 5 })).clients).toEqual([])
  })

  it('throws for what is not well-formed, and says so when something is left out', async () => {
    await expect(read('<a><b></a>', 'WMO301')).rejects.toThrow(NotWellFormedError)
    await expect(read('<a><b></b>', 'WMO301')).rejects.toThrow(NotWellFormedError)
    await expect(read('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'WMO301')).rejects.toThrow('undefined entity')
    const deep = `<a>${'<b>'.repeat(10_000)}${'</b>'.repeat(10_000)}</a>`
    expect((await read(deep, 'WMO301')).isCut).toBe(true)
    expect((await read(`<a>${'<b>1</b>'.repeat(20_001)}</a>`, 'WMO301')).isCut).toBe(true)
  })
})

// Guards Wabb and UAVG 46: nobody sees a burgerservicenummer by reading alone.
describe('a burgerservicenummer', () => {
  it.each(BERICHTSOORTEN.map(({ soort }) => soort))('stands nowhere in what is shown of %s', async (soort) => {
    const text = makeBericht(soort, { identificatie: 'LEES-3' }).toString()
    const numbers = [...text.matchAll(/<[^/>]*:?Bsn>([0-9]{9})</g)].map(([, bsn]) => String(bsn))
    const { general, clients } = await read(text, soort)
    const shown = JSON.stringify([...general, ...clients].map(withoutBsn))
    for (const bsn of numbers) expect(shown).not.toContain(bsn)
    expect(shown.split('•••••')).toHaveLength(numbers.length + 1)
  })

  it('is masked by its name too, where the standard knows none, and never shown in part when it is short', () => {
    const element = (name: string, value: string): ReadElement => ({ name, type: '', value, children: [] })
    expect(withoutBsn(element('bsn', ' 900212640 ')).value).toBe('•••••640')
    expect(withoutBsn(element('Bsn', '12345')).value).toBe('•••••')
    // In a remark only what can be one; a number of the standard is left alone, also when it passes by chance.
    expect(withoutBsn(element('Commentaar', 'zie 900212640, tel. 123456789.')).value).toBe(
      'zie •••••640, tel. 123456789.',
    )
    expect(withoutBsn(element('ToewijzingNummer', '900212640')).value).toBe('900212640')
    expect(withoutBsn({ ...element('Bsn', ''), children: [element('x', '900212640')] })).toMatchObject({ children: [] })
  })
})

describe('codes', () => {
  // Countries are named by their code; of the berichtcode the name of the bericht is the meaning.
  const WITHOUT = ['LDT_LandCode', 'LDT_BerichtCode']
  const lists = Object.entries(release.simpleTypes).filter(([name, { codes }]) => codes && !WITHOUT.includes(name))

  it.each(lists)('of %s all mean something', (name, type) => {
    for (const product of ['iwmo', 'ijw'] as const)
      for (const code of codesFor(type, product) ?? [])
        expect([product, code, codeText(release, product, name, code)]).toEqual([product, code, expect.any(String)])
  })

  it('that no list has mean nothing', () => {
    expect(codeText(release, 'iwmo', 'LDT_Eenheid', 'constructor')).toBeNull()
    expect(codeText(release, 'iwmo', 'constructor', '01')).toBeNull()
  })
})

describe('words', () => {
  const nl: ReadingWords = { release, product: 'iwmo', locale: 'nl', t: translator('nl', 'berichten') }
  const en: ReadingWords = { ...nl, locale: 'en', t: translator('en', 'berichten') }
  const leaf = (name: string, value: string, type = `LDT_${name}`): ReadElement => ({ name, type, value, children: [] })
  const group = (type: string, ...children: ReadElement[]): ReadElement => ({ name: 'x', type, value: '', children })
  const size = (volume: string, unit: string, frequency: string) =>
    group('CDT_Omvang', leaf('Volume', volume), leaf('Eenheid', unit), leaf('Frequentie', frequency))

  it.each([
    [leaf('Datum', '2026-11-05'), '5 november 2026', '5 November 2026'],
    [leaf('Datum', '2026-13-45'), '2026-13-45', '2026-13-45'],
    [leaf('Bedrag', '123456'), '€ 1.234,56', '€1,234.56'],
    [leaf('Geslacht', '2'), 'Vrouwelijk (2)', 'Vrouwelijk (2)'],
    [leaf('Geslacht', '8'), '8', '8'],
    [leaf('LandCode', 'BE'), 'België', 'Belgium'],
    [leaf('LandCode', 'nergens'), 'nergens', 'nergens'],
  ])('of a value: %j', (element, dutch, english) => {
    expect([valueWords(element, nl).replaceAll('\u00A0', ' '), valueWords(element, en)]).toEqual([dutch, english])
  })

  const name = (use: string) =>
    group(
      'CDT_VolledigeNaam',
      { ...group('CDT_Achternaam', leaf('Achternaam', 'Berg'), leaf('Voorvoegsel', 'van den')), name: 'Geslachtsnaam' },
      { ...group('CDT_Achternaam', leaf('Achternaam', 'Smit')), name: 'Partnernaam' },
      leaf('Voorletters', 'AB'),
      leaf('NaamGebruik', use),
    )

  it.each([
    [size('8', '04', '2'), '8 uur per week', '8 hours per week'],
    [size('1', '01', '1'), '1 minuut per dag', '1 minute per day'],
    [size('1500', '83', '6'), '1.500 euro’s in de hele periode', '1,500 euro’s in the whole period'],
    [
      group('CDT_VolledigeNaam', leaf('Voornamen', 'Sanne'), leaf('Voorletters', 'S'), {
        ...group('CDT_Achternaam', leaf('Achternaam', 'Berg')),
        name: 'Geslachtsnaam',
      }),
      'Sanne (S.) Berg',
      'Sanne (S.) Berg',
    ],
    [
      group('CDT_Adres', leaf('Straatnaam', 'Kade'), leaf('Postcode', '1234AB'), leaf('Plaatsnaam', 'Dam'), {
        ...group('CDT_Huis', leaf('Huisnummer', '7'), leaf('AanduidingWoonadres', 'AB')),
        name: 'Huis',
      }),
      'Kade 7 (aan boord), 1234 AB Dam',
      'Kade 7 (aan boord), 1234 AB Dam',
    ],
    [name('1'), 'A.B. van den Berg', 'A.B. van den Berg'],
    [name('2'), 'A.B. Smit', 'A.B. Smit'],
    [name('3'), 'A.B. Smit-van den Berg', 'A.B. Smit-van den Berg'],
    [name('4'), 'A.B. van den Berg-Smit', 'A.B. van den Berg-Smit'],
    [
      group('CDT_OpenPeriode', leaf('Begindatum', '2026-01-01', 'LDT_Datum')),
      'Vanaf 1 januari 2026',
      'From 1 January 2026',
    ],
    [group('CDT_BedragMetDC', leaf('Bedrag', '100'), leaf('DebetCredit', 'C')), '€ 1,00 credit', '€1.00 credit'],
  ])('of parts that are one thing: %#', (element, dutch, english) => {
    const words = [wordsTogether(element, nl), wordsTogether(element, en)].map((text) =>
      text?.replaceAll('\u00A0', ' '),
    )
    expect(words).toEqual([dutch, english])
  })

  it('leaves what has facts of its own to them', () => {
    expect(wordsTogether(group('ToegewezenProduct', leaf('Datum', '2026-01-01')), nl)).toBeNull()
  })

  it('of names of the standard', () => {
    expect(['ToewijzingNummer', 'Bsn', 'GewensteIngangsdatum', 'constructor'].map(elementLabel)).toEqual([
      'Toewijzingsnummer',
      'BSN',
      'Gewenste ingangsdatum',
      'Constructor',
    ])
  })
})
