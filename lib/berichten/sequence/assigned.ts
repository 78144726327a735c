import type { HashedFact } from '#/lib/berichten/facts/kept-fact.ts'
import type { History, KeptFact } from '#/lib/berichten/sequence/history.ts'

const WITHDRAWN = '13'
/** A toewijzing that ends on the day on which it begins was withdrawn as well, by its reason 01 (TR349). */
const ENDED = '01'

const besluit = ({ details }: HashedFact) => details.besluit ?? ''

/** The version of each toewijzing that holds: of the latest decision (IV013). */
export function latest(facts: readonly KeptFact[]): readonly KeptFact[] {
  const byNumber = new Map<string, KeptFact>()
  for (const fact of facts) {
    const known = byNumber.get(fact.key)
    if (known === undefined || besluit(known) <= besluit(fact)) byNumber.set(fact.key, fact)
  }
  return [...byNumber.values()]
}

export const isWithdrawn = ({ details }: HashedFact): boolean => details.reden === WITHDRAWN

/** The toewijzing under the number of a fact, for its client and provider, as it holds; null when there is none. */
export function assignedOf({ key, client, party }: HashedFact, history: History): KeptFact | null {
  const own = history.of('toewijzing', key).filter((one) => one.client === client && one.party === party)
  return latest(own)[0] ?? null
}

/**
 * What is wrong with the number of a fact; null when nothing is, or nobody can tell. Each 301 repeats all that stands for this client
 * at this provider (OP087): whoever got one got them all.
 */
export function numberFault(
  fact: HashedFact,
  history: History,
): 'algemeen' | 'andereClient' | 'andereAanbieder' | null {
  const known = history.of('toewijzing', fact.key)
  if (known.length === 0) return history.ofClient('toewijzing', fact).length > 0 ? 'algemeen' : null
  if (!known.some(({ client }) => client === fact.client)) return 'andereClient'
  return known.some(({ party }) => party === fact.party) ? null : 'andereAanbieder'
}

/** Whether a toewijzing counts on a day (`YYYY-MM-DD`): it was not withdrawn, and is not over. */
export function isActual(toewijzing: HashedFact, day: string): boolean {
  const { fromOn, untilOn, details } = toewijzing
  if (isWithdrawn(toewijzing) || (details.reden === ENDED && fromOn === untilOn)) return false
  return untilOn === null || untilOn >= day
}

const LAST_DAY = '9999-12-31'
type Days = Pick<HashedFact, 'fromOn' | 'untilOn'>

/** Whether two have a day in common; one without an end goes on. */
export const overlap = (one: Days, other: Days): boolean =>
  one.fromOn !== null &&
  other.fromOn !== null &&
  one.fromOn <= (other.untilOn ?? LAST_DAY) &&
  other.fromOn <= (one.untilOn ?? LAST_DAY)
