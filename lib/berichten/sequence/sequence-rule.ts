import type { PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import type { History } from '#/lib/berichten/sequence/history.ts'
import type { Direction } from '#/lib/generated/prisma/enums.ts'
import type { FactKind } from '#/lib/istandaarden/facts/fact.ts'

/** A bericht as the rules across berichten see it. Days are `YYYY-MM-DD`. */
export type Subject = {
  readonly direction: Direction
  readonly nummer: number
  readonly dagtekening: string | null
  /** Dagtekening of the bericht that it answers by its header. */
  readonly heenDagtekening: string | null
  readonly facts: readonly PlacedFact[]
  /** What it answers by its header: not here, here, or here with an answer that stands. */
  readonly answers: 'unknown' | 'open' | 'answered'
  /** Another bericht of the same kind and sender had its identification before. */
  readonly isIdentificationUsed: boolean
  readonly history: History
}

/** Looks at one fact; the variant of the text when the rule is broken. */
export type FactRule = {
  readonly kinds: readonly FactKind[]
  readonly judge: (fact: PlacedFact, subject: Subject) => string | null
}

/** Looks at the bericht as a whole. */
export type WholeRule = { readonly judgeWhole: (subject: Subject) => string | null }

/** A rule that holds a bericht against what came before. */
export type SequenceRule = FactRule | WholeRule

export const BROKEN = 'algemeen'
