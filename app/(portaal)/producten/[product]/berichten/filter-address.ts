import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type BerichtenPageQuery, queryValues } from '#/lib/berichten/filter.ts'

export const FILTER_NAMES = ['aandacht', 'richting', 'status', 'soort', 'van', 'tot', 'q', 'client'] as const
export type FilterName = (typeof FILTER_NAMES)[number]
export type Filters = Partial<Record<FilterName, string>>

/** The filters of a page that are on, as they stand in addresses. */
export function filtersOf(query: BerichtenPageQuery): Filters {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = query[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

/** The address of the list with these filters, perhaps at a place in it. */
export function listHref(
  product: BerichtProduct,
  filters: Filters,
  place: { readonly cursor?: string; readonly eerder?: string } = {},
): string {
  const query = new URLSearchParams({ ...filters, ...place }).toString()
  return query === '' ? listPath(product) : `${listPath(product)}?${query}`
}

/** The address of the whole list with these filters as a file. */
export function exportHref(product: BerichtProduct, filters: Filters): string {
  const query = new URLSearchParams(filters).toString()
  return `/api/berichten/${product}/export${query === '' ? '' : `?${query}`}`
}

/** The address of the page that asks for a Bsn, with these filters. */
export function searchHref(product: BerichtProduct, { client: _earlier, ...filters }: Filters): string {
  const query = new URLSearchParams(filters).toString()
  return `${listPath(product)}/zoeken${query === '' ? '' : `?${query}`}`
}

/** The address of the own views, to keep these filters there. */
export function viewsHref(product: BerichtProduct, filters: Filters): string {
  const query = new URLSearchParams(filters).toString()
  return `${listPath(product)}/weergaven${query === '' ? '' : `?${query}`}`
}

/** What Next gives a page as its query, as one value per name. */
export function pageQueryValues(
  search: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) for (const one of [value].flat()) params.append(name, one ?? '')
  return queryValues(params)
}
