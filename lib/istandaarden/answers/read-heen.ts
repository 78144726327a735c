import { childOf, childValue, type ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import type { WrittenParts } from '#/lib/istandaarden/writing/write-bericht.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/** The children of an element that was read, to be written as they are. */
export const partsOf = ({ children }: ReadElement): WrittenParts => {
  const parts = new Map<string, (string | WrittenParts)[]>()
  for (const child of children) {
    const part = child.children.length === 0 ? child.value : partsOf(child)
    parts.set(child.name, [...(parts.get(child.name) ?? []), part])
  }
  return Object.fromEntries(parts)
}

/** A child that the schema demands; the bericht was found valid. */
export function requiredChild(element: ReadElement, name: string): ReadElement {
  const child = childOf(element, name)
  if (child === undefined) throw new InvariantError(`${name} is missing in ${element.name}`)
  return child
}

/** The value of a child that the schema demands. */
export function requiredValue(element: ReadElement, name: string): string {
  const value = childValue(element, name)
  if (value === null) throw new InvariantError(`${name} is missing in ${element.name}`)
  return value
}
