import { SaxesParser } from 'saxes'
import { isBsn } from '#/lib/istandaarden/bsn.ts'

/** More clients than a bericht of the largest size that its schema accepts can hold. */
export const MAXIMUM_CLIENTS = 100_000

/** Whom a bericht is about: every burgerservicenummer once, at most MAXIMUM_CLIENTS of them. */
export class ClientNumbers {
  readonly #found = new Set<string>()

  /** Takes what stands in an element Bsn; what cannot be a Bsn is nobody's. */
  add(text: string): void {
    const bsn = text.trim()
    if (this.#found.size < MAXIMUM_CLIENTS && isBsn(bsn)) this.#found.add(bsn)
  }

  list(): readonly string[] {
    return [...this.#found]
  }
}

/**
 * Reads the numbers of the clients out of XML, piece by piece, whether a schema accepts it or not. Where it stops being
 * well-formed the reading ends, and what came before counts.
 */
export class BsnReader {
  readonly #numbers = new ClientNumbers()
  readonly #parser = new SaxesParser({ position: false })
  #text: string | null = null
  #isBroken = false

  constructor() {
    this.#parser.on('opentag', ({ name }) => {
      this.#text = name.slice(name.indexOf(':') + 1) === 'Bsn' ? '' : null
    })
    const more = (text: string) => {
      if (this.#text !== null) this.#text += text
    }
    this.#parser.on('text', more)
    this.#parser.on('cdata', more)
    this.#parser.on('closetag', () => {
      if (this.#text !== null) this.#numbers.add(this.#text)
      this.#text = null
    })
    this.#parser.on('error', () => {
      this.#isBroken = true
    })
  }

  write(piece: string): void {
    if (!this.#isBroken) this.#parser.write(piece)
  }

  /** Ends the reading; answers what was found. */
  end(): readonly string[] {
    return this.#numbers.list()
  }
}

/** The numbers of the clients of a whole text. */
export function bsnsOf(text: string): readonly string[] {
  const reader = new BsnReader()
  reader.write(text)
  return reader.end()
}
