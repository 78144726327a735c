import { getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { filtersOf, listHref, pageQueryValues } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { FilterChips } from '#/app/(portaal)/producten/[product]/berichten/filter-form.tsx'
import {
  BerichtenBreadcrumb,
  EIGEN_BIJDRAGE_PRODUCT,
  productOf,
} from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { searchClientAction } from '#/app/(portaal)/producten/[product]/berichten/zoeken/actions.ts'
import { ClientSearchForm } from '#/app/(portaal)/producten/[product]/berichten/zoeken/client-search-form.tsx'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { BerichtenPageQuery } from '#/lib/berichten/filter.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  await productOf(params)
  return (await getTranslations('berichten.search'))('title')
})

/** Asks whose berichten are looked for, among those that the filters of the list leave. */
export default definePage(async function SearchPage({ params, searchParams }: PageProps) {
  const product = await productOf(params)
  authoriseProduct(await requireMember('ACTIEF'), 'bericht.read', product)
  const { client: _earlier, ...filters } = filtersOf(BerichtenPageQuery.parse(pageQueryValues(await searchParams)))
  const t = await getTranslations('berichten.search')
  const common = await getTranslations('common')
  const { errors } = (await getMessages()).berichten.search
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={product} last={[{ label: t('title') }]} />} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {product === EIGEN_BIJDRAGE_PRODUCT ? <p className="max-w-text">{t('notEigenBijdrage')}</p> : null}
      <FilterChips product={product} filters={filters} />
      <ClientSearchForm
        action={searchClientAction}
        hidden={{ product, ...filters }}
        backHref={listHref(product, filters)}
        texts={{ bsn: t('bsn'), hint: t('hint'), submit: t('submit'), busy: t('busy'), cancel: common('cancel') }}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
