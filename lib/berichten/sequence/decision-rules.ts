import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { isWithdrawn, latest, overlap } from '#/lib/berichten/sequence/assigned.ts'
import { BROKEN, type FactRule, type Subject } from '#/lib/berichten/sequence/sequence-rule.ts'
import { plusMonths } from '#/lib/platform/calendar-day.ts'

// Requests of providers (315, 317) and what a gemeente decides (301, 319).

const REFUSED = '1'
const BEING_LOOKED_INTO = '2'
/** A request is decided within some months; one that was asked longer ago may have come before the portal. */
const DECIDED_WITHIN_MONTHS = 12

/** Whether the portal would know a request if there were one: another one of this client and provider, or a long history. */
const wouldKnowRequest = (fact: PlacedFact, { history, dagtekening }: Subject): boolean =>
  history.ofClient('verzoek', fact).length > 0 ||
  (dagtekening !== null && history.reachesBackTo(plusMonths(dagtekening, -DECIDED_WITHIN_MONTHS)))

const isDecided = (request: string, { history }: Subject): boolean =>
  history.granting(request).length > 0 ||
  history.of('antwoord', request).some(({ details }) => details.antwoord === REFUSED)

/** TR347: a provider gives each request a reference of its own. */
export const tr347: FactRule = {
  kinds: ['verzoek'],
  judge: (fact, { history }) => (history.of('verzoek', fact.key).length > 0 ? BROKEN : null),
}

/** TR374: no new request of this provider for this client while another one is open. */
export const tr374: FactRule = {
  kinds: ['verzoek'],
  judge: (fact, subject) => {
    const others = subject.history.ofClient('verzoek', fact).filter(({ key }) => key !== fact.key)
    return others.some(({ key }) => !isDecided(key, subject)) ? BROKEN : null
  },
}

/** TR355: a 319 answers a request that was made. */
export const tr355: FactRule = {
  kinds: ['antwoord'],
  judge: (fact, subject) => {
    if (subject.history.of('verzoek', fact.key).length > 0) return null
    return wouldKnowRequest(fact, subject) ? BROKEN : null
  },
}

/** TR359: what was granted by a 301 is not answered by a 319 any more. */
export const tr359: FactRule = {
  kinds: ['antwoord'],
  judge: (fact, { history }) => (history.granting(fact.key).length > 0 ? BROKEN : null),
}

/** TR360: that a request is being looked into is said once, and first. */
export const tr360: FactRule = {
  kinds: ['antwoord'],
  judge: (fact, { history }) =>
    fact.details.antwoord === BEING_LOOKED_INTO && history.of('antwoord', fact.key).length > 0 ? BROKEN : null,
}

/** TR365: after a refusal there is no further answer. */
export const tr365: FactRule = {
  kinds: ['antwoord'],
  judge: (fact, { history }) =>
    history.of('antwoord', fact.key).some(({ details }) => details.antwoord === REFUSED) ? BROKEN : null,
}

/** TR332: a ToewijzingNummer belongs to one client at one provider. */
export const tr332: FactRule = {
  kinds: ['toewijzing'],
  judge: (fact, { history }) => {
    const others = history.of('toewijzing', fact.key)
    if (others.some(({ client }) => client !== fact.client)) return 'andereClient'
    return others.some(({ party }) => party !== fact.party) ? 'andereAanbieder' : null
  },
}

/** TR379: a 301 names the request that it grants, the first time, and no other. */
export const tr379: FactRule = {
  kinds: ['toewijzing'],
  judge: (fact, subject) => {
    const { other, key } = fact
    if (other === null) return null
    if (subject.history.granting(other).some((earlier) => earlier.key === key)) return 'herhaald'
    if (subject.history.of('verzoek', other).length > 0) return null
    return wouldKnowRequest(fact, subject) ? BROKEN : null
  },
}

const isSameProduct = ({ details: one }: HashedFact, { details: other }: HashedFact) =>
  one.categorie !== undefined && one.categorie === other.categorie && one.code === other.code

/**
 * OP259: no product twice at one provider over the same days; hulpmiddelen may. What this bericht sends anew counts with its
 * new days, which TR302 compares.
 */
export const op259: FactRule = {
  kinds: ['toewijzing'],
  judge: (fact, { history, facts }) => {
    if (fact.details.isHulpmiddel || isWithdrawn(fact)) return null
    const isHere = (key: string) => facts.some((one) => one.kind === 'toewijzing' && one.key === key)
    const others = latest(history.ofClient('toewijzing', fact)).filter((one) => !isHere(one.key) && !isWithdrawn(one))
    return others.some((other) => isSameProduct(fact, other) && overlap(fact, other)) ? BROKEN : null
  },
}
