import { type FactKind, isKeptKind, type KeptKind } from '#/lib/istandaarden/facts/fact.ts'

/** Codes and marks of a fact that rules ask for: short codes of the standard as they are, products as keyed hashes. */
export type FactDetails = {
  /** StatusAanlevering of a start or stop: 1 new, 2 changed, 3 deleted. */
  readonly status?: string
  /** RedenWijziging of a toewijzing, RedenBeeindiging of a stop. */
  readonly reden?: string
  /** VerzoekAntwoord of a 319: 1 refused, 2 being looked into. */
  readonly antwoord?: string
  /** Toewijzingsdatum and -tijd: which of two versions of a toewijzing is the latest (IV013). */
  readonly besluit?: string
  readonly categorie?: string
  readonly code?: string
  readonly eenheid?: string
  /** Another unit that fits as well: minutes may be claimed of hours (TR341). */
  readonly eenheidOok?: string
  /** Volume, unit and frequency together; absent without Omvang. */
  readonly omvang?: string
  readonly budget?: string
  /** The volume is that of the whole period (Frequentie 6). */
  readonly isTotaal?: true
  /** iWmo categories 11 to 14: the rules on overlap leave hulpmiddelen out. */
  readonly isHulpmiddel?: true
}

/**
 * A fact without anything that can be read back: numbers and persons are keyed hashes that no other gemeente and no other
 * product has (docs/decisions). Days are `YYYY-MM-DD`.
 */
export type HashedFact = {
  readonly kind: FactKind
  /** Of the number or reference that it is known by. */
  readonly key: string
  /** Of the Bsn. */
  readonly client: string | null
  /** Of a second number: the request that a toewijzing answers. */
  readonly other: string | null
  /** AGB-code of the provider. */
  readonly party: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
  readonly details: FactDetails
}

/** A fact of the bericht at hand, with its place in the file. */
export type PlacedFact = HashedFact & {
  /** False when its product stands for a number that it has not. */
  readonly hasNumber: boolean
  readonly regel: number
  readonly kolom: number
  readonly pad: string
}

/** One that later berichten are held against. */
export type LastingFact = PlacedFact & { readonly kind: KeptKind }
export const isLasting = (fact: PlacedFact): fact is LastingFact => isKeptKind(fact.kind)
