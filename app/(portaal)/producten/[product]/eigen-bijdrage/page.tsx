import { getLocale, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { FigureChips } from '#/app/_ui/figure-chips.tsx'
import { Link, PlainLink } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { RadioGroup } from '#/app/_ui/radio-group.tsx'
import { BerichtenTable } from '#/app/(portaal)/producten/[product]/berichten/berichten-table.tsx'
import { Delivery } from '#/app/(portaal)/producten/[product]/berichten/delivery.tsx'
import { listHref, pageQueryValues } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { LiveUpdates } from '#/app/(portaal)/producten/[product]/berichten/live-updates.tsx'
import {
  BerichtenBreadcrumb,
  EIGEN_BIJDRAGE_PATH,
  EIGEN_BIJDRAGE_PRODUCT,
  ProductTabs,
  productOf,
} from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { Selection } from '#/app/(portaal)/producten/[product]/berichten/selection.tsx'
import { CHECKS_ID, ChecksPanel } from '#/app/(portaal)/producten/[product]/eigen-bijdrage/checks-panel.tsx'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { CHOSEN_SOORT } from '#/lib/berichten/chosen-soort.ts'
import { countText } from '#/lib/berichten/counted.ts'
import { type EigenBijdragePage, listEigenBijdrage } from '#/lib/berichten/eigen-bijdrage/list-eigen-bijdrage.ts'
import { SHOWN, type Shown } from '#/lib/berichten/eigen-bijdrage/shown.ts'
import { DEFAULT_LIMIT, EigenBijdrageQuery } from '#/lib/berichten/filter.ts'
import { EVENTS_ADDRESS } from '#/lib/berichten/live/events-address.ts'
import { DELIVERABLE_EIGEN_BIJDRAGE } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Only the Wmo has an eigen bijdrage; at every other product the page does not exist. */
async function ownProduct(params: PageProps['params']) {
  const product = await productOf(params)
  if (product !== EIGEN_BIJDRAGE_PRODUCT) throw new NotFoundError('product')
  return product
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  const t = await getTranslations('berichten.eigenBijdrage')
  return t('pageTitle', { product: PRODUCT_NAMES[await ownProduct(params)] })
})

type Place = { readonly cursor?: string; readonly eerder?: string }

function hrefOf(shown: Shown, place: Place = {}): string {
  const query = new URLSearchParams({ ...(shown === 'alles' ? {} : { toon: shown }), ...place }).toString()
  return query === '' ? EIGEN_BIJDRAGE_PATH : `${EIGEN_BIJDRAGE_PATH}?${query}`
}

/** What bare files are: they do not say so themselves. */
async function KindChoice() {
  const t = await getTranslations('berichten.eigenBijdrage.choice')
  return (
    <RadioGroup
      name={CHOSEN_SOORT}
      legend={t('legend')}
      hint={t('hint')}
      defaultValue=""
      options={[
        { value: '', label: t('enveloped'), note: t('envelopedNote') },
        ...DELIVERABLE_EIGEN_BIJDRAGE.map((soort) => ({ value: soort, label: t(soort), note: t('bareNote') })),
      ]}
    />
  )
}

async function Choices({ shown, counts }: { shown: Shown; counts: EigenBijdragePage['counts'] }) {
  const t = await getTranslations('berichten.eigenBijdrage')
  const locale = localeFrom(await getLocale())
  const chips = SHOWN.map((one) => ({
    key: one,
    count: counts[one],
    figure: countText(counts[one], locale),
    label: t(`shown.${one}`),
    href: hrefOf(one),
    current: one === shown,
  }))
  return <FigureChips label={t('shownLabel')} chips={chips} />
}

async function NothingHere({ isEmpty }: { isEmpty: boolean }) {
  const t = await getTranslations('berichten.eigenBijdrage')
  if (isEmpty) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  return (
    <EmptyState
      title={t('nothing')}
      action={
        <ButtonLink href={EIGEN_BIJDRAGE_PATH} look="secondary">
          {t('all')}
        </ButtonLink>
      }
    >
      {t('nothingText')}
    </EmptyState>
  )
}

/** What goes to the CAK about the eigen bijdrage and what comes back, and what of it the portal checks. */
export default definePage(async function EigenBijdragePage({ params, searchParams }: PageProps) {
  const product = await ownProduct(params)
  const actor = await requireMember('ACTIEF')
  const { toon, cursor, eerder } = EigenBijdrageQuery.parse(pageQueryValues(await searchParams))
  const newerThan = cursor ? undefined : eerder
  const { page, counts } = await listEigenBijdrage(actor, {
    shown: toon,
    olderThan: cursor,
    newerThan,
    limit: DEFAULT_LIMIT,
  })
  const t = await getTranslations('berichten.eigenBijdrage')
  const common = await getTranslations('common.pagination')
  const berichten = await getTranslations('berichten')
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={product} last={[{ label: t('title') }]} />} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <ProductTabs actor={actor} product={product} current="eigenBijdrage" />
      <p className="max-w-text">
        {t('checks.short')} <PlainLink href={`#${CHECKS_ID}`}>{t('checks.more')}</PlainLink>
      </p>
      <Delivery product={product} choice={<KindChoice />} />
      <LiveUpdates address={EVENTS_ADDRESS} product={product} text={berichten('list.updated')} />
      <section aria-label={t('list')} className="flex flex-col gap-4">
        <Choices shown={toon} counts={counts} />
        {page.items.length > 0 ? (
          <>
            <BerichtenTable items={page.items} withFiles caption={t('list')} />
            <Selection actor={actor} product={product} items={page.items} />
          </>
        ) : (
          <NothingHere isEmpty={counts.alles === 0} />
        )}
        <p>
          <Link href={listHref(product, { soort: 'WMO405' })}>{t('everywhere')}</Link>
        </p>
        <Pagination
          label={common('label')}
          newer={{ href: page.newer && hrefOf(toon, { eerder: page.newer }), text: common('newer') }}
          older={{ href: page.older && hrefOf(toon, { cursor: page.older }), text: common('older') }}
        />
      </section>
      <ChecksPanel />
    </>
  )
})
