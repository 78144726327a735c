import fc from 'fast-check'
import { BERICHTSOORTEN, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { compareElements } from '#/lib/istandaarden/comparing/compare-elements.ts'
import { pairUp } from '#/lib/istandaarden/comparing/pair-up.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { readClients } from '#/lib/istandaarden/reading/read-clients.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { release } from '#/lib/istandaarden/releases/3.2/release.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'

const WORDS: ReadingWords = { release, product: 'iwmo', locale: 'nl', t: translator('nl', 'berichten') }

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function read(soort: string, recipe: BerichtRecipe = {}): Promise<readonly ReadElement[]> {
  const found = findBerichtsoort(soort)
  if (!found) throw new Error(`no ${soort}`)
  const text = makeBericht(soort, { identificatie: 'VGL-1', ...recipe }).toString()
  const { general, clients } = await readClients(once(text), typeTree(found), { skip: 0, take: 10 })
  return [...general, ...clients]
}

const element = (name: string, content: string | readonly ReadElement[]): ReadElement => ({
  name,
  type: '',
  value: typeof content === 'string' ? content : '',
  children: typeof content === 'string' ? [] : content,
})
const compare = (was: readonly ReadElement[], now: readonly ReadElement[]) => compareElements(was, now, WORDS)
const told = (was: readonly ReadElement[], now: readonly ReadElement[]) =>
  compare(was, now).parts.flatMap(({ title, kind, differences }) =>
    differences.map((one) => `${title}|${kind}|${one.label}: ${one.was} > ${one.now}`),
  )

/** The same elements with one value, by its place among all, made another one. */
function changedAt(elements: readonly ReadElement[], place: number): { changed: ReadElement[]; count: number } {
  let at = 0
  const walk = (one: ReadElement): ReadElement => {
    if (one.children.length > 0) return { ...one, children: one.children.map(walk) }
    at += 1
    return at - 1 === place ? { ...one, value: `${one.value}X` } : one
  }
  const changed = elements.map(walk)
  return { changed, count: at }
}

// Guards issue 3 item 5: a correction beside what it corrects, field by field.
describe('a comparison of two berichten', () => {
  it.each(BERICHTSOORTEN.map(({ soort }) => soort))(
    'finds nothing between %s and itself, and every value that changes',
    async (soort) => {
      const elements = await read(soort)
      const same = compare(elements, elements)
      expect(same.parts).toEqual([])
      const { count } = changedAt(elements, -1)
      expect(same.sameCount).toBe(count)
      for (let place = 0; place < count; place += 1) {
        const { parts, sameCount } = compare(elements, changedAt(elements, place).changed)
        const found = parts.flatMap(({ differences }) => differences)
        expect([soort, place, found.length > 0]).toEqual([soort, place, true])
        expect(sameCount).toBeLessThan(count)
      }
    },
  )

  it('tells what a changed toewijzing says now, in words, and nothing else', async () => {
    const recipe = { optional: [...USUAL_ELEMENTS, 'RedenWijziging'], values: { ToewijzingNummer: '7001' } }
    const was = await read('WMO301', recipe)
    const now = await read('WMO301', {
      ...recipe,
      identificatie: 'VGL-2',
      values: { ...recipe.values, Volume: '4', Einddatum: '2026-06-30' },
    })
    const [header, product, ...others] = compare(was, now).parts
    expect(others).toEqual([])
    expect(header).toMatchObject({
      title: 'Header',
      kind: 'changed',
      differences: [{ label: 'Identificatie', was: 'VGL-1', now: 'VGL-2' }],
    })
    expect(product).toMatchObject({ title: 'Cliënt, Toegewezen product', kind: 'changed' })
    expect(product?.differences.map(({ label, now: words }) => [label, words])).toEqual([
      ['Einddatum', '30 juni 2026'],
      ['Omvang', expect.stringMatching(/^4 /)],
    ])
  })

  it('matches parts by their number, wherever they stand, and says what came and went', () => {
    const product = (number: string, code: string) =>
      element('ToegewezenProduct', [element('ToewijzingNummer', number), element('Commentaar', code)])
    const was = [element('ToegewezenProducten', [product('1', 'a'), product('2', 'b'), product('3', 'c')])]
    const now = [element('ToegewezenProducten', [product('4', 'd'), product('3', 'c'), product('1', 'x')])]
    expect(told(was, now)).toEqual([
      'Toegewezen product 4|added|Toewijzingsnummer: null > 4',
      'Toegewezen product 4|added|Commentaar: null > d',
      'Toegewezen product 1|changed|Commentaar: a > x',
      'Toegewezen product 2|removed|Toewijzingsnummer: 2 > null',
      'Toegewezen product 2|removed|Commentaar: b > null',
    ])
  })

  it('compares a whole burgerservicenummer and shows none', () => {
    const client = (bsn: string) => [element('Client', [element('Bsn', bsn), element('Commentaar', `Bsn ${bsn}`)])]
    // Two numbers that end the same: masked they look alike, and yet they are two persons.
    const found = compare(client('999903639'), client('999926639'))
    expect(found.parts[0]?.differences.map(({ label }) => label)).toContain('BSN')
    expect(JSON.stringify(found)).not.toMatch(/[0-9]{9}/)
  })

  it('tells the parts of what reads the same in one line and is not', async () => {
    const was = await read('WMO301', { values: { NaamGebruik: '1' } })
    const now = await read('WMO301', { values: { NaamGebruik: '4' } })
    expect(told(was, now).some((one) => one.includes('Naamgebruik'))).toBe(true)
  })

  it('loses no part, whatever the two have', () => {
    const part = fc.record({ key: fc.constantFrom('1', '2', '3', ''), value: fc.constantFrom('a', 'b') })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 6 }), (one, other) => {
        const make = ({ key, value }: { key: string; value: string }) =>
          element('P', [...(key === '' ? [] : [element('ToewijzingNummer', key)]), element('V', value)])
        const [was, now] = [one.map(make), other.map(make)]
        const pairs = pairUp(was, now)
        expect(pairs.flatMap((pair) => pair.was ?? [])).toHaveLength(was.length)
        expect(new Set(pairs.flatMap((pair) => pair.was ?? []))).toEqual(new Set(was))
        expect(pairs.flatMap((pair) => pair.now ?? [])).toEqual(now)
        expect(pairs.some((pair) => pair.was === null && pair.now === null)).toBe(false)
      }),
    )
  })
})
