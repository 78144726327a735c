import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { SchemaFacet, SchemaRule } from '#/lib/istandaarden/rules/rule.ts'
import { type ElementNode, isParentType, typeTree, type ValueType } from '#/lib/istandaarden/type-tree.ts'

const has = (type: ValueType, facet: SchemaFacet) =>
  'fixed' in facet
    ? type.fixed !== undefined
    : Object.entries(facet).every(([name, value]) => Reflect.get(type, name) === value)

function placesIn(node: ElementNode, rule: SchemaRule, parent: string): readonly string[] {
  if (isParentType(node.type)) return node.type.children.flatMap((child) => placesIn(child, rule, node.name))
  return rule.names.includes(node.name) && has(node.type, rule.facet) ? [`${parent}/${node.name}`] : []
}

/** Where the schema of a berichtsoort holds a rule: ends of paths of elements whose type has its facet. */
export function schemaPlaces(rule: SchemaRule, soort: Berichtsoort): readonly string[] {
  if ((rule.only ?? soort.product) !== soort.product) return []
  return [...new Set(placesIn(typeTree(soort), rule, ''))]
}

/** The berichtsoorten of a release whose schema holds a rule. */
export const soortenWith = (rule: SchemaRule, versie: string): readonly Berichtsoort[] =>
  BERICHTSOORTEN.filter((soort) => soort.versie === versie && schemaPlaces(rule, soort).length > 0)
