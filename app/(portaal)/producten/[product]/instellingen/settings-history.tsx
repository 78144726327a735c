import { getLocale } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { settingWords } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import type { Product } from '#/lib/access/products.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import type { SettingsChangeView } from '#/lib/settings/schema.ts'

type SettingsHistoryProps = { readonly product: Product; readonly changes: readonly SettingsChangeView[] }

/** Who changed what, when, from what to what: newest first. */
export async function SettingsHistory({ product, changes }: SettingsHistoryProps) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'settings')
  if (changes.length === 0) return <p>{t('historyEmpty')}</p>
  const words = settingWords(locale, product)
  const values = (chosen: readonly string[]) => <span className="wrap-anywhere">{words.values(chosen)}</span>
  const version = ({ version, restoredVersion }: SettingsChangeView) =>
    restoredVersion === null ? String(version) : `${version} (${t('restore.of', { version: String(restoredVersion) })})`
  const columns: Column<SettingsChangeView>[] = [
    { key: 'when', header: t('historyColumns.when'), cell: (row) => formatMoment(row.changedAt, locale), card: 'top' },
    { key: 'who', header: t('historyColumns.who'), cell: (row) => row.changedByName },
    { key: 'version', header: t('historyColumns.version'), cell: version },
    { key: 'what', header: t('historyColumns.what'), cell: (row) => words.field(row.field), isRowHeader: true },
    { key: 'from', header: t('historyColumns.from'), cell: (row) => values(row.from) },
    { key: 'to', header: t('historyColumns.to'), cell: (row) => values(row.to) },
  ]
  return <DataTable caption={t('history')} columns={columns} rows={changes} rowKey={(row) => row.id} />
}
