import type { BerichtProduct } from '#/lib/access/products.ts'
import type { RuleRow, SequenceRuleRow } from '#/lib/istandaarden/rules/rule.ts'

/** How often a child may stand in its parent. `1` is what goes without saying. */
export type Occurrence = '1' | '0..1' | '1..n'

/** Extras of a child: `only` for a product that alone has it, `pattern` on top of what the data type asks. */
export type ChildOptions = { readonly only?: BerichtProduct; readonly pattern?: string }

/** Name, type and, when not exactly one, the occurrence. LDT_ and CDT_ types are the basisschema's. */
export type ChildRow =
  | readonly [name: string, type: string]
  | readonly [name: string, type: string, occurrence: Occurrence]
  | readonly [name: string, type: string, occurrence: Occurrence, options: ChildOptions]

/** Types by name; each is one sequence of children, without attributes, choices, wildcards or mixed text. */
export type Structure = Readonly<Record<string, readonly ChildRow[]>>

/** Codes of a list, the same for both products or one list per product. */
export type Codes = readonly string[] | Readonly<Record<BerichtProduct, readonly string[]>>

/** What codes mean, by code; the lists themselves are Dutch. */
export type CodeWords = Readonly<Record<string, string>>

/** The same by data type: one list for both products, or one per product. */
export type CodeTexts = Readonly<Record<string, CodeWords | Readonly<Record<BerichtProduct, CodeWords>>>>

/** A data type for values. Lengths count characters (code points), not bytes. */
export type SimpleType = {
  readonly base: 'text' | 'integer' | 'date' | 'time'
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  /** In the part of the pattern language that XML Schema and JavaScript share; always matched against the whole value. */
  readonly pattern?: string
  readonly codes?: Codes
}

/** What the gemeente does with a berichtsoort by hand in the portal. */
export type Gemeentehandeling = 'aanleveren' | 'ophalen'

/** One number of the standard; iWmo and iJw share structure and road, not name and code. */
export type BerichtRow = {
  readonly nummer: number
  readonly berichtCode: Readonly<Record<BerichtProduct, string>>
  readonly naam: Readonly<Record<BerichtProduct, string>>
  readonly label: string
  readonly gemeente: Gemeentehandeling
  /** The number of the heenbericht that this retourbericht is about. */
  readonly retourVan?: number
  /** The number of the bericht that this one answers in content (a declaratie has no retourbericht). */
  readonly antwoordOp?: number
  readonly structure: Structure
}

/** What whoever answers a bericht of this release must say besides what the bericht itself says. */
export type AnswerFacts = {
  /** Of the schemas that an answer is built on (IV034). */
  readonly basisschemaXsdVersie: string
  readonly berichtXsdVersie: string
  /** Of the official checks that ours decide like, for an answer that refuses a bericht for its content (IV033). */
  readonly xsltVersie: string
  /** Retourcodes with which a gemeente refuses a declaratie or a part of it, by what they are about (IV087, IV088). */
  readonly declaratieCodes: Readonly<Record<DeclaratiePart, readonly string[]>>
  /** Those of a part that also fit a credit line: it cannot be refused for what was delivered (IV085). */
  readonly creditCodes: readonly string[]
}

/** What a retourcode of a declaratie-antwoord can be about, from the whole to one line. */
export const DECLARATIE_PARTS = ['header', 'declaratie', 'client', 'prestatie'] as const
export type DeclaratiePart = (typeof DECLARATIE_PARTS)[number]

/** One release of the standards, as data. Releases stand side by side; adding one adds files and a line in the register. */
export type Release = {
  /** As written in texts and addresses: `3.2`. */
  readonly versie: string
  readonly berichtVersie: string
  readonly berichtSubversie: string
  /** Day from which the chain uses it, `YYYY-MM-DD`. */
  readonly geldigVanaf: string
  readonly simpleTypes: Readonly<Record<string, SimpleType>>
  readonly complexTypes: Structure
  readonly berichten: readonly BerichtRow[]
  readonly codeTexts: CodeTexts
  readonly answers: AnswerFacts
  /** Rules on the content of one bericht, in the order of their numbers. */
  readonly rules: readonly RuleRow[]
  /** Rules across berichten, in the order of their numbers. */
  readonly sequenceRules: readonly SequenceRuleRow[]
}

/** How each product names itself in namespaces and berichtsoorten. */
export const STANDARDS = {
  iwmo: { prefix: 'iwmo', soort: 'WMO' },
  ijw: { prefix: 'ijw', soort: 'JW' },
} as const satisfies Record<BerichtProduct, { prefix: string; soort: string }>

const folder = (versie: string) => versie.replaceAll('.', '_')

/** Namespace of the basisschema of a product in a release. */
export const basisNamespace = (product: BerichtProduct, versie: string) =>
  `http://www.istandaarden.nl/${STANDARDS[product].prefix}/${folder(versie)}/basisschema/schema`

/** Namespace of a berichtsoort, for instance that of WMO301 of release 3.2. */
export const berichtNamespace = (product: BerichtProduct, versie: string, soort: string) =>
  `http://www.istandaarden.nl/${STANDARDS[product].prefix}/${folder(versie)}/${soort.toLowerCase()}/schema`
