import type { SimpleType } from '#/lib/istandaarden/release.ts'
import { type ElementNode, isParentType } from '#/lib/istandaarden/type-tree.ts'

/** What is known beforehand of an element at one place of a berichtsoort, with the rules that look at it there. */
export type ElementPlan = {
  readonly name: string
  readonly isRepeatable: boolean
  /** How its value is written; null for an element that holds others. */
  readonly base: SimpleType['base'] | null
  readonly children: ReadonlyMap<string, ElementPlan>
  /** Places in the list of rules. */
  readonly watchers: readonly number[]
}

/** The rules as far as a plan needs them: each the ends of the paths of its elements, such as `Contact/Adres`. */
export type WatchedPaths = readonly (readonly string[])[]

const isAt = (path: string, end: string) => path === `/${end}` || path.endsWith(`/${end}`)

/** Lays the rules over the tree of a berichtsoort, so that reading a file is a matter of looking up. */
export function planElements(node: ElementNode, watched: WatchedPaths, parentPath = ''): ElementPlan {
  const path = `${parentPath}/${node.name}`
  const isParent = isParentType(node.type)
  const children = isParentType(node.type) ? node.type.children : []
  return {
    name: node.name,
    isRepeatable: node.isRepeatable,
    base: isParent || !('base' in node.type) ? null : node.type.base,
    children: new Map(children.map((child) => [child.name, planElements(child, watched, path)])),
    watchers: watched.flatMap((ends, index) => (ends.some((end) => isAt(path, end)) ? [index] : [])),
  }
}
