import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import type { WorkList } from '#/lib/organisations/gemeenten/work-list.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** What waits for the servicedesk, longest waiting first: at which gemeente, since when, and what to do about it. */
export async function WorkPanel({ work: { items, hasMore } }: { work: WorkList }) {
  const t = await getTranslations('servicedesk.gemeenten.work')
  const locale = localeFrom(await getLocale())
  if (items.length === 0)
    return (
      <Panel title={t('title')}>
        <p className="text-ink-soft">{t('none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('title')} marked>
      <ul className="flex flex-col divide-y divide-line">
        {items.map(({ kind, organisationId, organisationName, since, count }) => (
          <li key={`${kind} ${organisationId}`} className="flex flex-col py-3 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span id={`wacht-${kind}-${organisationId}`} className="font-semibold">
                {organisationName}
              </span>
              <Link
                href={`/servicedesk/gemeenten/${organisationId}`}
                aria-describedby={`wacht-${kind}-${organisationId}`}
              >
                {t(`what.${kind}`, { count })}
              </Link>
            </span>
            <span className="max-w-text">{t(`todo.${kind}`)}</span>
            <span className="text-small text-ink-soft">
              {t('since', { moment: formatRecentInline(since, clock.now(), locale) })}
            </span>
          </li>
        ))}
      </ul>
      {hasMore ? <p>{t('more')}</p> : null}
    </Panel>
  )
}
