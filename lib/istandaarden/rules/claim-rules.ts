import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { lastDayOfMonth, monthOf, YEAR } from '#/lib/istandaarden/rules/date-number.ts'
import { breach, each, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules on declaraties (323) and the answers to them (325). Amounts are in eurocents.

/** TR137: a period does not end before it begins, nor after Dagtekening. Looks at the period. */
export const tr137 = each((period, { dagtekening }) => {
  const end = period.date('Einddatum') ?? 0
  const broken = period.at('Einddatum') ?? period
  if (end < (period.date('Begindatum') ?? 0)) return breach(broken, 'voorBegin')
  return end > dagtekening ? breach(broken, 'naDagtekening') : null
})

/** TR319: a line is about the period of the declaratie or an earlier one. Looks at ProductPeriode. */
export const tr319 = each((period) => {
  const last = period.around('Declaratie')?.date('DeclaratiePeriode', 'Einddatum') ?? Number.POSITIVE_INFINITY
  const isLater = (period.date('Begindatum') ?? 0) > last || (period.date('Einddatum') ?? 0) > last
  return isLater ? breach(period) : null
})

/** TR335: a line is claimed within five years. Looks at ProductPeriode. */
export const tr335 = each((period) => {
  const claimed = period.around('Declaratie')?.date('DeclaratieDagtekening') ?? 0
  return (period.date('Einddatum') ?? 0) + 5 * YEAR < claimed ? breach(period.at('Einddatum') ?? period) : null
})

/** CD060: a credit line names the line it credits, a debit line none. Looks at Prestatie. */
export const cd060 = each((line) => {
  const isCredit = line.text('IngediendBedrag', 'DebetCredit') === 'C'
  const earlier = line.at('ProductReferentie', 'VorigReferentieNummer')
  if (isCredit && earlier === null) return breach(line.at('ProductReferentie') ?? line, 'ontbreekt')
  return !isCredit && earlier !== null ? breach(earlier, 'teveel') : null
})

const EUROS = '83'

/** CD087: a line has a price, unless its unit is euros. Looks at Prestatie. */
export const cd087 = each((line) => {
  const isInEuros = line.text('Eenheid') === EUROS
  const price = line.at('ProductTarief')
  if (!isInEuros && price === null) return breach(line, 'ontbreekt')
  return isInEuros && price !== null ? breach(price, 'teveel') : null
})

/** CS339: in euros the volume is the amount. Looks at Prestatie. */
export const cs339 = each((line) => {
  const isSame = line.number('IngediendBedrag', 'Bedrag') === line.number('GeleverdVolume')
  return line.text('Eenheid') === EUROS && !isSame ? breach(line.at('IngediendBedrag', 'Bedrag') ?? line) : null
})

const FIRST_DAY = 20_210_101

/** CS100: declaraties of before 2021 went another road. Looks at the period. */
export const cs100 = each((period) =>
  (period.date('Begindatum') ?? FIRST_DAY) < FIRST_DAY ? breach(period.at('Begindatum') ?? period) : null,
)

/** CS337: a line stays within a month. Looks at ProductPeriode. */
export const cs337 = each((period) => {
  const [begin, end] = [period.date('Begindatum') ?? 0, period.date('Einddatum') ?? 0]
  return monthOf(begin) === monthOf(end) ? null : breach(period)
})

/** CS340: a declaratie is about one whole month. Looks at DeclaratiePeriode. */
export const cs340 = each((period) => {
  const [begin, end] = [period.date('Begindatum') ?? 0, period.date('Einddatum') ?? 0]
  return begin % 100 === 1 && end === lastDayOfMonth(begin) ? null : breach(period)
})

const amountIn = (money: BerichtElement) => money.at('Bedrag') ?? money.at('TotaalBedrag')

/** CS325: nothing is a debit. Looks at what holds an amount with DebetCredit. */
export const cs325 = each((money) => {
  const isCredit = money.text('DebetCredit') === 'C'
  return isCredit && amountIn(money)?.number() === 0 ? breach(money.at('DebetCredit') ?? money) : null
})

/** An amount with its sign: credit counts down. */
const signed = (money: BerichtElement | null): number => {
  const amount = (money && amountIn(money)?.number()) ?? 0
  return money?.text('DebetCredit') === 'C' ? -amount : amount
}

/** TR358: the total is the sum of the lines. Looks at Prestatie, and then Declaratie. */
export const tr358: RuleCheck = (found) => {
  let sum = 0
  return {
    see: (element) => {
      if (element.name === 'Prestatie') {
        sum += signed(element.at('IngediendBedrag'))
        return
      }
      const total = element.at('TotaalIngediendBedrag')
      if (signed(total) !== sum) found(breach(total ?? element))
      sum = 0
    },
  }
}

/** Of the codes on the answer as a whole these two refuse nothing: looked at, and granted. */
const NO_REFUSAL = ['0200', '8001']

/**
 * TR342: an answer lists what it refuses, and grants the rest; when it refuses the whole it grants and lists nothing.
 * Looks at Prestatie and at RetourCode of the answer as a whole, and then at DeclaratieAntwoord.
 */
export const tr342: RuleCheck = (found) => {
  let lines = 0
  let refused = 0
  let isRefused = false
  return {
    see: (element) => {
      if (element.name === 'Prestatie') {
        lines++
        refused += signed(element.at('IngediendBedrag'))
      } else if (element.name === 'RetourCode') isRefused ||= !NO_REFUSAL.includes(element.value)
      else {
        const [submitted, granted] = [element.at('TotaalIngediendBedrag'), element.at('TotaalToegekendBedrag')]
        const at = granted ?? element
        if (!isRefused) {
          if (signed(submitted) - signed(granted) !== refused) found(breach(at, 'som'))
        } else if (signed(granted) !== 0) found(breach(at, 'toegekend'))
        else if (lines > 0) found(breach(element.at('Clienten') ?? element, 'regels'))
      }
    },
  }
}
