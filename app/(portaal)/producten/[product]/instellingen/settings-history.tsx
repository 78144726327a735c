import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import type { Product } from '#/lib/access/products.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { CHANNELS, isSentTo } from '#/lib/settings/connection-schema.ts'
import { RETENTIONS, type SettingsChangeView, type SettingsField } from '#/lib/settings/schema.ts'
import { SIGNAL_CHOICES } from '#/lib/settings/signals-schema.ts'

type SettingsHistoryProps = { readonly product: Product; readonly changes: readonly SettingsChangeView[] }

/** Who changed what, when, from what to what: newest first. */
export async function SettingsHistory({ product, changes }: SettingsHistoryProps) {
  const t = await getTranslations('settings')
  const locale = localeFrom(await getLocale())
  if (changes.length === 0) return <p>{t('historyEmpty')}</p>
  const words = (values: readonly string[]) =>
    values.length === 0
      ? t('nothing')
      : values
          .map((value) => {
            const retention = RETENTIONS.find((known) => known === value)
            const channel = CHANNELS.find((known) => known === value)
            const choice = SIGNAL_CHOICES.find((known) => known === value)
            if (choice) return t(`signals.${choice}`)
            if (channel) return isSentTo(product) ? t(`channels.${channel}`) : t(`connection.wlz.channels.${channel}`)
            return retention ? t(`retentions.${retention}`) : value
          })
          .join(', ')
  const fieldName = (field: SettingsField) =>
    field === 'channel' && !isSentTo(product) ? t('connection.wlz.field') : t(`fields.${field}`)
  const columns: Column<SettingsChangeView>[] = [
    { key: 'when', header: t('historyColumns.when'), cell: (row) => formatMoment(row.changedAt, locale), card: 'top' },
    { key: 'who', header: t('historyColumns.who'), cell: (row) => row.changedByName },
    { key: 'what', header: t('historyColumns.what'), cell: (row) => fieldName(row.field), isRowHeader: true },
    { key: 'from', header: t('historyColumns.from'), cell: (row) => words(row.from) },
    { key: 'to', header: t('historyColumns.to'), cell: (row) => words(row.to) },
  ]
  return <DataTable caption={t('history')} columns={columns} rows={changes} rowKey={(row) => row.id} />
}
