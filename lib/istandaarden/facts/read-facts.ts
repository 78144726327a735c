import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { positionsOf } from '#/lib/istandaarden/checks/text-position.ts'
import type { Fact, FactField } from '#/lib/istandaarden/facts/fact.ts'
import { FACT_ELEMENTS, type FactElement } from '#/lib/istandaarden/facts/fact-map.ts'
import { ClientNumbers } from '#/lib/istandaarden/reading/read-bsns.ts'
import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { type ElementPlan, planElements } from '#/lib/istandaarden/rules/element-plan.ts'
import { scanBericht } from '#/lib/istandaarden/rules/scan-bericht.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'

/** What is read from a bericht besides its header, for whoever compares it with other berichten. */
export type ReadFacts = {
  readonly facts: readonly Fact[]
  /** The Bsn's of its clients, each once. */
  readonly clients: readonly string[]
  /** Whether a retourbericht or declaratie-antwoord refuses the whole of what it answers; null for other berichten. */
  readonly oordeel: 'GOED' | 'AFGEKEURD' | null
}

type FoundFact = Omit<Fact, 'regel' | 'kolom'> & { readonly offset: number }

/** RetourCode of a class in which nothing was found, or that was not looked at. */
const HARMLESS_CODES = ['0200', '0233', '8001']

/** What is looked at in a berichtsoort; made once per process. */
type Reading = { readonly root: ElementPlan; readonly elements: Readonly<Record<string, FactElement>> }
const readings = new Map<string, Reading>()

function readingOf(soort: Berichtsoort): Reading {
  const known = readings.get(soort.namespace)
  if (known !== undefined) return known
  const elements = FACT_ELEMENTS[soort.nummer] ?? {}
  const made = { elements, root: planElements(typeTree(soort), [[...Object.keys(elements), 'RetourCode', 'Client']]) }
  readings.set(soort.namespace, made)
  return made
}

function factOf(element: BerichtElement, { kind, fields }: FactElement): FoundFact {
  const values: Partial<Record<FactField, string>> = {}
  for (const [field, path] of Object.entries(fields)) {
    const value = element.text(...path.split('/'))
    if (value !== null) values[field as FactField] = value.trim()
  }
  const bsn = element.around('Client')?.text('Bsn')?.trim() ?? null
  return { kind, bsn, values, pad: element.pad, offset: element.offset }
}

/**
 * Whether this element says that the whole is refused. A retourbericht that finds nothing wrong is a header without codes
 * (IV028). A 325 says it in its header; it has codes for each part as well (IV087).
 */
function refusesAll(element: BerichtElement, { isRetour }: Berichtsoort): boolean {
  if (element.name === 'Client') return isRetour
  if (HARMLESS_CODES.includes(element.value.trim())) return false
  return isRetour || element.around('Header') !== null
}

/** Reads the facts of a bericht that its schema has found valid, in the order of the file. */
export function readFacts(text: string, soort: Berichtsoort): ReadFacts {
  const { root, elements } = readingOf(soort)
  const judges = soort.isRetour || soort.antwoordOp !== null
  const found: FoundFact[] = []
  const numbers = new ClientNumbers()
  let isRefused = false
  scanBericht(text, root, (element) => {
    if (element.plan.watchers.length === 0) return
    if (element.name === 'Client') numbers.add(element.text('Bsn') ?? '')
    const asked = elements[element.name]
    if (asked) found.push(factOf(element, asked))
    else if (judges) isRefused ||= refusesAll(element, soort)
  })
  const ordered = found.sort((one, other) => one.offset - other.offset)
  const positions = positionsOf(
    text,
    ordered.map(({ offset }) => offset),
  )
  return {
    facts: ordered.map(({ offset: _offset, ...fact }, index) => ({
      ...fact,
      regel: positions[index]?.regel ?? 1,
      kolom: positions[index]?.kolom ?? 1,
    })),
    clients: numbers.list(),
    oordeel: judges ? (isRefused ? 'AFGEKEURD' : 'GOED') : null,
  }
}
