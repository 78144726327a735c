import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type ElementNode, isParentType, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'
import { type Days, daysAround, LINE_AMOUNT, testValue } from '#/simulators/berichten/test-values.ts'

/** What a made bericht must say. Everything left out gets a fitting value. */
export type BerichtRecipe = {
  readonly gemeenteCode?: string
  readonly agbCode?: string
  /** Identification and date of the bericht itself: those of the retour in a retourbericht. */
  readonly identificatie?: string
  readonly dagtekening?: string
  /** Of the heenbericht in a retourbericht, of the declaratie in a 325. */
  readonly heenIdentificatie?: string
  readonly heenDagtekening?: string
  /** First Bsn, as a number in the test range; see testBsn in test-values.ts. */
  readonly client?: number
  /** How often an element that may repeat stands in its parent, by name; others once. */
  readonly repeat?: Readonly<Record<string, number>>
  /** Which elements that may be left out are there, by name; the usual ones when not given, `all` for every one. */
  readonly optional?: readonly string[] | 'all'
  /** Values by the end of an element's path; for instance `{ 'NieuwProduct/Budget': '39000' }`. */
  readonly values?: Readonly<Record<string, string>>
}

/** Elements that may be left out, and that a made bericht has all the same. */
export const USUAL_ELEMENTS: readonly string[] = [
  'ToewijzingNummer',
  'Product',
  'Code',
  'Omvang',
  'Einddatum',
  'Adres',
  'Huis',
  'Postcode',
  'Straatnaam',
  'Plaatsnaam',
  'LandCode',
  'Voornamen',
  'Voorletters',
  'ProductTarief',
  'ReferentieAanbieder',
  'Telefoon',
  'Organisatie',
  'ToewijzingEinddatum',
  'TeWijzigenProducten',
  'RedenAfwijzingVerzoek',
]

const DAGTEKENING = '2026-02-02'

class Writer {
  readonly lines: string[] = []
  readonly #recipe: BerichtRecipe
  readonly #prefixes: Readonly<Record<string, string>>
  readonly #days: Days
  /** Last names of the paths that the recipe gives values for. */
  readonly #named: ReadonlySet<string>
  readonly #counts = new Map<string, number>()

  constructor(recipe: BerichtRecipe, prefixes: Readonly<Record<string, string>>) {
    this.#recipe = recipe
    this.#prefixes = prefixes
    this.#named = new Set(Object.keys(recipe.values ?? {}).map((path) => path.slice(path.lastIndexOf('/') + 1)))
    this.#days = daysAround(recipe.dagtekening ?? DAGTEKENING)
  }

  write(node: ElementNode, depth: number, around: readonly string[], attributes = '') {
    const indent = '  '.repeat(depth)
    const name = `${this.#prefixes[node.namespace]}:${node.name}`
    if (!isParentType(node.type)) {
      const place = { parent: around.at(-1) ?? '', index: this.#index(node), days: this.#days }
      const value = this.#given([...around, node.name]) ?? testValue(node, node.type, place)
      this.lines.push(`${indent}<${name}>${escapeXml(value)}</${name}>`)
      return
    }
    this.lines.push(`${indent}<${name}${attributes}>`)
    for (const child of node.type.children) this.#writeChild(child, depth + 1, [...around, node.name])
    this.lines.push(`${indent}</${name}>`)
  }

  /** What the recipe says of the element at this path: the longest end of it that is named. */
  #given(path: readonly string[]): string | undefined {
    const { values } = this.#recipe
    const last = path.at(-1) ?? ''
    if (values === undefined || !this.#named.has(last)) return undefined
    const end = path.map((_, from) => path.slice(from).join('/')).find((name) => values[name] !== undefined)
    return end === undefined ? undefined : values[end]
  }

  #writeChild(child: ElementNode, depth: number, around: readonly string[]) {
    if (!(child.isRequired || this.#isWanted(child.name))) return
    const times = child.isRepeatable ? (this.#recipe.repeat?.[child.name] ?? 1) : 1
    for (let time = 0; time < times; time++) this.write(child, depth, around)
  }

  #isWanted(name: string): boolean {
    const { optional = USUAL_ELEMENTS } = this.#recipe
    return optional === 'all' || optional.includes(name)
  }

  /** Each name counts on its own, so the third product has the third number. */
  #index(node: ElementNode): number {
    const first = node.name === 'Bsn' ? (this.#recipe.client ?? 0) : 0
    const count = this.#counts.get(node.name) ?? 0
    this.#counts.set(node.name, count + 1)
    return first + count
  }
}

function headerValues(isRetour: boolean, gemeenteIsAfzender: boolean, recipe: BerichtRecipe) {
  const { gemeenteCode = '9901', agbCode = '99990001', identificatie = 'P-000001', dagtekening = DAGTEKENING } = recipe
  const [afzender, ontvanger] = gemeenteIsAfzender ? [gemeenteCode, agbCode] : [agbCode, gemeenteCode]
  const parties = { Afzender: afzender, Ontvanger: ontvanger }
  const { heenIdentificatie = 'P-000000', heenDagtekening = dagtekening } = recipe
  if (!isRetour)
    return {
      ...parties,
      Identificatie: identificatie,
      Dagtekening: dagtekening,
      'DeclaratieIdentificatie/Identificatie': heenIdentificatie,
      'DeclaratieIdentificatie/Dagtekening': heenDagtekening,
    }
  return {
    ...parties,
    Identificatie: heenIdentificatie,
    Dagtekening: heenDagtekening,
    IdentificatieRetour: identificatie,
    DagtekeningRetour: dagtekening,
  }
}

/** What the lines of a declaratie come to, and what an answer that refuses them all says of it. */
function totals({ repeat = {} }: BerichtRecipe): Readonly<Record<string, string>> {
  const total = String((repeat.Client ?? 1) * (repeat.Prestatie ?? 1) * LINE_AMOUNT)
  return { 'TotaalIngediendBedrag/TotaalBedrag': total, 'TotaalToegekendBedrag/TotaalBedrag': '0' }
}

/**
 * Makes a bericht of any berichtsoort that its schema and, unless the recipe asks for something odd, its rules accept,
 * as the standard wants it written: UTF-8 without mark, CR LF. A retourbericht is one that finds nothing wrong, unless
 * `optional` says otherwise.
 */
export function makeBericht(soort: string, recipe: BerichtRecipe = {}): Buffer {
  const berichtsoort = findBerichtsoort(soort)
  if (berichtsoort === null) throw new InvariantError(`${soort} is no berichtsoort`)
  const root = typeTree(berichtsoort)
  const own = soort.toLowerCase()
  const basis = berichtsoort.namespace.replace(own, 'basisschema')
  const prefixes = { [berichtsoort.namespace]: own, [basis]: berichtsoort.product }
  const header = headerValues(berichtsoort.isRetour, berichtsoort.gemeenteVeld === 'Afzender', recipe)
  const values = { ...header, ...totals(recipe), ...recipe.values }
  const writer = new Writer({ ...recipe, values }, prefixes)
  writer.lines.push('<?xml version="1.0" encoding="UTF-8"?>')
  writer.write(root, 0, [], ` xmlns:${own}="${berichtsoort.namespace}" xmlns:${berichtsoort.product}="${basis}"`)
  return Buffer.from(`${writer.lines.join('\r\n')}\r\n`, 'utf8')
}

/** A WMO301 of about 10 kB: one client with ten products. */
export function makeToewijzing(recipe: BerichtRecipe = {}): Buffer {
  return makeBericht('WMO301', { repeat: { ToegewezenProduct: 10 }, ...recipe })
}

/** A WMO323 of at most `sizeBytes` and no more than 1% under it, with a total that is the sum of its lines. */
export function makeDeclaratie(sizeBytes: number, recipe: BerichtRecipe = {}): Buffer {
  const PRESTATIES = 10
  const make = (clients: number) =>
    makeBericht('WMO323', { ...recipe, repeat: { Client: clients, Prestatie: PRESTATIES } })
  const one = make(1).length
  const perClient = make(2).length - one
  return make(Math.max(1, 1 + Math.floor((sizeBytes * 0.999 - one) / (perClient + 1))))
}
