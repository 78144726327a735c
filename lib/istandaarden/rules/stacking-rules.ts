import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { periodOf } from '#/lib/istandaarden/rules/product-rules.ts'
import { breach, type Ernst, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// TR302, TR386 and TR410: the same product may be there more than once only in periods that do not overlap.

/** A product with its period. Without category it is any product, without code any of its category. */
type Stacked = {
  readonly element: BerichtElement
  readonly category: string | null
  readonly code: string | null
  readonly begin: number
  readonly end: number
}

/** Periods of which can be asked whether one of them, not the asker's own, shares a day with a period. */
class Periods {
  readonly #sorted: readonly Stacked[]
  /** For each place the latest end up to there, whose it is, and the latest end of all others up to there. */
  readonly #latest: { readonly owner: Stacked; readonly end: number; readonly otherEnd: number }[] = []

  constructor(products: readonly Stacked[]) {
    this.#sorted = products.toSorted((one, other) => one.begin - other.begin)
    for (const product of this.#sorted) {
      const last = this.#latest.at(-1)
      if (last === undefined)
        this.#latest.push({ owner: product, end: product.end, otherEnd: Number.NEGATIVE_INFINITY })
      else if (product.end > last.end) this.#latest.push({ owner: product, end: product.end, otherEnd: last.end })
      else this.#latest.push({ ...last, otherEnd: Math.max(last.otherEnd, product.end) })
    }
  }

  /** The first and last day count: two periods that share one day overlap. */
  overlaps(asker: Stacked): boolean {
    const latest = this.#latest[this.#begunBy(asker.end) - 1]
    if (latest === undefined) return false
    return (latest.owner === asker ? latest.otherEnd : latest.end) >= asker.begin
  }

  /** How many begin on this day or before it. */
  #begunBy(day: number): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle]?.begin ?? 0) <= day) low = middle + 1
      else high = middle
    }
    return low
  }
}

function grouped(products: readonly Stacked[], keyOf: (product: Stacked) => string): ReadonlyMap<string, Periods> {
  const groups = Map.groupBy(products, keyOf)
  return new Map([...groups].map(([key, group]) => [key, new Periods(group)]))
}

const productKey = ({ category, code }: Stacked) => `${category} ${code}`

/**
 * The products that clash with another one. Compared are groups and not pairs, because a bericht can hold so many that
 * pairs would take minutes.
 */
function clashing(products: readonly Stacked[]): ReadonlySet<Stacked> {
  const everything = new Periods(products)
  const anyProduct = new Periods(products.filter(({ category }) => category === null))
  const named = products.filter(({ category }) => category !== null)
  const byCategory = grouped(named, ({ category }) => category ?? '')
  const byCategoryOnly = grouped(
    named.filter(({ code }) => code === null),
    ({ category }) => category ?? '',
  )
  const byProduct = grouped(
    named.filter(({ code }) => code !== null),
    productKey,
  )
  const clashes = (product: Stacked) => {
    if (product.category === null) return everything.overlaps(product)
    if (anyProduct.overlaps(product)) return true
    if (product.code === null) return byCategory.get(product.category)?.overlaps(product)
    return (
      byCategoryOnly.get(product.category)?.overlaps(product) || byProduct.get(productKey(product))?.overlaps(product)
    )
  }
  return new Set(products.filter(clashes))
}

/** A toewijzing that is deleted, or was corrected away, ends on the day it begins and takes part no more. */
function isWithdrawn(product: BerichtElement): boolean {
  const { begin, end } = periodOf(product)
  return ['13', '01'].includes(product.text('RedenWijziging') ?? '') && begin === end
}

/** Categories that may overlap. `ernst`: the text of the rule does not let them, and then it is no more than this. */
export type StackingOptions = { readonly free: readonly string[]; readonly ernst?: Ernst }

/** No stacking of products. Looks at each product. */
export const noStacking =
  ({ free, ernst }: StackingOptions): RuleCheck =>
  (found) => {
    const products: Stacked[] = []
    return {
      see: (element) => {
        if (isWithdrawn(element)) return
        const category = element.text('Product', 'Categorie')
        products.push({ element, category, code: element.text('Product', 'Code'), ...periodOf(element) })
      },
      finish: () => {
        const bound = products.filter(({ category }) => category === null || !free.includes(category))
        const broken = clashing(bound)
        for (const { element } of broken) found(breach(element))
        if (ernst === undefined) return
        const all = clashing(products)
        for (const product of all) if (!broken.has(product)) found(breach(product.element, 'hulpmiddel', ernst))
      },
    }
  }
