import { berichtKind } from '#/lib/berichten/bericht-name.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { CSV_MARK, csvLine } from '#/lib/platform/csv.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { formatTime } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const COLUMNS = [
  'bericht',
  'identificatie',
  'direction',
  'status',
  'afzender',
  'ontvanger',
  'dagtekening',
  'day',
  'time',
  'awaits',
  'deadline',
  'errors',
  'warnings',
  'fileName',
  'reference',
  'id',
] as const

/** The berichten of a list as the lines of a CSV file, the names of the columns first. Nothing of a content is in it. */
export async function* listCsv(pages: AsyncIterable<readonly BerichtView[]>, locale: Locale): AsyncGenerator<string> {
  const t = translator(locale, 'berichten')
  yield CSV_MARK + csvLine(COLUMNS.map((column) => t(`export.columns.${column}`)))
  for await (const page of pages) {
    yield page
      .map((bericht) =>
        csvLine([
          berichtKind(bericht) ?? t('unknown'),
          bericht.identificatie ?? '',
          t(`direction.${bericht.direction}`),
          t(`status.${bericht.status}`),
          bericht.afzender ?? '',
          bericht.ontvanger ?? '',
          bericht.dagtekening ?? '',
          dayInAmsterdam(bericht.createdAt),
          formatTime(bericht.createdAt, locale),
          bericht.awaits === null ? '' : t(`waiting.awaits.${bericht.awaits}`),
          bericht.deadlineOn ?? '',
          String(bericht.errorCount),
          String(bericht.warningCount),
          bericht.fileName,
          bericht.referentienummer ?? '',
          bericht.id,
        ]),
      )
      .join('')
  }
}
