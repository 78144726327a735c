import type { BerichtProduct } from '#/lib/access/products.ts'
import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'

/** What every rule may want to know of the bericht as a whole. */
export type RuleContext = {
  readonly product: BerichtProduct
  /** Dagtekening of the header, of the heenbericht in a retourbericht, as yyyymmdd. */
  readonly dagtekening: number
  /** Codes of gemeenten that the portal knows besides the lists of the release. */
  readonly gemeenteCodes: readonly string[]
}

export type Ernst = 'fout' | 'waarschuwing'

/** A breach: the element to point at, the variant of the text, and how serious it is when the rule itself does not say. */
export type Breach = { readonly at: BerichtElement; readonly variant: string; readonly ernst?: Ernst }

/** Says that an element breaks the rule. */
export const breach = (at: BerichtElement, variant = 'algemeen', ernst?: Ernst): Breach =>
  ernst === undefined ? { at, variant } : { at, variant, ernst }

/** A rule at work on one bericht. `see` gets its elements as they end; what was seen before is for the rule to remember. */
export type Observer = {
  see(element: BerichtElement, context: RuleContext): void
  /** The bericht is at its end. */
  finish?(): void
}

/** How a rule looks at a bericht: a fresh observer each time, that hands its breaches over. */
export type RuleCheck = (found: (breach: Breach) => void) => Observer

/** A rule that needs nothing but one element, with what is around it. */
export const each =
  (judge: (element: BerichtElement, context: RuleContext) => Breach | null): RuleCheck =>
  (found) => ({
    see: (element, context) => {
      const broken = judge(element, context)
      if (broken !== null) found(broken)
    },
  })

export type RuleKind =
  | 'technische regel'
  | 'conditie'
  | 'constraint'
  | 'restrictie'
  | 'bedrijfsregel'
  | 'invulinstructie'

/** What the schema asks of a value, as a rule words it. */
export type SchemaFacet =
  | { readonly minLength: number }
  | { readonly maxLength: number }
  | { readonly minimum: number }
  | { readonly maximum: number }
  | { readonly pattern: string }
  /** One value only, that the release or the berichtsoort fixes. */
  | { readonly fixed: true }

/** What is said of every rule. */
type RuleFacts = {
  /** The number that the standard gives it: `TR002`. */
  readonly code: string
  readonly kind: RuleKind
  /** Level of control: 1 form, 2 content, 3 across berichten, 4 with other sources; null for a rule that has none. */
  readonly level: 1 | 2 | 3 | 4 | null
  readonly retourcode: string | null
  /** Where the rule is written down. */
  readonly source: string
  /** Only in this product. */
  readonly only?: BerichtProduct
  /** Where sources differ, what was chosen. */
  readonly note?: string
}

/** A rule that a check of ours sees to. */
export type CheckedRule = RuleFacts & {
  /**
   * Products whose official validation (XSLT) finds a breach. There it rejects; where only the text of the rule says so,
   * it warns.
   */
  readonly inXslt: readonly BerichtProduct[]
  /** Per number the elements that the check looks at: the ends of their paths. */
  readonly elements: Readonly<Record<number, readonly string[]>>
  /** The same in both products, or one for each. */
  readonly check: RuleCheck | Readonly<Record<BerichtProduct, RuleCheck>>
}

/** A rule that the schema sees to by a facet of the data type of these elements, wherever their type has it. */
export type SchemaRule = RuleFacts & { readonly facet: SchemaFacet; readonly names: readonly string[] }

/** A rule of the standard as it holds in one release. */
export type RuleRow = CheckedRule | SchemaRule

/**
 * A rule that holds a bericht against those that came before it, by what the portal keeps of them. Whoever judges it by the
 * standard is on the other side or has more to go by, so it warns, unless the chain itself refuses.
 */
export type SequenceRuleRow = RuleFacts & {
  /** Numbers of the berichten that it looks at. */
  readonly on: readonly number[]
  readonly ernst: Ernst
}

/** Tells the rules with a check of ours from those of the schema. */
export const isChecked = (row: RuleRow): row is CheckedRule => 'check' in row
