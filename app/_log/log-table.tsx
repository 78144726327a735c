import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { CircleSlash, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Link } from '#/app/_ui/link.tsx'
import { Status } from '#/app/_ui/status.tsx'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { logSentence } from '#/lib/audit/log-sentence.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type LogTableProps = {
  readonly entries: readonly LogEntry[]
  readonly caption: string
  /** For the servicedesk: whose log a row belongs to. */
  readonly withGemeente?: boolean
}

/** Rows of the log: when, what as a sentence, and the reference by which the servicedesk finds it. */
export async function LogTable({ entries, caption, withGemeente = false }: LogTableProps) {
  const t = await getTranslations('beheer.log')
  const locale = localeFrom(await getLocale())
  const gemeente: Column<LogEntry> = {
    key: 'gemeente',
    header: t('gemeente'),
    cell: ({ organisation }) =>
      organisation ? <Link href={`/servicedesk/gemeenten/${organisation.id}`}>{organisation.name}</Link> : '–',
  }
  const columns: Column<LogEntry>[] = [
    {
      key: 'when',
      header: t('when'),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="lg:whitespace-nowrap">
          {formatMoment(at, locale)}
        </time>
      ),
    },
    {
      key: 'what',
      header: t('what'),
      isRowHeader: true,
      card: 'top',
      cell: (entry) => (
        <span className="flex flex-col items-start gap-1 font-normal">
          {logSentence(entry, locale)}
          {entry.result === 'refused' ? <Status tone="warn" icon={CircleSlash} label={t('result.refused')} /> : null}
          {entry.result === 'error' ? <Status tone="bad" icon={TriangleAlert} label={t('result.error')} /> : null}
        </span>
      ),
    },
    ...(withGemeente ? [gemeente] : []),
    {
      key: 'reference',
      header: t('reference'),
      cell: ({ supportCode, requestId }) => (
        <span className="pz-code text-small break-all text-ink-soft lg:whitespace-nowrap">
          {supportCode ?? requestId ?? '–'}
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={entries} rowKey={({ id }) => id} />
}
