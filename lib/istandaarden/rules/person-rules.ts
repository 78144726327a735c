import { passesElevenProof } from '#/lib/istandaarden/bsn.ts'
import { YEAR } from '#/lib/istandaarden/rules/date-number.ts'
import { breach, each, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules on the person a bericht is about, and on who stands around that person.

const UNKNOWN_DATE = 19_000_101
const OLDEST = 120 * YEAR

/** TR002: nobody is older than 120 years, unless the date of birth is wholly unknown. Looks at Geboortedatum. */
export const tr002 = each((birth, { dagtekening }) => {
  const date = birth.date('Datum') ?? dagtekening
  if (birth.text('DatumGebruik') === '3' && date === UNKNOWN_DATE) return null
  return date + OLDEST < dagtekening ? breach(birth.at('Datum') ?? birth) : null
})

/** CS139: what DatumGebruik calls unknown is filled with 01, or 1900 for the year. Looks at Geboortedatum. */
export const cs139 = each((birth) => {
  const use = birth.text('DatumGebruik')
  const date = birth.date('Datum') ?? UNKNOWN_DATE
  const broken = () => birth.at('DatumGebruik') ?? birth
  if (use === '1' && date % 100 !== 1) return breach(broken(), 'dag')
  if (use === '2' && date % YEAR !== 101) return breach(broken(), 'dagEnMaand')
  if (use === '3' && date !== UNKNOWN_DATE) return breach(broken(), 'geheel')
  return null
})

/** CS002: a Bsn passes the 11-proof. Looks at Bsn. */
export const cs002 = each((bsn) => (passesElevenProof(bsn.value) ? null : breach(bsn)))

/** CS050: NaamGebruik fits the names that are there. `alone` is what may stand without Partnernaam. Looks at Naam. */
export const cs050 = (alone: readonly string[]): RuleCheck =>
  each((name) => {
    const use = name.text('NaamGebruik') ?? ''
    const hasPartner = name.has('Partnernaam')
    const isRight = hasPartner ? ['1', '2', '3', '4'].includes(use) : alone.includes(use)
    return isRight ? null : breach(name.at('NaamGebruik') ?? name, hasPartner ? 'metPartnernaam' : 'zonderPartnernaam')
  })

/** CS318: a client is a natural person. Looks at Naam of Client. */
export const cs318 = each((name) => (name.text('NaamGebruik') === '6' ? breach(name.at('NaamGebruik') ?? name) : null))

/** TR134: the date is not after Dagtekening. Looks at the date. */
export const tr134 = each((date, { dagtekening }) => ((date.date() ?? 0) > dagtekening ? breach(date) : null))
