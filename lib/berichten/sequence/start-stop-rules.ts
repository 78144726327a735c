import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { BROKEN, type FactRule, type Subject } from '#/lib/berichten/sequence/sequence-rule.ts'
import { plusMonths } from '#/lib/platform/calendar-day.ts'

// Starts and stops of care (305, 307) against the toewijzingen, starts and stops that came before. A provider corrects by
// deleting (StatusAanlevering 3) and sending anew, also in one bericht (IV008): what this bericht deletes is gone first.

const DELETED = '3'
const TEMPORARY = '20'
/** A toewijzing is sent at most so long before the care begins that it is about. */
const ASSIGNED_AHEAD_MONTHS = 12

const isDeletion = ({ details }: HashedFact) => details.status === DELETED

/** The same start, or a stop on it: number (or product) and Begindatum. */
const isOnSameStart = (one: HashedFact, other: HashedFact) =>
  one.key === other.key && one.client === other.client && one.fromOn === other.fromOn

/** The same by the whole logical key: of a stop reason and last day belong to it. */
const isSame = (one: HashedFact, other: HashedFact) =>
  one.kind === other.kind &&
  isOnSameStart(one, other) &&
  (one.kind === 'start' || (one.untilOn === other.untilOn && one.details.reden === other.details.reden))

/** Facts of that kind under the number of a fact, of its client, that were not deleted since. */
function existing(kind: 'start' | 'stop', fact: PlacedFact, { history, facts }: Subject): readonly HashedFact[] {
  const told = history.of(kind, fact.key).filter(({ client }) => client === fact.client)
  const deletions = facts.filter((one) => one !== fact && one.kind === kind && isDeletion(one))
  return told.filter(
    (one, index) =>
      !isDeletion(one) &&
      !told.slice(index + 1).some((later) => isDeletion(later) && isSame(one, later)) &&
      !deletions.some((deletion) => isSame(one, deletion)),
  )
}

const stopsOn = (fact: PlacedFact, subject: Subject) =>
  existing('stop', fact, subject).filter((stop) => isOnSameStart(stop, fact) && !isSame(stop, fact))

function judgeToewijzing(fact: PlacedFact, { history }: Subject): string | null {
  // Task-based care has no toewijzing.
  if (isDeletion(fact) || !fact.hasNumber) return null
  const known = history.of('toewijzing', fact.key)
  if (known.length > 0) {
    if (!known.some(({ client }) => client === fact.client)) return 'andereClient'
    return known.some(({ party }) => party === fact.party) ? null : 'andereAanbieder'
  }
  // Each 301 repeats all that stands for this client at this provider (OP087): whoever got one got them all.
  const wouldBeKnown =
    history.ofClient('toewijzing', fact).length > 0 ||
    (fact.fromOn !== null && history.reachesBackTo(plusMonths(fact.fromOn, -ASSIGNED_AHEAD_MONTHS)))
  return wouldBeKnown ? BROKEN : null
}

/** TR019: a start or stop names a toewijzing that was sent. */
export const tr019: FactRule = { kinds: ['start', 'stop'], judge: judgeToewijzing }

/** TR063: only what was sent can be deleted. It was sent on or after the day that it names (TR134). */
export const tr063: FactRule = {
  kinds: ['start', 'stop'],
  judge: (fact, subject) => {
    if (!isDeletion(fact) || fact.kind === 'toewijzing') return null
    const kind = fact.kind === 'stop' ? 'stop' : 'start'
    if (existing(kind, fact, subject).some((one) => isSame(one, fact))) return null
    return subject.history.reachesBackTo(fact.kind === 'stop' ? fact.untilOn : fact.fromOn) ? BROKEN : null
  },
}

/** TR071: a start that was stopped is not deleted. */
export const tr071: FactRule = {
  kinds: ['start'],
  judge: (fact, subject) => (isDeletion(fact) && stopsOn(fact, subject).length > 0 ? BROKEN : null),
}

/** TR074: what is new was not sent before. */
export const tr074: FactRule = {
  kinds: ['start', 'stop'],
  judge: (fact, subject) => {
    if (fact.details.status !== '1') return null
    const kind = fact.kind === 'stop' ? 'stop' : 'start'
    return existing(kind, fact, subject).some((one) => isSame(one, fact)) ? BROKEN : null
  },
}

/** TR326: care that runs is not started again. */
export const tr326: FactRule = {
  kinds: ['start'],
  judge: (fact, subject) => {
    if (isDeletion(fact)) return null
    const stops = existing('stop', fact, subject)
    const running = existing('start', fact, subject).filter(
      (start) => start.fromOn !== fact.fromOn && !stops.some((stop) => isOnSameStart(stop, start)),
    )
    return running.length > 0 ? BROKEN : null
  },
}

/** TR382: a stop repeats the key of its start. Without any start of it here, its start came before the portal did. */
export const tr382: FactRule = {
  kinds: ['stop'],
  judge: (fact, subject) => {
    if (isDeletion(fact)) return null
    const starts = existing('start', fact, subject)
    return starts.length > 0 && !starts.some(({ fromOn }) => fromOn === fact.fromOn) ? BROKEN : null
  },
}

/** TR413: after a temporary stop only another kind of stop follows on the same start. */
export const tr413: FactRule = {
  kinds: ['stop'],
  judge: (fact, subject) => {
    if (isDeletion(fact) || fact.details.reden !== TEMPORARY) return null
    return stopsOn(fact, subject).some(({ details }) => details.reden === TEMPORARY) ? BROKEN : null
  },
}

/** TR414: a further stop does not end earlier than the one before it. */
export const tr414: FactRule = {
  kinds: ['stop'],
  judge: (fact, subject) => {
    const { untilOn } = fact
    if (isDeletion(fact) || untilOn === null) return null
    return stopsOn(fact, subject).some((stop) => stop.untilOn !== null && untilOn < stop.untilOn) ? BROKEN : null
  },
}

/** TR415: after a definitive stop nothing stops any more. */
export const tr415: FactRule = {
  kinds: ['stop'],
  judge: (fact, subject) => {
    if (isDeletion(fact)) return null
    return stopsOn(fact, subject).some(({ details }) => details.reden !== TEMPORARY) ? BROKEN : null
  },
}
