import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { requireWlz, SIGNALS_PATH, WlzBreadcrumb, WlzTabs } from '#/app/(portaal)/producten/[product]/wlz-page.tsx'
import { formatDate, formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { listSignals } from '#/lib/wlz/signals/read-signals.ts'
import type { SignalView } from '#/lib/wlz/signals/view.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  await requireWlz(params)
  return (await getTranslations('wlz'))('signals.title')
})

async function SignalTable({ items }: { readonly items: readonly SignalView[] }) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'wlz')
  const columns: Column<SignalView>[] = [
    {
      key: 'client',
      header: t('signals.columns.client'),
      cell: (row) => <span className="pz-code">{row.maskedBsn}</span>,
      isRowHeader: true,
    },
    { key: 'since', header: t('signals.columns.since'), cell: (row) => formatDate(row.since, locale) },
    { key: 'signalled', header: t('signals.columns.signalled'), cell: (row) => formatMoment(row.signalledAt, locale) },
    {
      key: 'bericht',
      header: t('signals.columns.bericht'),
      cell: (row) => `${row.berichtsoort ?? ''} ${row.identificatie ?? ''}`.trim(),
    },
    {
      key: 'show',
      header: t('signals.columns.show'),
      headerHidden: true,
      cell: (row) =>
        row.isReadable ? (
          <Link href={`${SIGNALS_PATH}/${row.id}`} data-print="no">
            {t('signals.show')}
            <span className="sr-only"> {t('signals.showOf', { bsn: row.maskedBsn })}</span>
          </Link>
        ) : (
          <span className="text-small text-ink-soft">{t('signals.gone')}</span>
        ),
    },
  ]
  return <DataTable caption={t('signals.caption')} columns={columns} rows={items} rowKey={(row) => row.id} />
}

/** The Wlz-signalen of the gemeente, newest first. */
export default definePage(async function SignalenPage({ params, searchParams }: PageProps) {
  await requireWlz(params)
  const actor = await requireMember('ACTIEF')
  // A mangled address shows the newest.
  const before = z.uuid().safeParse((await searchParams).na).data ?? null
  const { items, next, isOn } = await listSignals(actor, before)
  const t = translator(localeFrom(await getLocale()), 'wlz')
  const pages = await getTranslations('common.pagination')
  return (
    <>
      <PageHeading before={<WlzBreadcrumb last={[{ label: t('signals.title') }]} />} lead={t('signals.lead')}>
        {t('signals.title')}
      </PageHeading>
      <WlzTabs actor={actor} current="signalen" />
      {isOn ? null : (
        <Banner tone="info" title={t('signals.off')}>
          {t('signals.offMore')}
        </Banner>
      )}
      {items.length === 0 ? (
        isOn ? (
          <EmptyState title={t('signals.empty')}>{t('signals.emptyMore')}</EmptyState>
        ) : null
      ) : (
        <SignalTable items={items} />
      )}
      <Pagination
        label={pages('label')}
        newer={{ href: before === null ? null : SIGNALS_PATH, text: pages('newer') }}
        older={{ href: next === null ? null : `${SIGNALS_PATH}?na=${next}`, text: pages('older') }}
      />
    </>
  )
})
