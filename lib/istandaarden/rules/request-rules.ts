import { breach, each } from '#/lib/istandaarden/rules/rule.ts'

// Rules on requests for a toewijzing (315), requests for a change (317) and the answers to both (319).

/** CD043: number and first day of a beschikking come together. Looks at AangevraagdProduct. */
export const cd043 = each((product) => {
  const number = product.at('BeschikkingNummer')
  const begin = product.at('BeschikkingIngangsdatum')
  if (number !== null && begin === null) return breach(number, 'ontbreekt')
  return number === null && begin !== null ? breach(begin, 'teveel') : null
})

/** Huisarts, jeugdarts, gecertificeerde instelling, medisch specialist. */
const PROFESSIONALS = ['02', '03', '04', '05']

/** CD066: a referrer that has a code has no name. Looks at Verwijzer. */
export const cd066 = each((referrer) => {
  const isKnown = PROFESSIONALS.includes(referrer.text('Type') ?? '') && referrer.has('ZorgverlenerCode')
  const name = referrer.at('Naam')
  return isKnown && name !== null ? breach(name) : null
})

/** CD067: a referrer without a code has a name. Looks at Verwijzer. */
export const cd067 = each((referrer) => {
  const isNameless = !referrer.has('ZorgverlenerCode') && !referrer.has('Naam')
  return isNameless && PROFESSIONALS.includes(referrer.text('Type') ?? '') ? breach(referrer) : null
})

/** CD068: who is no professional has no code of one. Looks at Verwijzer. */
export const cd068 = each((referrer) => {
  const code = referrer.at('ZorgverlenerCode')
  return code !== null && !PROFESSIONALS.includes(referrer.text('Type') ?? '') ? breach(code) : null
})

/** TR352: a change leaves or alters at least one product. Looks at Verzoek. */
export const tr352 = each((request) =>
  request.has('OngewijzigdeProducten') || request.has('TeWijzigenProducten') ? null : breach(request),
)

/** TR353: a change alters or adds at least one product. Looks at Verzoek. */
export const tr353 = each((request) =>
  request.has('TeWijzigenProducten') || request.has('NieuweProducten') ? null : breach(request),
)

/** TR380: a new product is asked for days to come. Looks at its GewensteIngangsdatum. */
export const tr380 = each((date, { dagtekening }) => ((date.date() ?? 0) > dagtekening ? null : breach(date)))

/** CD085: a refusal has a reason. Looks at Antwoord. */
export const cd085 = each((answer) =>
  answer.text('VerzoekAntwoord') === '1' && !answer.has('RedenAfwijzingVerzoek') ? breach(answer) : null,
)

/** CD086: what is still being looked into has no reason for refusal. Looks at Antwoord. */
export const cd086 = each((answer) => {
  const reason = answer.at('RedenAfwijzingVerzoek')
  return reason !== null && answer.text('VerzoekAntwoord') === '2' ? breach(reason) : null
})

const OTHER_GEMEENTE = '8'

/** TR377: a refusal on the woonplaatsbeginsel names the gemeente that it is for. Looks at Antwoord. */
export const tr377 = each((answer) =>
  answer.text('RedenAfwijzingVerzoek') === OTHER_GEMEENTE && !answer.has('Woonplaatsbeginsel') ? breach(answer) : null,
)

/** TR409: any other reason leaves that gemeente out. Looks at Antwoord. */
export const tr409 = each((answer) => {
  const other = answer.at('Woonplaatsbeginsel')
  const reason = answer.text('RedenAfwijzingVerzoek')
  if (other === null || reason === OTHER_GEMEENTE) return null
  // Without any reason the rule speaks of no "other" one: its text fits, the official validation finds nothing.
  return reason === null ? breach(other, 'geenReden', 'waarschuwing') : breach(other)
})
