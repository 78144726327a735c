import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { basisNamespace, STANDARDS } from '#/lib/istandaarden/release.ts'
import { type ElementNode, isParentType, typeTree, type ValueType } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** What is written at one place: a value, the children of an element, or several of the same element. */
export type Written = string | WrittenParts | readonly (string | WrittenParts)[]

/** Children by name. Their order is the standard's, so it does not count here; undefined is left out. */
export type WrittenParts = { readonly [name: string]: Written | undefined }

/** Lines end with CR LF (OP192). */
const LINE_END = '\r\n'

class Writing {
  readonly #soort: Berichtsoort
  readonly #lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']

  constructor(soort: Berichtsoort) {
    this.#soort = soort
  }

  /** The prefixes that the samples of the standard use: that of the berichtsoort and that of the basisschema. */
  #prefixOf({ namespace }: ElementNode): string {
    return namespace === this.#soort.namespace ? this.#soort.soort.toLowerCase() : STANDARDS[this.#soort.product].prefix
  }

  root(node: ElementNode, parts: WrittenParts): string {
    const { soort, namespace, product, versie } = this.#soort
    const names = `xmlns:${soort.toLowerCase()}="${namespace}" xmlns:${STANDARDS[product].prefix}="${basisNamespace(product, versie)}"`
    const name = `${this.#prefixOf(node)}:${node.name}`
    this.#lines.push(`<${name} ${names}>`)
    this.#children(node, parts, '  ')
    this.#lines.push(`</${name}>`, '')
    return this.#lines.join(LINE_END)
  }

  #children(parent: ElementNode, parts: WrittenParts, indent: string): void {
    if (!isParentType(parent.type)) throw new InvariantError(`${parent.name} has a value, no children`)
    const { children } = parent.type
    const stray = Object.keys(parts).find(
      (name) => parts[name] !== undefined && !children.some((child) => child.name === name),
    )
    if (stray !== undefined) throw new InvariantError(`${stray} does not belong in ${parent.name}`)
    for (const node of children) {
      const written = parts[node.name] ?? fixedOf(node)
      if (written === undefined) {
        if (node.isRequired) throw new InvariantError(`${node.name} is missing in ${parent.name}`)
        continue
      }
      for (const one of listed(written)) this.#element(node, one, indent)
    }
  }

  #element(node: ElementNode, written: string | WrittenParts, indent: string): void {
    const name = `${this.#prefixOf(node)}:${node.name}`
    if (typeof written === 'string') {
      if (isParentType(node.type)) throw new InvariantError(`${node.name} has children, no value`)
      this.#lines.push(`${indent}<${name}>${escapeXml(written)}</${name}>`)
      return
    }
    this.#lines.push(`${indent}<${name}>`)
    this.#children(node, written, `${indent}  `)
    this.#lines.push(`${indent}</${name}>`)
  }
}

const isMany = (written: Written): written is readonly (string | WrittenParts)[] => Array.isArray(written)
const listed = (written: Written) => (isMany(written) ? written : [written])

/** BerichtCode, BerichtVersie and BerichtSubversie: the release knows them. */
const fixedOf = ({ type }: ElementNode): string | undefined => (isParentType(type) ? undefined : fixedValue(type))
const fixedValue = ({ fixed }: ValueType): string | undefined => fixed

/**
 * Writes a bericht as XML in the form of OP192 (UTF-8, no byte order mark, CR LF). Puts the elements in the order of the
 * standard and adds what the release fixes; whether the values are right is for the checks. Throws InvariantError for an
 * element that does not belong where it was put, or that must be there and is not.
 */
export const writeBericht = (soort: Berichtsoort, parts: WrittenParts): string =>
  new Writing(soort).root(typeTree(soort), parts)
