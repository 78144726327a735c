import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { assignedOf, isActual, latest, numberFault, overlap } from '#/lib/berichten/sequence/assigned.ts'
import type { KeptFact } from '#/lib/berichten/sequence/history.ts'
import { BROKEN, type FactRule, type Subject } from '#/lib/berichten/sequence/sequence-rule.ts'

// A request to change toewijzingen (317) against those that were sent. It names all that count, and what becomes of each.

const NAMING = ['ongewijzigd', 'wijziging']
/** Toewijzingen without a product may have no volume from then on (TR375, TR412). */
const OLD_STYLE_UNTIL = '2020-12-31'

/** A rule on a change of a toewijzing that is known. */
const onChange = (isBroken: (change: PlacedFact, toewijzing: KeptFact, subject: Subject) => boolean): FactRule => ({
  kinds: ['wijziging'],
  judge: (change, subject) => {
    const toewijzing = assignedOf(change, subject.history)
    return toewijzing !== null && isBroken(change, toewijzing, subject) ? BROKEN : null
  },
})

/** A number that names no toewijzing of this client and provider, or one that does not count any more. */
function namesNoActual(fact: PlacedFact, { history, dagtekening }: Subject): string | null {
  const fault = numberFault(fact, history)
  if (fault !== null) return fault
  const toewijzing = assignedOf(fact, history)
  if (toewijzing === null || dagtekening === null) return null
  return isActual(toewijzing, dagtekening) ? null : 'voorbij'
}

/** TR349: all toewijzingen of this client at this provider that count are named. */
export const tr349: FactRule = {
  kinds: ['verzoek'],
  judge: (request, { history, facts, dagtekening }) => {
    if (dagtekening === null) return null
    const named = new Set(
      facts.filter(({ kind, client }) => NAMING.includes(kind) && client === request.client).map(({ key }) => key),
    )
    const actual = latest(history.ofClient('toewijzing', request)).filter((one) => isActual(one, dagtekening))
    return actual.some(({ key }) => !named.has(key)) ? BROKEN : null
  },
}

/** TR350: what stays the same is a toewijzing that counts. */
export const tr350: FactRule = { kinds: ['ongewijzigd'], judge: namesNoActual }

/** TR351: so is what is to change. */
export const tr351: FactRule = { kinds: ['wijziging'], judge: namesNoActual }

/** TR357: a change that begins today or before begins with the toewijzing. */
export const tr357 = onChange(
  ({ fromOn }, toewijzing, { dagtekening }) =>
    fromOn !== null && dagtekening !== null && fromOn <= dagtekening && fromOn !== toewijzing.fromOn,
)

type Wanted = Pick<HashedFact, 'fromOn' | 'untilOn' | 'details'>

/** What a part of the request asks for: its own product and days, or those of the toewijzing that it names. */
function wantedOf(fact: PlacedFact, { history }: Subject): Wanted | null {
  if (fact.kind === 'nieuw') return fact
  const toewijzing = assignedOf(fact, history)
  if (toewijzing === null || fact.kind === 'ongewijzigd') return toewijzing
  return { fromOn: fact.fromOn, untilOn: fact.untilOn, details: toewijzing.details }
}

const isSameProduct = ({ details: one }: Wanted, { details: other }: Wanted) =>
  one.categorie !== undefined && one.code !== undefined && one.categorie === other.categorie && one.code === other.code

/** TR361: one product twice only over days that do not overlap; hulpmiddelen may. */
export const tr361: FactRule = {
  kinds: ['nieuw', 'wijziging'],
  judge: (fact, subject) => {
    const wanted = wantedOf(fact, subject)
    if (wanted === null || wanted.details.isHulpmiddel) return null
    const before = subject.facts.slice(0, subject.facts.indexOf(fact))
    const others = before.filter(({ kind, client }) => [...NAMING, 'nieuw'].includes(kind) && client === fact.client)
    return others.some((other) => {
      const asked = wantedOf(other, subject)
      return asked !== null && isSameProduct(wanted, asked) && overlap(wanted, asked)
    })
      ? BROKEN
      : null
  },
}

/** TR373: a change of the budget, or of a volume of the whole period, begins with the toewijzing. */
export const tr373 = onChange(({ fromOn, details }, toewijzing) => {
  const { omvang, budget, isTotaal } = toewijzing.details
  const isOfWhole = isTotaal === true || details.isTotaal === true
  const changes =
    (budget !== undefined && details.budget !== undefined && budget !== details.budget) ||
    (isOfWhole && omvang !== undefined && details.omvang !== undefined && omvang !== details.omvang)
  return changes && fromOn !== toewijzing.fromOn
})

const isNewStyle = ({ untilOn }: HashedFact) => untilOn === null || untilOn > OLD_STYLE_UNTIL

/** TR375: no volume on a toewijzing without product. */
export const tr375 = onChange(
  ({ details }, toewijzing) =>
    details.omvang !== undefined && toewijzing.details.categorie === undefined && isNewStyle(toewijzing),
)

/** TR411: a volume on one with the code of a product. */
export const tr411 = onChange(
  ({ details }, toewijzing) => details.omvang === undefined && toewijzing.details.code !== undefined,
)

/** TR412: no volume on one of a category without code. */
export const tr412 = onChange(
  ({ details }, toewijzing) =>
    details.omvang !== undefined &&
    toewijzing.details.categorie !== undefined &&
    toewijzing.details.code === undefined &&
    isNewStyle(toewijzing),
)
