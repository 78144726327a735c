import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { Link, PlainLink } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { AttentionChips } from '#/app/(portaal)/producten/[product]/berichten/attention-chips.tsx'
import { BerichtenTable } from '#/app/(portaal)/producten/[product]/berichten/berichten-table.tsx'
import { Delivery } from '#/app/(portaal)/producten/[product]/berichten/delivery.tsx'
import { FetchAll } from '#/app/(portaal)/producten/[product]/berichten/fetch-all.tsx'
import {
  exportHref,
  filtersOf,
  listHref,
  pageQueryValues,
  searchHref,
} from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { FilterChips, FilterForm } from '#/app/(portaal)/producten/[product]/berichten/filter-form.tsx'
import { LiveUpdates } from '#/app/(portaal)/producten/[product]/berichten/live-updates.tsx'
import {
  BerichtenBreadcrumb,
  listPath,
  ProductTabs,
  productOf,
} from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { SavedViews } from '#/app/(portaal)/producten/[product]/berichten/saved-views.tsx'
import { Selection } from '#/app/(portaal)/producten/[product]/berichten/selection.tsx'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { readAttention } from '#/lib/berichten/attention.ts'
import { BerichtenPageQuery, DEFAULT_LIMIT } from '#/lib/berichten/filter.ts'
import { type BerichtenCount, listCounted } from '#/lib/berichten/list-berichten.ts'
import { EVENTS_ADDRESS } from '#/lib/berichten/live/events-address.ts'
import { openClientSearch } from '#/lib/berichten/search/search-client.ts'
import { MOST_SELECTED } from '#/lib/berichten/selection/most-selected.ts'
import { listViews } from '#/lib/berichten/views/saved-views.ts'
import { readInactiveSoorten } from '#/lib/settings/inactive-soorten.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  const t = await getTranslations('berichten')
  return t('title', { product: PRODUCT_NAMES[await productOf(params)] })
})

async function NothingHere({ count, first }: { count: BerichtenCount; first: string }) {
  const t = await getTranslations('berichten')
  if (count.isEmpty) return <EmptyState title={t('empty.nothing')}>{t('empty.nothingText')}</EmptyState>
  const isPastEnd = count.found > 0
  return (
    <EmptyState
      title={t(isPastEnd ? 'empty.end' : 'empty.filtered')}
      action={
        <ButtonLink href={first} look="secondary">
          {t(isPastEnd ? 'empty.first' : 'filter.clear')}
        </ButtonLink>
      }
    >
      {t(isPastEnd ? 'empty.endText' : 'empty.filteredText')}
    </EmptyState>
  )
}

/** Delivering berichten of a product, and the list of what was delivered and received. */
export default definePage(async function BerichtenPage({ params, searchParams }: PageProps) {
  const product = await productOf(params)
  const actor = await requireMember('ACTIEF')
  const given = await searchParams
  const query = BerichtenPageQuery.parse(pageQueryValues(given))
  const opened = await openClientSearch(actor, product, query)
  // All berichten in the place of those about one person: that must not pass for an answer.
  if (opened === null) redirect(`${listPath(product)}?zoeken=verlopen`)
  const { cursor, eerder, ...filter } = opened
  const input = { product, ...filter, olderThan: cursor, newerThan: cursor ? undefined : eerder, limit: DEFAULT_LIMIT }
  const [{ page, count }, attention, views, inactive] = await Promise.all([
    listCounted(actor, input),
    readAttention(actor, product),
    listViews(actor, product),
    readInactiveSoorten(actor, product),
  ])
  const filters = filtersOf(query)
  const t = await getTranslations('berichten')
  const common = await getTranslations('common.pagination')
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={product} last={[]} />}>
        {t('title', { product: PRODUCT_NAMES[product] })}
      </PageHeading>
      <ProductTabs actor={actor} product={product} current="berichten" />
      {count.isEmpty ? null : <AttentionChips product={product} attention={attention} filters={filters} />}
      {given.selectie === 'leeg' ? <Banner tone="warn" title={t('selection.nothing')} announce /> : null}
      {given.selectie === 'teveel' ? (
        <Banner tone="warn" title={t('selection.tooMany', { most: String(MOST_SELECTED) })} announce />
      ) : null}
      {given.zoeken === 'verlopen' ? (
        <Banner tone="warn" title={t('search.expired')} announce>
          {t('search.expiredText')}
        </Banner>
      ) : null}
      <Delivery product={product} />
      {inactive.length > 0 ? (
        <Banner tone="info" title={t('delivery.inactive', { soorten: inactive.join(', ') })}>
          {t('delivery.inactiveText')}
        </Banner>
      ) : null}
      <LiveUpdates address={EVENTS_ADDRESS} product={product} text={t('list.updated')} />
      <section aria-label={t('list.title')} className="flex flex-col gap-4">
        <FilterForm product={product} filters={filters} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link href={searchHref(product, filters)}>{t('search.title')}</Link>
          <SavedViews product={product} filters={filters} views={views} />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <p className="font-semibold">
            {count.isMore ? t('list.countMore', { count: count.found }) : t('list.count', { count: count.found })}
          </p>
          <FilterChips product={product} filters={filters} />
        </div>
        {page.items.length > 0 ? (
          <>
            <BerichtenTable items={page.items} withFiles={filters.q !== undefined} />
            <Selection actor={actor} product={product} items={page.items} />
          </>
        ) : (
          <NothingHere count={count} first={count.found > 0 ? listHref(product, filters) : listPath(product)} />
        )}
        {page.items.length > 0 ? (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <FetchAll product={product} filters={filters} count={count} shown={page.items.length} />
            <PlainLink href={exportHref(product, filters)}>{t('export.link')}</PlainLink>
          </div>
        ) : null}
        <Pagination
          label={common('label')}
          newer={{ href: page.newer && listHref(product, filters, { eerder: page.newer }), text: common('newer') }}
          older={{ href: page.older && listHref(product, filters, { cursor: page.older }), text: common('older') }}
        />
      </section>
    </>
  )
})
