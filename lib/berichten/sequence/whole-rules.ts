import { BROKEN, type FactRule, type WholeRule } from '#/lib/berichten/sequence/sequence-rule.ts'

/** TR056: a sender gives each bericht of a kind an identification of its own. A delivery that does not is refused before. */
export const tr056: WholeRule = {
  judgeWhole: ({ direction, isIdentificationUsed }) =>
    direction === 'ONTVANGEN' && isIdentificationUsed ? BROKEN : null,
}

/** TR333: a provider gives each declaratie a number of its own. */
export const tr333: FactRule = {
  kinds: ['declaratie'],
  judge: (fact, { history }) => (history.of('declaratie', fact.key).length > 0 ? BROKEN : null),
}

/** TR337: a 325 answers a declaratie that was received. One that is dated in the portal's time came through the portal. */
export const tr337: WholeRule = {
  judgeWhole: ({ answers, heenDagtekening, history }) =>
    answers === 'unknown' && history.reachesBackTo(heenDagtekening) ? BROKEN : null,
}

/** VECOZO keeps the first 325 on a declaratie and refuses every other (IB019, IB020). */
export const secondAnswer: WholeRule = {
  judgeWhole: ({ direction, answers }) => (direction === 'AANGELEVERD' && answers === 'answered' ? BROKEN : null),
}
