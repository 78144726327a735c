import { getLocale } from 'next-intl/server'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { logSentence } from '#/lib/audit/log-sentence.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecent } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** A short history in sentences, newest first. */
export async function LogList({ entries }: { entries: readonly LogEntry[] }) {
  const locale = localeFrom(await getLocale())
  return (
    <ol className="flex flex-col divide-y divide-line">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex flex-col gap-x-6 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 md:flex-row md:items-baseline md:justify-between"
        >
          <span>{logSentence(entry, locale)}</span>
          <time dateTime={entry.at.toISOString()} className="shrink-0 text-small text-ink-soft">
            {formatRecent(entry.at, clock.now(), locale)}
          </time>
        </li>
      ))}
    </ol>
  )
}
