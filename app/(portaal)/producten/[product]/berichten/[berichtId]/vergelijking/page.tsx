import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { BerichtTabs } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-tabs.tsx'
import type { BerichtPageProps } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { ComparedParts } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/vergelijking/compared-parts.tsx'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { type ComparedBerichten, compareBerichten } from '#/lib/berichten/reading/compare-berichten.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Reading two of the largest berichten takes some seconds. */
const READING_MS = 30_000

// Once per request, for the title and the page: every reading is logged.
const readOnce = cache(async (product: string, berichtId: string, met: string): Promise<ComparedBerichten> => {
  const address = BerichtAddress.safeParse({ product, berichtId })
  const earlier = BerichtAddress.safeParse({ product, berichtId: met })
  const actor = await requireMember('ACTIEF')
  if (!(address.success && earlier.success)) throw new NotFoundError('bericht')
  const locale = localeFrom(await getLocale())
  const words = { locale, t: translator(locale, 'berichten') }
  return compareBerichten(actor, address.data, earlier.data.berichtId, words, AbortSignal.timeout(READING_MS))
})

async function load({ params, searchParams }: BerichtPageProps): Promise<ComparedBerichten> {
  const [{ product, berichtId }, { met }] = [await params, await searchParams]
  return readOnce(product, berichtId, typeof met === 'string' ? met : '')
}

export const generateMetadata = pageTitle(async (props: BerichtPageProps) => {
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return t('comparing.title', { name: titleOf(t, (await load(props)).bericht) })
})

/** What a correction changes of the bericht before it, field by field. */
export default definePage(async function ComparisonPage(props: BerichtPageProps) {
  const { bericht, earlier, comparison } = await load(props)
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  const title = titleOf(t, bericht)
  const list = listPath(bericht.product)
  const crumbs = [{ label: title, href: `${list}/${bericht.id}` }, { label: t('comparing.crumb') }]
  const about = { name: titleOf(t, earlier), moment: formatMoment(earlier.createdAt, locale) }
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={t('comparing.lead', about)}
      >
        {t('comparing.title', { name: title })}
      </PageHeading>
      <BerichtTabs bericht={bericht} current={null} />
      <p>
        <Link href={`${list}/${earlier.id}`}>{t('comparing.earlier')}</Link>
      </p>
      {comparison.ok ? (
        <ComparedParts comparison={comparison.value} t={t} />
      ) : (
        <EmptyState title={t(`comparing.unreadable.${comparison.error.which}`)}>
          {comparison.error.kind === 'unreadable'
            ? t('reading.unreadableText')
            : t(`outOfReach.${comparison.error.kind}`)}
        </EmptyState>
      )}
    </>
  )
})
