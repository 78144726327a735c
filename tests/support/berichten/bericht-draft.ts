import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type ElementNode, isParentType, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { readTree, writeTree, type XmlNode } from '#/tests/support/berichten/xml-tree.ts'

/** The value of an element, or the elements in it by name. */
export type Content = string | { readonly [name: string]: Content }

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
const childrenOf = ({ type }: ElementNode): readonly ElementNode[] => (isParentType(type) ? type.children : [])

/**
 * A bericht that a test changes by the names of its elements, and that stays what the schema accepts: what is added lands
 * where it belongs. Paths are ends of paths; of several elements the first is meant.
 */
export class BerichtDraft {
  readonly #node: XmlNode
  readonly #element: ElementNode
  readonly #prefixes: ReadonlyMap<string, string>

  private constructor(node: XmlNode, element: ElementNode, prefixes: ReadonlyMap<string, string>) {
    this.#node = node
    this.#element = element
    this.#prefixes = prefixes
  }

  static of(soort: string, xml: Buffer): BerichtDraft {
    const berichtsoort = findBerichtsoort(soort)
    if (berichtsoort === null) throw new InvariantError(soort)
    const root = readTree(xml.toString())
    const prefixes = Object.entries(root.attributes).map(([name, namespace]) => [namespace, localName(name)] as const)
    return new BerichtDraft(root, typeTree(berichtsoort), new Map(prefixes))
  }

  /** The bericht on one line. */
  toString(): string {
    return writeTree(this.#node)
  }

  /** Gives an element another value. */
  set(path: string, value: string): this {
    this.#at(path).#node.text = value
    return this
  }

  /** Takes an element away. */
  drop(path: string): this {
    const { parent, child } = this.#withParent(path)
    parent.#node.children = parent.#node.children.filter((node) => node !== child.#node)
    return this
  }

  /** Puts an element into the one at the path, at its place. */
  add(path: string, name: string, content: Content): this {
    const parent = path === '' ? this : this.#at(path)
    const order = childrenOf(parent.#element).map((child) => child.name)
    const place = order.indexOf(name)
    const node = parent.#make(name, content)
    const before = parent.#node.children.findIndex((other) => order.indexOf(localName(other.name)) > place)
    parent.#node.children.splice(before === -1 ? parent.#node.children.length : before, 0, node)
    return this
  }

  /** Puts a copy of an element behind it, changed. */
  copy(path: string, change: (copy: BerichtDraft) => void = () => undefined): this {
    const { parent, child } = this.#withParent(path)
    const node = structuredClone(child.#node)
    change(new BerichtDraft(node, child.#element, this.#prefixes))
    parent.#node.children.splice(parent.#node.children.indexOf(child.#node) + 1, 0, node)
    return this
  }

  #make(name: string, content: Content): XmlNode {
    const element = childrenOf(this.#element).find((child) => child.name === name)
    if (element === undefined) throw new InvariantError(`${this.#element.name} has no ${name}`)
    const node: XmlNode = {
      name: `${this.#prefixes.get(element.namespace)}:${name}`,
      attributes: {},
      children: [],
      text: typeof content === 'string' ? content : '',
    }
    const draft = new BerichtDraft(node, element, this.#prefixes)
    if (typeof content !== 'string')
      for (const [child, inner] of Object.entries(content)) node.children.push(draft.#make(child, inner))
    return node
  }

  #at(path: string): BerichtDraft {
    return this.#withParent(path).child
  }

  #withParent(path: string): { parent: BerichtDraft; child: BerichtDraft } {
    const found = this.#search(path.split('/'))
    if (found === null) throw new InvariantError(`no ${path} in ${this.#element.name}`)
    return found
  }

  *#children(): Generator<BerichtDraft> {
    for (const node of this.#node.children) {
      const element = childrenOf(this.#element).find((child) => child.name === localName(node.name))
      if (element !== undefined) yield new BerichtDraft(node, element, this.#prefixes)
    }
  }

  /** The first chain of elements with these names, at any depth, in the order of the bericht. */
  #search(names: readonly string[]): { parent: BerichtDraft; child: BerichtDraft } | null {
    for (const child of this.#children()) {
      const found = child.#chain(names, this) ?? child.#search(names)
      if (found !== null) return found
    }
    return null
  }

  #chain(
    [name, ...rest]: readonly string[],
    parent: BerichtDraft,
  ): { parent: BerichtDraft; child: BerichtDraft } | null {
    if (this.#element.name !== name) return null
    if (rest.length === 0) return { parent, child: this }
    for (const child of this.#children()) {
      const found = child.#chain(rest, this)
      if (found !== null) return found
    }
    return null
  }
}
