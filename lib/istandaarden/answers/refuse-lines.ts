import { partsOf, requiredChild, requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { DECLARATIE_PARTS, type DeclaratiePart, type Release } from '#/lib/istandaarden/release.ts'
import type { WrittenParts } from '#/lib/istandaarden/writing/write-bericht.ts'

/** A class that was judged and found right. */
export const NOTHING_WRONG = '0200'
const NOT_JUDGED = '0233'

/** Why lines are refused: retourcodes by the ReferentieNummer of the line. */
export type LineCodes = ReadonlyMap<string, readonly string[]>

/** The refused lines of a declaratie, ready to be written, and what they come to in eurocents (a credit counts down). */
export type RefusedLines = { readonly clients: readonly WrittenParts[]; readonly cents: number }

/** What is wrong with a code that was given for a line. `missing`: no line of the declaratie has the number. */
export type LineFault = { readonly referentie: string; readonly fault: 'missing' | 'credit' }

/** What a retourcode of a declaratie is about; null for one that no rule on a declaratie has. */
export function partOfCode({ answers }: Pick<Release, 'answers'>, code: string): DeclaratiePart | null {
  return DECLARATIE_PARTS.find((part) => answers.declaratieCodes[part].includes(code)) ?? null
}

/** An amount of the standard as a number of eurocents: what is credited is below zero. */
export function centsOf(amount: ReadElement, name: 'Bedrag' | 'TotaalBedrag'): number {
  const cents = Number(requiredValue(amount, name))
  return requiredValue(amount, 'DebetCredit') === 'C' ? -cents : cents
}

/**
 * Gathers what is refused, client by client in the order of the declaratie, so that a large one need not be held whole. A
 * code about the client refuses all lines of that client.
 */
export class LineRefusal {
  readonly #release: Pick<Release, 'answers'>
  readonly #codes: LineCodes
  readonly #seen = new Set<string>()
  readonly #faults: LineFault[] = []
  readonly #clients: WrittenParts[] = []
  #cents = 0

  constructor(release: Pick<Release, 'answers'>, codes: LineCodes) {
    this.#release = release
    this.#codes = codes
  }

  /** Looks at a class Client of the 323. */
  readonly visit = (client: ReadElement): void => {
    const lines = requiredChild(client, 'Prestaties').children.map((line) => {
      const referentie = requiredValue(requiredChild(line, 'ProductReferentie'), 'ReferentieNummer').trim()
      return { line, codes: this.#codesFor(referentie, line) }
    })
    const given = lines.flatMap(({ codes }) => codes)
    const ofClient = [...new Set(given.filter((code) => this.#isOfClient(code)))]
    const isWhole = ofClient.length > 0
    const refused = lines.filter(({ codes }) => isWhole || codes.length > 0)
    if (refused.length === 0) return
    for (const { line } of refused) this.#cents += centsOf(requiredChild(line, 'IngediendBedrag'), 'Bedrag')
    this.#clients.push({
      Bsn: requiredValue(client, 'Bsn'),
      Prestaties: {
        Prestatie: refused.map(({ line, codes }) => ({
          ...partsOf(line),
          RetourCodes: { RetourCode: isWhole ? [NOT_JUDGED] : codes },
        })),
      },
      RetourCodes: { RetourCode: isWhole ? ofClient : [NOTHING_WRONG] },
    })
  }

  #isOfClient(code: string): boolean {
    return partOfCode(this.#release, code) === 'client'
  }

  #codesFor(referentie: string, line: ReadElement): readonly string[] {
    const codes = this.#codes.get(referentie)
    if (codes === undefined) return []
    this.#seen.add(referentie)
    const isCredit = requiredValue(requiredChild(line, 'IngediendBedrag'), 'DebetCredit') === 'C'
    const fits = (code: string) => this.#release.answers.creditCodes.includes(code) || this.#isOfClient(code)
    if (isCredit && !codes.every(fits)) this.#faults.push({ referentie, fault: 'credit' })
    return codes
  }

  /** What was gathered from all clients, or what is wrong with the codes. */
  result(): { readonly refused: RefusedLines; readonly faults: readonly LineFault[] } {
    const missing = [...this.#codes.keys()].filter((referentie) => !this.#seen.has(referentie))
    const faults = [...missing.map((referentie) => ({ referentie, fault: 'missing' }) as const), ...this.#faults]
    return { refused: { clients: this.#clients, cents: this.#cents }, faults }
  }
}
