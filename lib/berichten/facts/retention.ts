import type { LastingFact } from '#/lib/berichten/facts/kept-fact.ts'
import type { KeptKind } from '#/lib/istandaarden/facts/fact.ts'
import { plusMonths } from '#/lib/platform/calendar-day.ts'

/**
 * For how many months facts are kept, by kind: as long as a bericht can come that is held against them. A toewijzing counts
 * from its end, because starts, stops and claims refer to it until then and some time after; one without an end is repeated
 * in every later 301 of the client (OP087), and counts from its arrival.
 */
export const KEPT_MONTHS: Readonly<Record<KeptKind, number>> = {
  toewijzing: 12,
  start: 24,
  stop: 24,
  verzoek: 12,
  antwoord: 12,
  declaratie: 24,
}

/** The most for a toewijzing, and for one without an end: as long as the standard lets one claim (TR335). */
const LONGEST_MONTHS = 60

/** The day until which a fact that came on `arrivedOn` is kept. Days are `YYYY-MM-DD`. */
export function keptUntil({ kind, untilOn }: Pick<LastingFact, 'kind' | 'untilOn'>, arrivedOn: string): string {
  const months = KEPT_MONTHS[kind]
  if (kind !== 'toewijzing') return plusMonths(arrivedOn, months)
  const longest = plusMonths(arrivedOn, LONGEST_MONTHS)
  if (untilOn === null || untilOn > longest) return longest
  const [soonest] = [plusMonths(untilOn > arrivedOn ? untilOn : arrivedOn, months), longest].toSorted()
  return soonest ?? longest
}
