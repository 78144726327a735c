import { getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { listHref, pageQueryValues } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { filterWords } from '#/app/(portaal)/producten/[product]/berichten/filter-form.tsx'
import { BerichtenBreadcrumb, productOf } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { removeViewAction, saveViewAction } from '#/app/(portaal)/producten/[product]/berichten/weergaven/actions.ts'
import { SaveViewForm } from '#/app/(portaal)/producten/[product]/berichten/weergaven/save-view-form.tsx'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { keptFilters, listViews, type SavedView, type ViewFilters } from '#/lib/berichten/views/saved-views.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  await productOf(params)
  return (await getTranslations('berichten.views'))('title')
})

async function SavePanel({ product, filters }: { product: BerichtProduct; filters: ViewFilters }) {
  const t = await getTranslations('berichten.views')
  const common = await getTranslations('common')
  const { errors } = (await getMessages()).berichten.views
  return (
    <Panel title={t('saveTitle')} marked>
      <p>{t('saveText', { filters: (await filterWords(product, filters)).join(', ') })}</p>
      <SaveViewForm
        action={saveViewAction}
        product={product}
        filters={new URLSearchParams(filters).toString()}
        backHref={listHref(product, filters)}
        texts={{
          name: t('name'),
          nameHint: t('nameHint'),
          submit: t('submit'),
          busy: t('busy'),
          cancel: common('cancel'),
        }}
        formTexts={await formTexts(errors)}
      />
    </Panel>
  )
}

type ListProps = { readonly product: BerichtProduct; readonly views: readonly SavedView[] }

async function ViewList({ product, views }: ListProps) {
  const t = await getTranslations('berichten.views')
  const { errors } = (await getMessages()).berichten.views
  const texts = { ...(await formTexts(errors)), busy: t('removing') }
  const rows = await Promise.all(
    views.map(async (view) => ({ ...view, words: (await filterWords(product, view.filters)).join(', ') })),
  )
  return (
    <Panel title={t('listTitle')}>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map(({ id, name, filters, words }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <span className="flex min-w-0 flex-col wrap-anywhere">
              <Link href={listHref(product, filters)}>{name}</Link>
              <span className="text-small text-ink-soft">{words}</span>
            </span>
            <ActButton
              action={removeViewAction}
              fields={{ product, id }}
              look="quiet"
              text={t('remove')}
              about={name}
              idSuffix={id}
              texts={texts}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The own views of the list of berichten: keeping the filters that are on, opening one, and forgetting it. */
export default definePage(async function ViewsPage({ params, searchParams }: PageProps) {
  const product = await productOf(params)
  const actor = await requireMember('ACTIEF')
  const given = pageQueryValues(await searchParams)
  const filters = keptFilters(given)
  const views = await listViews(actor, product)
  const t = await getTranslations('berichten.views')
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={product} last={[{ label: t('title') }]} />} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {given.gedaan === 'verwijderd' ? <Banner tone="ok" title={t('removed')} announce /> : null}
      {Object.keys(filters).length > 0 ? <SavePanel product={product} filters={filters} /> : null}
      {views.length > 0 ? (
        <ViewList product={product} views={views} />
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
    </>
  )
})
