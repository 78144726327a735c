import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { breach, each } from '#/lib/istandaarden/rules/rule.ts'

// Rules on one product that is assigned, asked for or to be changed: which parts it has, and its dates.

const ENDS = ['Einddatum', 'ToewijzingEinddatum']
const BEGINS = ['Ingangsdatum', 'ToewijzingIngangsdatum', 'GewensteIngangsdatum', 'Begindatum']
const OPEN_END = Number.POSITIVE_INFINITY

/** The last element of these names that is there: each kind of product has its own name for its dates. */
const firstOf = (product: BerichtElement, names: readonly string[]): BerichtElement | null =>
  product.children.find(({ name }) => names.includes(name)) ?? null

/** First and last day of a product as date numbers; without a last day it does not end. */
export const periodOf = (product: BerichtElement) => ({
  begin: firstOf(product, BEGINS)?.date() ?? 0,
  end: firstOf(product, ENDS)?.date() ?? OPEN_END,
})

/** CS003: the end is not before the begin. Looks at whatever has both. */
export const cs003 = each((period) => {
  const { begin, end } = periodOf(period)
  return end < begin ? breach(firstOf(period, ENDS) ?? period) : null
})

/** TR018: a stop does not end before it began. Looks at StopProduct. */
export const tr018 = each((stop) => {
  const end = stop.at('Einddatum')
  return end !== null && (end.date() ?? 0) < (stop.date('Begindatum') ?? 0) ? breach(end) : null
})

/** CD041: a product with a code has an Omvang. */
export const cd041 = each((product) =>
  product.has('Product', 'Code') && !product.has('Omvang') ? breach(product) : null,
)

/** CD075: a product with a Budget has an end. */
export const cd075 = each((product) =>
  product.has('Budget') && firstOf(product, ENDS) === null ? breach(product) : null,
)

/** CD076: a volume per week has an end, so that it can be turned into one per month. */
export const cd076 = each((product) =>
  product.text('Omvang', 'Frequentie') === '2' && firstOf(product, ENDS) === null ? breach(product) : null,
)

/** CD077: no Omvang beside a Budget. */
export const cd077 = each((product) => {
  const scope = product.at('Omvang')
  return scope !== null && product.has('Budget') ? breach(scope) : null
})

/** CD078: no Budget beside an Omvang. */
export const cd078 = each((product) => {
  const budget = product.at('Budget')
  return budget !== null && product.has('Omvang') ? breach(budget) : null
})

/** CD079: what has no Budget names its product. */
export const cd079 = each((product) => (!product.has('Budget') && !product.has('Product') ? breach(product) : null))

/** Until this day the standard let more through. */
const OLD_WAY_UNTIL = 20_201_231

/** CD080 (toewijzing), CD095 (verzoek om toewijzing), CD096 (nieuw product): no Omvang without a product code, after 2020. */
export const cd080 = each((product) => {
  const scope = product.at('Omvang')
  if (scope === null || product.has('Product', 'Code')) return null
  return periodOf(product).end > OLD_WAY_UNTIL ? breach(scope) : null
})

const NOT_PER_DAY = ['14', '16', '83', '84']
const LONGER_THAN_DAY = ['2', '4', '6']

/** CS338 and CS343: etmalen, dagdelen, euros and pieces of effort are not given per day, after 2020. */
export const cs338 = each((product) => {
  const isBound = NOT_PER_DAY.includes(product.text('Omvang', 'Eenheid') ?? '')
  const frequency = product.at('Omvang', 'Frequentie')
  if (!isBound || frequency === null || periodOf(product).end <= OLD_WAY_UNTIL) return null
  return LONGER_THAN_DAY.includes(frequency.value) ? null : breach(frequency)
})

/** CS335: a toewijzing that is deleted ends on the day it begins. */
export const cs335 = each((product) => {
  const { begin, end } = periodOf(product)
  const reason = product.at('RedenWijziging')
  return reason?.value === '13' && begin !== end ? breach(reason) : null
})

/** CS336: RedenWijziging 01 has lapsed. Looks at RedenWijziging. */
export const cs336 = each((reason) => (reason.value === '01' ? breach(reason) : null))

/** CS058: a delivery is new or deleted, never changed. Looks at StatusAanlevering. */
export const cs058 = each((status) => (['1', '3'].includes(status.value) ? null : breach(status)))
