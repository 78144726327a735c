import { getLocale, getTranslations } from 'next-intl/server'
import { BERICHT_STATUS_LOOK, BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { SummaryList, type SummaryRow } from '#/app/_ui/summary-list.tsx'
import { Timeline } from '#/app/_ui/timeline.tsx'
import type { BerichtStatusView } from '#/lib/organisations/references/search-reference.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** A bericht as the servicedesk may see it: status, codes and times. */
export async function BerichtPanel({ bericht }: { bericht: BerichtStatusView }) {
  const t = await getTranslations('servicedesk.search')
  const status = await getTranslations('berichten.status')
  const common = await getTranslations('common.timeline')
  const locale = localeFrom(await getLocale())
  const moment = (key: string, term: string, at: Date | null): SummaryRow[] =>
    at ? [{ key, term, value: formatMoment(at, locale) }] : []
  const rows: SummaryRow[] = [
    {
      key: 'status',
      term: t('status'),
      value: <BerichtStatusBadge status={bericht.status} label={status(bericht.status)} />,
    },
    {
      key: 'gemeente',
      term: t('gemeente'),
      value: <Link href={`/servicedesk/gemeenten/${bericht.organisationId}`}>{bericht.organisationName}</Link>,
    },
    {
      key: 'kind',
      term: t('kind'),
      value: bericht.berichtsoort ? `${bericht.berichtsoort} ${bericht.versie ?? ''}` : t('unknown'),
    },
    { key: 'direction', term: t('direction'), value: t(bericht.direction) },
    {
      key: 'receiver',
      term: t('receiver'),
      value: <span className="font-mono">{bericht.ontvanger ?? t('unknown')}</span>,
    },
    ...moment('created', t('created'), bericht.createdAt),
    ...moment('received', t('received'), bericht.receivedAt),
    ...moment('fetched', t('fetched'), bericht.fetchedAt),
    {
      key: 'findings',
      term: t('findings'),
      value: bericht.findingCodes.length > 0 ? bericht.findingCodes.join(', ') : t('noFindings'),
    },
  ]
  const events = bericht.timeline.map((step, index) => ({
    key: `${step.status}-${index}`,
    title: status(step.status),
    ...BERICHT_STATUS_LOOK[step.status],
    when: formatMoment(step.at, locale),
    dateTime: step.at.toISOString(),
  }))
  return (
    <Panel title={t('berichtTitle')}>
      <SummaryList rows={rows} />
      <h3 className="font-heavy">{t('timeline')}</h3>
      <Timeline events={events} currentText={common('current')} />
    </Panel>
  )
}
