import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { basisNamespace, type ChildRow, type Release, type SimpleType, STANDARDS } from '#/lib/istandaarden/release.ts'
import { codesFor, fixedValue, isBasisType, releaseOf, rowsFor } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** A schema file of ours: the name it has in the release's xsd folder, and its whole text. */
export type SchemaFile = { readonly name: string; readonly text: string }

const BASES = { text: 'xs:string', integer: 'xs:integer', date: 'xs:date', time: 'xs:time' } as const
const NOTICE =
  '<!-- Generated from the release data by scripts/generate-release-files.ts; change the data, not this file. -->'

/** Name of the schema file of a product's basisschema. */
export const basisSchemaName = (product: BerichtProduct) => `${STANDARDS[product].prefix}-basisschema.xsd`

/** Name of the schema file of a berichtsoort. */
export const berichtSchemaName = (soort: Berichtsoort) => `${soort.soort.toLowerCase()}.xsd`

const facet = (name: string, value: string | number | undefined) =>
  value === undefined ? [] : [`<xs:${name} value="${escapeXml(String(value))}"/>`]

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

function restriction(base: string, facets: readonly string[]): readonly string[] {
  if (facets.length === 0) return [`<xs:restriction base="${base}"/>`]
  return [`<xs:restriction base="${base}">`, ...indent(facets), '</xs:restriction>']
}

function simpleType(name: string, type: SimpleType, product: BerichtProduct): readonly string[] {
  const facets = [
    ...facet('minLength', type.minLength),
    ...facet('maxLength', type.maxLength),
    ...facet('minInclusive', type.minimum),
    ...facet('maxInclusive', type.maximum),
    ...facet('pattern', type.pattern),
    ...(codesFor(type, product) ?? []).flatMap((code) => facet('enumeration', code)),
  ]
  return [`<xs:simpleType name="${name}">`, ...indent(restriction(BASES[type.base], facets)), '</xs:simpleType>']
}

type Naming = { readonly basis: string; readonly own: string }

function element(row: ChildRow, naming: Naming, fixed: string | null): readonly string[] {
  const [name, typeName, occurrence = '1', options] = row
  const type = `${isBasisType(typeName) ? naming.basis : naming.own}:${typeName}`
  const occurs = { '1': '', '0..1': ' minOccurs="0"', '1..n': ' maxOccurs="unbounded"' }[occurrence]
  // A pattern rather than xs:enumeration: for a number it fixes the way of writing too, so "03" is not the 3 that is asked.
  const pattern = fixed ?? options?.pattern
  if (pattern === undefined) return [`<xs:element name="${name}" type="${type}"${occurs}/>`]
  return [
    `<xs:element name="${name}"${occurs}>`,
    ...indent(['<xs:simpleType>', ...indent(restriction(type, facet('pattern', pattern))), '</xs:simpleType>']),
    '</xs:element>',
  ]
}

function complexType(name: string, elements: readonly string[]): readonly string[] {
  return [
    `<xs:complexType name="${name}">`,
    ...indent(['<xs:sequence>', ...indent(elements), '</xs:sequence>']),
    '</xs:complexType>',
  ]
}

function schema(attributes: readonly string[], body: readonly string[]): string {
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    NOTICE,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes.join(' ')} elementFormDefault="qualified">`,
    ...indent(body),
    '</xs:schema>',
  ].join('\n')}\n`
}

/** The types that Root needs, in the order in which they are first met; what no child names is left out. */
function reachableTypes(soort: Berichtsoort): readonly (readonly [string, readonly ChildRow[]])[] {
  const { row } = releaseOf(soort)
  const found = new Map<string, readonly ChildRow[]>()
  const visit = (typeName: string) => {
    const rows = row.structure[typeName]
    if (!rows) throw new InvariantError(`type ${typeName} of ${soort.soort} is not described`)
    if (found.has(typeName)) return
    const own = rowsFor(rows, soort.product)
    found.set(typeName, own)
    for (const [, childType] of own) if (!isBasisType(childType)) visit(childType)
  }
  visit('Root')
  return [...found]
}

function basisSchema(release: Release, product: BerichtProduct): SchemaFile {
  const namespace = basisNamespace(product, release.versie)
  const { prefix } = STANDARDS[product]
  const naming = { basis: prefix, own: prefix }
  const simple = Object.entries(release.simpleTypes).flatMap(([name, type]) => simpleType(name, type, product))
  const complex = Object.entries(release.complexTypes).flatMap(([name, rows]) =>
    complexType(
      name,
      rowsFor(rows, product).flatMap((row) => element(row, naming, null)),
    ),
  )
  return {
    name: basisSchemaName(product),
    text: schema([`xmlns:${prefix}="${namespace}"`, `targetNamespace="${namespace}"`], [...simple, ...complex]),
  }
}

function berichtSchema(soort: Berichtsoort): SchemaFile {
  const { release } = releaseOf(soort)
  const basis = basisNamespace(soort.product, soort.versie)
  const { prefix } = STANDARDS[soort.product]
  const own = soort.soort.toLowerCase()
  const types = reachableTypes(soort).flatMap(([name, rows]) =>
    complexType(
      name,
      rows.flatMap((row) => element(row, { basis: prefix, own }, fixedValue(release, soort.berichtCode, name, row[0]))),
    ),
  )
  return {
    name: berichtSchemaName(soort),
    text: schema(
      [`xmlns:${prefix}="${basis}"`, `xmlns:${own}="${soort.namespace}"`, `targetNamespace="${soort.namespace}"`],
      [
        `<xs:import namespace="${basis}" schemaLocation="${basisSchemaName(soort.product)}"/>`,
        `<xs:element name="Bericht" type="${own}:Root"/>`,
        ...types,
      ],
    ),
  }
}

/** The XML Schemas of a release: one basisschema per product, one schema per berichtsoort. The same data give the same bytes. */
export function generateSchemas(release: Release): readonly SchemaFile[] {
  return [
    ...BERICHT_PRODUCTS.map((product) => basisSchema(release, product)),
    ...BERICHTSOORTEN.filter((soort) => soort.versie === release.versie).map(berichtSchema),
  ]
}
