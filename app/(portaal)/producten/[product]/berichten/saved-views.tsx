import { getTranslations } from 'next-intl/server'
import { Link } from '#/app/_ui/link.tsx'
import { type Filters, listHref, viewsHref } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import type { SavedView } from '#/lib/berichten/views/saved-views.ts'

type SavedViewsProps = {
  readonly product: BerichtProduct
  readonly filters: Filters
  readonly views: readonly SavedView[]
}

/** The own views as links, and the way to keep the filters that are on. */
export async function SavedViews({ product, filters: { client: _nobody, ...filters }, views }: SavedViewsProps) {
  const t = await getTranslations('berichten.views')
  const here = listHref(product, filters)
  const isKept = views.some((view) => listHref(product, view.filters) === here)
  const canKeep = Object.keys(filters).length > 0 && !isKept
  if (views.length === 0 && !canKeep) return null
  return (
    <nav aria-label={t('title')} data-print="no" className="flex flex-wrap items-center gap-x-5 gap-y-1">
      {views.length > 0 ? <span className="text-small text-ink-soft">{t('label')}</span> : null}
      {views.length > 0 ? (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {views.map((view) => {
            const href = listHref(product, view.filters)
            return (
              <li key={view.id} className="min-w-0 wrap-anywhere">
                <Link href={href} aria-current={href === here ? 'page' : undefined}>
                  {view.name}
                </Link>
              </li>
            )
          })}
        </ul>
      ) : null}
      <Link href={viewsHref(product, canKeep ? filters : {})}>{t(canKeep ? 'keep' : 'manage')}</Link>
    </nav>
  )
}
