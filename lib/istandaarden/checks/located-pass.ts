import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Finding, finding, MAXIMUM_FINDINGS } from '#/lib/istandaarden/checks/check-report.ts'
import { SequenceCheck } from '#/lib/istandaarden/checks/sequence-check.ts'
import { positionsOf } from '#/lib/istandaarden/checks/text-position.ts'
import { valueFault } from '#/lib/istandaarden/checks/value-check.ts'
import { type ElementNode, isParentType } from '#/lib/istandaarden/type-tree.ts'

// libxml2 decides whether a file is valid; this pass says where and why, for every violation. libxml2 gives a line
// without a column, no line above 65,535 on its nodes, and after the first fault in a sequence it leaves out the rest.

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XMLNS = 'http://www.w3.org/2000/xmlns/'
const LOCATION_HINTS = ['schemaLocation', 'noNamespaceSchemaLocation']

/** An element that is open. Without a node nothing is known about it, and what it holds is passed over. */
type Frame = {
  readonly node: ElementNode | null
  readonly path: string
  readonly offset: number
  readonly sequence: SequenceCheck | null
  text: string
  hasFault: boolean
}

type Violation = {
  readonly variant: string
  readonly offset: number
  readonly path: string
  readonly params: Finding['params']
}

/** A name from the file, in a form that may be shown: cut to what fits a sentence. */
const shown = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name)

const isBlank = (text: string) => /^[ \t\r\n]*$/.test(text)

/** The violations of the schema in the order of the file, and how many did not fit in. */
export type LocatedPass = { readonly findings: readonly Finding[]; readonly omitted: number }

class Walk {
  readonly violations: Violation[] = []
  omitted = 0
  readonly #stack: Frame[] = []
  readonly #root: ElementNode
  readonly #source: string
  readonly #parser: SaxesParser<{ xmlns: true }>
  #tagOffset = 0
  #textOffset = 0

  constructor(root: ElementNode, source: string) {
    this.#root = root
    this.#source = source
    this.#parser = new SaxesParser({ xmlns: true, position: true })
    this.#parser.on('opentagstart', (tag) => {
      // The parser has just read what follows the name: one character, or the two of CR LF.
      this.#tagOffset = source.lastIndexOf('<', this.#parser.position - tag.name.length - 2)
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', (tag) => this.#close(tag.isSelfClosing))
    this.#parser.on('text', (text) => this.#text(text))
    this.#parser.on('cdata', (text) => this.#text(text))
    // libxml2 has found the file well-formed. Where saxes is stricter it only goes on: without a handler it would throw.
    this.#parser.on('error', () => undefined)
  }

  run() {
    this.#parser.write(this.#source).close()
  }

  #add(variant: string, offset: number, path: string, params: Finding['params']) {
    // Faults of order are known late, so twice what a report carries is kept until all can be put in order.
    if (this.violations.length < 2 * MAXIMUM_FINDINGS) this.violations.push({ variant, offset, path, params })
    else this.omitted++
  }

  #open(tag: SaxesTagNS) {
    const parent = this.#stack.at(-1)
    const frame = parent === undefined ? this.#openRoot(tag) : this.#openChild(parent, tag)
    if (frame.node !== null) {
      this.#attributes(tag, frame)
      this.#requiredAttributes(tag, frame)
    }
    this.#stack.push(frame)
    this.#textOffset = this.#parser.position
  }

  #frame(node: ElementNode | null, path: string): Frame {
    const sequence = node !== null && isParentType(node.type) ? new SequenceCheck(node.type) : null
    return { node, path, offset: this.#tagOffset, sequence, text: '', hasFault: false }
  }

  #openRoot(tag: SaxesTagNS): Frame {
    const path = `/${shown(tag.local)}`
    const isRoot = tag.local === this.#root.name && tag.uri === this.#root.namespace
    if (!isRoot) this.#add('wortel', this.#tagOffset, path, { element: shown(tag.local), verwacht: this.#root.name })
    return this.#frame(isRoot ? this.#root : null, path)
  }

  #openChild(parent: Frame, tag: SaxesTagNS): Frame {
    const path = `${parent.path}/${shown(tag.local)}`
    if (parent.sequence === null) {
      if (parent.node !== null && !parent.hasFault) {
        parent.hasFault = true
        this.#add('kindInWaarde', this.#tagOffset, path, { element: parent.node.name, kind: shown(tag.local) })
      }
      return this.#frame(null, path)
    }
    const { node, index } = parent.sequence.accept(tag.local, tag.uri, this.#tagOffset)
    return this.#frame(node, node?.isRepeatable === true ? `${path}[${index}]` : path)
  }

  #attributes(tag: SaxesTagNS, frame: Frame) {
    for (const { uri, local, name, value } of Object.values(tag.attributes)) {
      if (uri === XMLNS || (uri === XSI && LOCATION_HINTS.includes(local))) continue
      if (uri === XSI && local === 'type' && this.#isOwnType(value, frame)) continue
      if (uri === '' && frame.node?.attributes?.[local] !== undefined) continue
      const variant = uri === XSI && local === 'nil' ? 'nil' : 'attribuut'
      this.#add(variant, frame.offset, frame.path, { element: shown(tag.local), attribuut: shown(name) })
    }
  }

  #requiredAttributes(tag: SaxesTagNS, { node, offset, path }: Frame) {
    for (const [attribute, type] of Object.entries(node?.attributes ?? {})) {
      const value = tag.attributes[attribute]?.value
      const params = { element: shown(tag.local), attribuut: attribute }
      if (value === undefined) this.#add('attribuutOntbreekt', offset, path, params)
      else if (valueFault(value, type) !== null) this.#add('attribuutVorm', offset, path, params)
    }
  }

  /** xsi:type may name the type that the element has anyway; no type of ours has another derived from it. */
  #isOwnType(value: string, { node }: Frame): boolean {
    const [local = '', prefix = ''] = value.trim().split(':').reverse()
    const isNarrowed = node !== null && !isParentType(node.type) && node.type.fixed !== undefined
    return node !== null && !isNarrowed && local === node.type.name && this.#parser.resolve(prefix) !== undefined
  }

  #text(text: string) {
    const frame = this.#stack.at(-1)
    if (frame?.node === undefined || frame.node === null) return
    if (frame.sequence === null) {
      frame.text += text
      return
    }
    if (isBlank(text) || frame.hasFault) return
    frame.hasFault = true
    let start = this.#textOffset
    // In the source, because the parser hands on CR LF as one character.
    while (isBlank(this.#source.charAt(start)) && start < this.#source.length) start++
    this.#add('tekst', start, frame.path, { element: frame.node.name })
  }

  #close(isSelfClosing: boolean) {
    const frame = this.#stack.pop()
    const end = this.#parser.position
    this.#textOffset = end
    if (frame?.node === undefined || frame.node === null) return
    const { node, path, offset, sequence } = frame
    if (sequence !== null) {
      const closing = isSelfClosing ? offset : this.#endTagOffset(end)
      for (const fault of sequence.end(closing)) {
        const params = { element: shown(fault.element), ouder: node.name, ...fault.params }
        this.#add(fault.variant, fault.offset, `${path}/${shown(fault.element)}`, params)
      }
      this.omitted += sequence.omitted
      return
    }
    const fault = frame.hasFault || isParentType(node.type) ? null : valueFault(frame.text, node.type)
    if (fault !== null) this.#add(fault.variant, offset, path, { element: node.name, ...fault.params })
  }

  #endTagOffset(end: number): number {
    return this.#source.lastIndexOf('</', end - 1)
  }
}

/** Finds every violation of the schema of a bericht, with line, column and path. The text must be well-formed. */
export function locateViolations(text: string, root: ElementNode): LocatedPass {
  const walk = new Walk(root, text)
  walk.run()
  const ordered = walk.violations.sort((one, other) => one.offset - other.offset)
  const kept = ordered.slice(0, MAXIMUM_FINDINGS)
  const positions = positionsOf(
    text,
    kept.map((violation) => violation.offset),
  )
  return {
    omitted: walk.omitted + ordered.length - kept.length,
    findings: kept.map(({ variant, path, params }, index) =>
      finding(
        'XSD',
        variant,
        { regel: positions[index]?.regel ?? 1, kolom: positions[index]?.kolom ?? 1, pad: path },
        params,
      ),
    ),
  }
}
