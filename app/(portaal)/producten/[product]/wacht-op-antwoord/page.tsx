import { getLocale, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { FigureChips } from '#/app/_ui/figure-chips.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { pageQueryValues } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import {
  BerichtenBreadcrumb,
  ProductTabs,
  productOf,
  waitingPath,
} from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { WaitingTable } from '#/app/(portaal)/producten/[product]/wacht-op-antwoord/waiting-table.tsx'
import { type BerichtProduct, PRODUCT_NAMES } from '#/lib/access/products.ts'
import { countText } from '#/lib/berichten/counted.ts'
import { listWaiting, type WaitingPage } from '#/lib/berichten/waiting/list-waiting.ts'
import { OWED_BY, type OwedBy, WaitingQuery } from '#/lib/berichten/waiting/waiting-query.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

const ROWS = 50

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  const t = await getTranslations('berichten.waiting')
  return t('pageTitle', { product: PRODUCT_NAMES[await productOf(params)] })
})

type Choice = { readonly owedBy: OwedBy; readonly onlyLate: boolean }

function hrefOf(product: BerichtProduct, { owedBy, onlyLate }: Choice, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(owedBy === 'ons' ? {} : { wie: owedBy }),
    ...(onlyLate ? { telaat: 'ja' } : {}),
    ...(after === null ? {} : { na: after }),
  }).toString()
  return query === '' ? waitingPath(product) : `${waitingPath(product)}?${query}`
}

type ChoicesProps = {
  readonly product: BerichtProduct
  readonly chosen: Choice
  readonly counts: WaitingPage['counts']
}

/** What one may look at: who owes the answer, and of that what is late. */
async function Choices({ product, chosen, counts }: ChoicesProps) {
  const t = await getTranslations('berichten.waiting')
  const locale = localeFrom(await getLocale())
  const chips = OWED_BY.flatMap((owedBy) =>
    ([false, true] as const).map((onlyLate) => {
      const count = onlyLate ? counts[owedBy].late : counts[owedBy].all
      return {
        key: `${owedBy}${onlyLate}`,
        count,
        figure: countText(count, locale),
        label: t(onlyLate ? `late.${owedBy}` : `all.${owedBy}`),
        href: hrefOf(product, { owedBy, onlyLate }),
        current: chosen.owedBy === owedBy && chosen.onlyLate === onlyLate,
      }
    }),
  )
  return <FigureChips label={t('choose')} chips={chips} />
}

/** What waits for an answer in a product, the most pressing first: what the gemeente owes, or what others owe it. */
export default definePage(async function WaitingPage({ params, searchParams }: PageProps) {
  const product = await productOf(params)
  const actor = await requireMember('ACTIEF')
  const { wie, telaat, na } = WaitingQuery.parse(pageQueryValues(await searchParams))
  const chosen = { owedBy: wie, onlyLate: telaat === 'ja' }
  const page = await listWaiting(actor, { product, ...chosen, after: na ?? null, limit: ROWS })
  const t = await getTranslations('berichten.waiting')
  const next = page.next
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={product} last={[{ label: t('title') }]} />}
        lead={t(`lead.${chosen.owedBy}`)}
      >
        {t('title')}
      </PageHeading>
      <ProductTabs actor={actor} product={product} current="wachten" />
      <Choices product={product} chosen={chosen} counts={page.counts} />
      {page.items.length > 0 ? (
        <WaitingTable items={page.items} owedBy={chosen.owedBy} />
      ) : (
        <EmptyState title={t(chosen.onlyLate ? 'nothingLate' : 'nothing')}>
          {t(`nothingText.${chosen.owedBy}`)}
        </EmptyState>
      )}
      <nav aria-label={t('pages')} className="flex flex-wrap gap-4 empty:hidden">
        {na ? (
          <ButtonLink href={hrefOf(product, chosen)} look="secondary">
            {t('first')}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink href={hrefOf(product, chosen, next)} look="secondary">
            {t('next')}
          </ButtonLink>
        ) : null}
      </nav>
    </>
  )
})
