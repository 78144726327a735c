import { ENVELOPES, type Field, type FieldType } from '#/lib/envelope/fields.ts'
import { GGK, STUF } from '#/lib/envelope/namespaces.ts'
import type { ValueType } from '#/lib/istandaarden/type-tree.ts'

/** Names of the two schema files: the envelope, and the StUF part that it imports. */
export const GGK_SCHEMA = 'ggk0210.xsd'
export const STUF_SCHEMA = 'stuf0301.xsd'

const NOTICE =
  '<!-- Generated from lib/envelope/fields.ts by scripts/generate-envelope-schemas.ts; change that, not this file. -->'
const PREFIXES: Readonly<Record<string, string>> = { [GGK]: 'GGK', [STUF]: 'StUF' }

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)
const facet = (name: string, value: string | number | undefined) =>
  value === undefined ? [] : [`<xs:${name} value="${value}"/>`]

function simpleType(type: ValueType): readonly string[] {
  const facets = [
    ...facet('minLength', type.minLength),
    ...facet('maxLength', type.maxLength),
    ...facet('pattern', type.pattern),
    ...(type.codes ?? []).flatMap((code) => facet('enumeration', code)),
    ...facet('enumeration', type.fixed),
  ]
  const restriction = ['<xs:restriction base="xs:string">', ...indent(facets), '</xs:restriction>']
  return [`<xs:simpleType name="${type.name}">`, ...indent(restriction), '</xs:simpleType>']
}

type NamedType = Extract<FieldType, { fields: readonly Field[] }>

/** Collects the types that one schema declares: a type belongs to the namespace of the elements in it. */
class Declarations {
  readonly #namespace: string
  readonly #types = new Map<string, readonly string[]>()

  constructor(namespace: string) {
    this.#namespace = namespace
  }

  get lines(): readonly string[] {
    return [...this.#types.values()].flat()
  }

  visit({ type }: Field) {
    if (!('fields' in type)) return
    if (type.fields[0]?.namespace === this.#namespace) this.#addComplex(type)
    for (const child of type.fields) this.visit(child)
  }

  #addComplex(type: NamedType) {
    if (this.#types.has(type.name)) return
    const elements = type.fields.flatMap((child) => this.#element(child))
    this.#types.set(type.name, [
      `<xs:complexType name="${type.name}">`,
      ...indent([`<xs:${type.kind}>`, ...indent(elements), `</xs:${type.kind}>`]),
      '</xs:complexType>',
    ])
    for (const { type: child } of type.fields) if (child.kind === 'value') this.#addSimple(child.value)
  }

  #addSimple(type: ValueType) {
    if (!this.#types.has(type.name)) this.#types.set(type.name, simpleType(type))
  }

  #element({ name, occurrence, type }: Field): readonly string[] {
    const occurs = occurrence === '0..1' ? ' minOccurs="0"' : ''
    if (type.kind === 'anything') return anything(name, occurs)
    if (type.kind === 'base64') {
      const attributes = Object.entries(type.attributes ?? {})
      if (attributes.length === 0) return [`<xs:element name="${name}" type="xs:base64Binary"${occurs}/>`]
      for (const [, value] of attributes) this.#addSimple(value)
      return base64WithAttributes(name, occurs, attributes, this.#prefix)
    }
    return [`<xs:element name="${name}" type="${this.#reference(type)}"${occurs}/>`]
  }

  get #prefix(): string {
    return PREFIXES[this.#namespace] ?? ''
  }

  #reference(type: Exclude<FieldType, { kind: 'anything' | 'base64' }>): string {
    if (type.kind === 'value') return `${this.#prefix}:${type.value.name}`
    return `${PREFIXES[type.fields[0]?.namespace ?? '']}:${type.name}`
  }
}

function anything(name: string, occurs: string): readonly string[] {
  return [
    `<xs:element name="${name}"${occurs}>`,
    ...indent([
      '<xs:complexType mixed="true">',
      ...indent([
        '<xs:sequence>',
        ...indent(['<xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/>']),
        '</xs:sequence>',
      ]),
      '</xs:complexType>',
    ]),
    '</xs:element>',
  ]
}

function base64WithAttributes(
  name: string,
  occurs: string,
  attributes: readonly (readonly [string, ValueType])[],
  prefix: string,
): readonly string[] {
  const declared = attributes.map(
    ([attribute, type]) => `<xs:attribute name="${attribute}" type="${prefix}:${type.name}" use="required"/>`,
  )
  return [
    `<xs:element name="${name}"${occurs}>`,
    ...indent([
      '<xs:complexType>',
      ...indent([
        '<xs:simpleContent>',
        ...indent(['<xs:extension base="xs:base64Binary">', ...indent(declared), '</xs:extension>']),
        '</xs:simpleContent>',
      ]),
      '</xs:complexType>',
    ]),
    '</xs:element>',
  ]
}

function schema(namespace: string, imports: readonly string[]): string {
  const declarations = new Declarations(namespace)
  for (const root of Object.values(ENVELOPES)) declarations.visit(root)
  const roots = Object.values(ENVELOPES)
    .filter((root) => root.namespace === namespace)
    .flatMap(({ name, type }) =>
      'fields' in type ? [`<xs:element name="${name}" type="${PREFIXES[namespace]}:${type.name}"/>`] : [],
    )
  const prefixes = Object.entries(PREFIXES).map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
  const attributes = [...prefixes, `targetNamespace="${namespace}"`, 'elementFormDefault="qualified"']
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    NOTICE,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes.join(' ')}>`,
    ...indent([...imports, ...roots, ...declarations.lines]),
    '</xs:schema>',
  ].join('\n')}\n`
}

/** The XML Schemas of the envelope; the same data give the same bytes. */
export function generateEnvelopeSchemas(): readonly { readonly name: string; readonly text: string }[] {
  return [
    {
      name: GGK_SCHEMA,
      text: schema(GGK, [`<xs:import namespace="${STUF}" schemaLocation="${STUF_SCHEMA}"/>`]),
    },
    { name: STUF_SCHEMA, text: schema(STUF, []) },
  ]
}
