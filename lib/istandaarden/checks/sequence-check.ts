import { MAXIMUM_FINDINGS } from '#/lib/istandaarden/checks/check-report.ts'
import type { ElementNode, ParentType } from '#/lib/istandaarden/type-tree.ts'

/** A fault in the order or number of the children of one element. `element` is the child that it is about. */
export type SequenceFault = {
  readonly variant: 'ontbreekt' | 'volgorde' | 'teVaak' | 'onbekend' | 'naamruimte'
  readonly offset: number
  readonly element: string
  readonly params: Readonly<Record<string, string>>
}

/** A child as it was met: what describes it (null: nothing does), and its place among those of its name. */
export type MetChild = { readonly node: ElementNode | null; readonly index: number }

type Missing = { readonly node: ElementNode; readonly offset: number; readonly before: string | null }

/**
 * Follows the children of one element through its sequence and tells every fault, not the first only. A child that comes
 * late explains why it was missed earlier: that is one fault of order, reported where the order broke.
 */
export class SequenceCheck {
  readonly #type: ParentType
  readonly #counts = new Map<string, number>()
  readonly #faults: SequenceFault[] = []
  readonly #reordered = new Set<number>()
  #missing: Missing[] = []
  #at = 0
  #omitted = 0

  constructor(type: ParentType) {
    this.#type = type
  }

  /** Takes the next child. `offset` is where its start tag begins. */
  accept(name: string, namespace: string, offset: number): MetChild {
    const position = this.#type.children.findIndex((child) => child.name === name)
    const node = this.#type.children[position]
    if (node === undefined) {
      this.#fault('onbekend', offset, name, { verwacht: this.#expected() })
      return { node: null, index: 0 }
    }
    const index = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, index)
    if (node.namespace !== namespace) this.#fault('naamruimte', offset, name, { verwacht: node.namespace })
    if (position < this.#at) this.#acceptLate(node, index, offset)
    else this.#acceptAhead(node, position, index, offset)
    return { node, index }
  }

  /** Faults beyond what one report carries. */
  get omitted(): number {
    return this.#omitted
  }

  /** Ends the element. `offset` is where its end tag begins; returns all faults. */
  end(offset: number): readonly SequenceFault[] {
    this.#miss(this.#type.children.length, offset, null)
    for (const { node, offset: at, before } of this.#missing) {
      this.#fault('ontbreekt', at, node.name, before === null ? {} : { voor: before })
    }
    return this.#faults
  }

  #acceptAhead(node: ElementNode, position: number, index: number, offset: number) {
    this.#miss(position, offset, node.name)
    this.#at = position
    if (index > 1 && !node.isRepeatable) this.#fault('teVaak', offset, node.name, {})
  }

  #acceptLate(node: ElementNode, index: number, offset: number) {
    const missed = this.#missing.find((missing) => missing.node === node)
    if (missed !== undefined) {
      this.#missing = this.#missing.filter((missing) => missing !== missed)
      this.#outOfOrder(missed.offset, missed.before ?? node.name, node.name)
    } else if (index > 1 && !node.isRepeatable) this.#fault('teVaak', offset, node.name, {})
    else this.#fault('volgorde', offset, node.name, { verwacht: this.#expected() })
  }

  /** Several children that all come late broke the order once. */
  #outOfOrder(offset: number, element: string, expected: string) {
    if (this.#reordered.has(offset)) return
    this.#reordered.add(offset)
    this.#fault('volgorde', offset, element, { verwacht: expected })
  }

  /** Notes every required child that is passed over on the way to `position`. */
  #miss(position: number, offset: number, before: string | null) {
    for (const child of this.#type.children.slice(this.#at, position)) {
      const isKnown = this.#counts.has(child.name) || this.#missing.some((missing) => missing.node === child)
      if (child.isRequired && !isKnown) this.#missing.push({ node: child, offset, before })
    }
    this.#at = Math.max(this.#at, position)
  }

  /** Names of what may stand at this point. */
  #expected(): string {
    const names: string[] = []
    for (const child of this.#type.children.slice(this.#at)) {
      const isMet = this.#counts.has(child.name)
      if (!isMet || child.isRepeatable) names.push(child.name)
      if (child.isRequired && !isMet) break
    }
    return names.join(', ')
  }

  #fault(variant: SequenceFault['variant'], offset: number, element: string, params: SequenceFault['params']) {
    // What does not fit in a report is only counted: a file can hold a million elements that belong nowhere.
    if (this.#faults.length < MAXIMUM_FINDINGS) this.#faults.push({ variant, offset, element, params })
    else this.#omitted++
  }
}
