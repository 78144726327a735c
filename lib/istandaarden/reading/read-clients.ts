import { SaxesParser } from 'saxes'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { type ElementNode, isParentType } from '#/lib/istandaarden/type-tree.ts'

/** Which clients are kept; the others are only counted. */
export type ClientRange = { readonly skip: number; readonly take: number }

/** A bericht as far as it was asked for. */
export type ReadBericht = {
  /** Everything that is not about one client, the header first. */
  readonly general: readonly ReadElement[]
  readonly clients: readonly ReadElement[]
  readonly clientCount: number
  /** More was in it than is shown at once: the file has it all. */
  readonly isCut: boolean
}

const CLIENT = 'Client'
/** No bericht of the standard is deeper, nor has so much about so few; a file that no check accepted may. */
const DEEPEST = 16
const MOST_ELEMENTS = 20_000

type Frame = { readonly node: ElementNode | null; readonly read: Open | null; readonly isClient: boolean }
type Open = { name: string; type: string; value: string; children: Open[] }
type Visit = (client: ReadElement) => void

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function childNode(parent: ElementNode | null, name: string): ElementNode | null {
  if (parent === null || !isParentType(parent.type)) return null
  return parent.type.children.find((child) => child.name === name) ?? null
}

/** What was to be read is no well-formed XML. */
export class NotWellFormedError extends Error {
  override readonly name = 'NotWellFormedError'
}

class Reading {
  readonly #range: ClientRange
  readonly #root: ElementNode
  readonly #visit: Visit | null
  readonly #frames: Frame[] = []
  readonly #top: Open = { name: '', type: '', value: '', children: [] }
  readonly #clients: Open[] = []
  #clientCount = 0
  #elements = 0
  #isCut = false

  constructor(root: ElementNode, range: ClientRange, visit: Visit | null) {
    this.#root = root
    this.#range = range
    this.#visit = visit
  }

  open(qualifiedName: string): void {
    const name = localName(qualifiedName)
    const parent = this.#frames.at(-1)
    if (parent === undefined) {
      this.#frames.push({ node: this.#root, read: this.#top, isClient: false })
      return
    }
    const node = childNode(parent.node, name)
    const isClient = name === CLIENT && !this.#frames.some((frame) => frame.isClient)
    this.#frames.push({ node, read: this.#keep(parent, name, node, isClient), isClient })
  }

  /** Where the element is kept; null for what is only counted, or too much. */
  #keep(parent: Frame, name: string, node: ElementNode | null, isClient: boolean): Open | null {
    if (parent.read === null) return null
    const index = this.#clientCount
    if (isClient) this.#clientCount += 1
    const { skip, take } = this.#range
    if (isClient && (index < skip || index >= skip + take)) return null
    if (this.#frames.length > DEEPEST || this.#elements >= MOST_ELEMENTS) {
      this.#isCut = true
      return null
    }
    this.#elements += 1
    const read: Open = { name, type: node?.type.name ?? '', value: '', children: [] }
    if (!isClient) parent.read.children.push(read)
    else if (this.#visit === null) this.#clients.push(read)
    return read
  }

  text(text: string): void {
    const read = this.#frames.at(-1)?.read
    if (read) read.value += text
  }

  close(): void {
    const frame = this.#frames.pop()
    const read = frame?.read
    // White space between elements is no value, also where those were clients that stand elsewhere.
    if (read && (read.children.length > 0 || read.value.trim() === '')) read.value = ''
    if (read && frame.isClient && this.#visit !== null) {
      this.#visit(read)
      this.#elements = 0
    }
  }

  result(): ReadBericht {
    return {
      general: this.#top.children,
      clients: this.#clients,
      clientCount: this.#clientCount,
      isCut: this.#isCut,
    }
  }
}

async function read(pieces: AsyncIterable<string>, reading: Reading): Promise<ReadBericht> {
  const parser = new SaxesParser({ position: false })
  parser.on('error', ({ message }) => {
    throw new NotWellFormedError(message)
  })
  parser.on('opentag', ({ name }) => reading.open(name))
  parser.on('text', (text) => reading.text(text))
  parser.on('cdata', (text) => reading.text(text))
  parser.on('closetag', () => reading.close())
  for await (const piece of pieces) parser.write(piece)
  parser.close()
  return reading.result()
}

/**
 * Reads a bericht from front to back and keeps what is asked for: memory does not grow with the file. Names are looked up in
 * the tree of the standard, so that each value has its data type. Throws NotWellFormedError.
 */
export async function readClients(
  pieces: AsyncIterable<string>,
  root: ElementNode,
  range: ClientRange,
): Promise<ReadBericht> {
  return read(pieces, new Reading(root, range, null))
}

/**
 * The same, handing over every client as it comes and keeping none: `clients` of the result is empty. What `visit` throws
 * ends the reading.
 */
export async function visitClients(
  pieces: AsyncIterable<string>,
  root: ElementNode,
  visit: (client: ReadElement) => void,
): Promise<ReadBericht> {
  return read(pieces, new Reading(root, { skip: 0, take: Number.POSITIVE_INFINITY }, visit))
}
