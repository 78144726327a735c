import { z } from 'zod'
import type { EnvelopeHeader } from '#/lib/envelope/schema.ts'

/** How the simulator behaves from now on (contract chapter 7). */
export const Mode = z.union([
  z.enum(['normaal', 'storing', 'traag', 'verbreek']),
  z.string().regex(/^fo01:[A-Za-z0-9]{1,7}$/),
])
export type Mode = z.infer<typeof Mode>

/** Who in the simulator was called. */
export type Callee = 'vecozo' | 'cak' | 'software'

/** An envelope that was answered with Bv03; repeats included. */
export type ReceivedEnvelope = {
  readonly referentienummer: string
  readonly crossRefnummer: string | null
  readonly berichtcode: string
  readonly zender: string
  readonly ontvanger: string
  readonly functie: string | null
  readonly ontvangenOp: string
  readonly bij: Callee
  readonly envelop: string
}

/** A call whose envelope could be read. */
export type ReadEnvelope = { readonly header: EnvelopeHeader; readonly text: string; readonly content: Buffer | null }

const MOST_KEPT = 20_000

/** What the simulator remembers while it runs. */
export class ChainState {
  mode: Mode = 'normaal'
  readonly #received: ReceivedEnvelope[] = []
  /** Everything that was ever stored, by referentienummer: it is acted upon once. */
  readonly #stored = new Set<string>()

  /** Keeps an envelope; false when it was here before. */
  store(referentienummer: string): boolean {
    if (this.#stored.has(referentienummer)) return false
    this.#stored.add(referentienummer)
    return true
  }

  /** Notes that an envelope was answered with Bv03. */
  note(bij: Callee, { header, text }: ReadEnvelope): void {
    this.#received.push({
      referentienummer: header.referentienummer,
      crossRefnummer: 'crossRefnummer' in header ? header.crossRefnummer : null,
      berichtcode: header.berichtcode,
      zender: header.zender.organisatie,
      ontvanger: header.ontvanger.organisatie,
      functie: 'functie' in header ? header.functie : null,
      ontvangenOp: new Date().toISOString(),
      bij,
      envelop: text,
    })
    if (this.#received.length > MOST_KEPT) this.#received.shift()
  }

  /** What came after a moment or a referentienummer; everything without one. */
  receivedAfter(mark: string | null): readonly ReceivedEnvelope[] {
    if (mark === null || mark === '') return this.#received
    const at = this.#received.findLastIndex(({ referentienummer }) => referentienummer === mark)
    if (at >= 0) return this.#received.slice(at + 1)
    const moment = new Date(mark).getTime()
    return Number.isNaN(moment)
      ? this.#received
      : this.#received.filter(({ ontvangenOp }) => new Date(ontvangenOp).getTime() > moment)
  }

  /** The envelope of the heenbericht with this identification, when it came here. */
  findHeen(functie: string, identificatie: string): ReceivedEnvelope | null {
    const holds = `>${identificatie}<`
    return (
      this.#received.findLast(
        (one) => one.functie === functie && contentOf(one.envelop).toString('utf8', 0, 4_000).includes(holds),
      ) ?? null
    )
  }
}

/** The bericht in an envelope, decoded. */
export function contentOf(envelope: string): Buffer {
  const coded = /<(?:[^\s<>/:]+:)?xmlBestand[^>]*>([^<]*)</.exec(envelope)?.[1] ?? ''
  return Buffer.from(coded, 'base64')
}
