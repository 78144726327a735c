import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type ErrorDetail,
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { GGK_SCHEMA, STUF_SCHEMA } from '#/lib/envelope/schema-generator.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import {
  type EngineViolation,
  HEADER_NAMES,
  type HeaderName,
  type HeaderValues,
  type ParsedXml,
  type XmlEngine,
} from '#/lib/istandaarden/checks/xml-engine.ts'
import { basisSchemaName, berichtSchemaName } from '#/lib/istandaarden/schema-generator.ts'
import { validateBounded } from '#/lib/validator/bounded-validation.ts'
import { malformedOf } from '#/lib/validator/malformed.ts'

// No entity is expanded (no NOENT), nothing outside the file is read (NO_XXE, NONET, no catalog), the limits on depth and
// lengths stay on (no HUGE).
const PARSE_OPTIONS =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_BIG_LINES |
  ParseOption.XML_PARSE_COMPACT

const RELEASES_FOLDER = path.join(import.meta.dirname, '../istandaarden/releases')

const ENVELOPE_FOLDER = path.join(import.meta.dirname, '../envelope/xsd')

/** Compiles a schema of ours with the one that it imports, both of one folder. */
function compileSchema(folder: string, name: string, imported: string): XsdValidator {
  const read = (file: string) => readFileSync(path.join(folder, file))
  // The schema finds what it imports in memory, and only while it is compiled: a hint in a file from outside finds nothing.
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [imported]: read(imported) }))
  try {
    using document = XmlDocument.fromBuffer(read(name), { url: name })
    return XsdValidator.fromDoc(document)
  } finally {
    xmlCleanupInputProvider()
  }
}

const compileBerichtSchema = (soort: Berichtsoort) =>
  compileSchema(
    path.join(RELEASES_FOLDER, soort.versie, 'xsd'),
    berichtSchemaName(soort),
    basisSchemaName(soort.product),
  )
const compileEnvelopeSchema = () => compileSchema(ENVELOPE_FOLDER, GGK_SCHEMA, STUF_SCHEMA)

function* elementsOf(parent: XmlElement): Generator<XmlElement> {
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) yield node
  }
}

/** Header elements with parts, and the names under which those are known where they are not unique. */
const IDENTIFYING_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BerichtIdentificatie: {},
  DeclaratieIdentificatie: { Identificatie: 'DeclaratieIdentificatie', Dagtekening: 'DeclaratieDagtekening' },
}

/** Header and its BerichtIdentificatie hold what identifies a bericht; the first of each name counts. */
function headerValues(root: XmlElement): HeaderValues {
  const found = new Map<string, string>()
  const [header] = elementsOf(root)
  const take = (name: string, { content }: XmlElement) => {
    if (!found.has(name)) found.set(name, content)
  }
  for (const element of header?.name === 'Header' ? elementsOf(header) : []) {
    const parts = IDENTIFYING_PARTS[element.name]
    if (parts) for (const part of elementsOf(element)) take(parts[part.name] ?? part.name, part)
    else if ((HEADER_NAMES as readonly string[]).includes(element.name)) take(element.name, element)
  }
  const value = (name: HeaderName) => found.get(name)?.trim() ?? null
  return {
    BerichtCode: value('BerichtCode'),
    Afzender: value('Afzender'),
    Ontvanger: value('Ontvanger'),
    Identificatie: value('Identificatie'),
    Dagtekening: value('Dagtekening'),
    IdentificatieRetour: value('IdentificatieRetour'),
    DagtekeningRetour: value('DagtekeningRetour'),
    DeclaratieIdentificatie: value('DeclaratieIdentificatie'),
    DeclaratieDagtekening: value('DeclaratieDagtekening'),
  }
}

const toViolation = ({ line, xpath }: ErrorDetail): EngineViolation => ({
  regel: Math.max(1, line),
  pad: xpath?.replaceAll(/\/[^/:]*:/g, '/') ?? null,
})

type EngineState = {
  isSpent: boolean
  /** A schema by a name of its own, compiled at first use. */
  readonly schemaOf: (name: string, compile: () => XsdValidator) => XsdValidator
}

function parsedXml(document: XmlDocument, engine: EngineState): ParsedXml {
  const { root } = document
  const violations = (schema: XsdValidator) => {
    const { details, wasStopped } = validateBounded(document, schema)
    engine.isSpent ||= wasStopped
    return details.map(toViolation)
  }
  return {
    rootName: root.name,
    rootNamespace: root.namespaceUri,
    hasDoctype: document.dtd !== null,
    header: () => headerValues(root),
    violations: (soort) => violations(engine.schemaOf(soort.namespace, () => compileBerichtSchema(soort))),
    envelopeViolations: () => violations(engine.schemaOf(GGK_SCHEMA, compileEnvelopeSchema)),
    close: () => document.dispose(),
  }
}

/** libxml2 as the engine of the checks. `isSpent`: this process must not use it for another file. */
export type LibxmlEngine = XmlEngine & { readonly isSpent: boolean }

/** Makes the engine. Schemas are compiled at first use and kept for the life of the process. */
export function createLibxmlEngine(): LibxmlEngine {
  const schemas = new Map<string, XsdValidator>()
  const state: EngineState = {
    isSpent: false,
    schemaOf: (name, compile) => {
      const known = schemas.get(name)
      if (known !== undefined) return known
      const compiled = compile()
      schemas.set(name, compiled)
      return compiled
    },
  }
  return {
    get isSpent() {
      return state.isSpent
    },
    parse: (content) => {
      try {
        return { ok: true, value: parsedXml(XmlDocument.fromBuffer(content, { option: PARSE_OPTIONS }), state) }
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error
        return { ok: false, malformed: malformedOf(error.details) }
      }
    },
  }
}
