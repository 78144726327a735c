import { getLocale, getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { DataTable } from '#/app/_ui/data-table.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { restoreSettingsAction } from '#/app/(portaal)/producten/[product]/instellingen/restore-actions.ts'
import { RestoreForm } from '#/app/(portaal)/producten/[product]/instellingen/restore-form.tsx'
import { differenceRows } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import type { Product } from '#/lib/access/products.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { changedFields } from '#/lib/settings/field-words.ts'
import type { SettingsVersionView, SettingsView } from '#/lib/settings/schema.ts'

type VersionProps = {
  readonly product: Product
  readonly settings: SettingsView
  readonly earlier: SettingsVersionView
  readonly texts: Awaited<ReturnType<typeof formTexts>>
}

async function EarlierVersion({ product, settings, earlier, texts }: VersionProps) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'settings')
  const { version, changedByName, changedAt, chosen } = earlier
  const moment = formatMoment(changedAt, locale)
  const summary = t('restore.summary', { version: String(version), name: changedByName, moment })
  const rows = differenceRows(changedFields(settings, chosen), locale, product)
  if (rows.length === 0)
    return (
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{summary}</summary>
        <p className="pt-2 pb-4">{t('restore.same')}</p>
      </details>
    )
  return (
    <RestoreForm
      action={restoreSettingsAction}
      product={product}
      version={settings.version}
      restores={version}
      summary={summary}
      submitText={t('restore.submit')}
      formTexts={texts}
    >
      <DataTable
        caption={summary}
        columns={[
          { key: 'field', header: t('conflict.field'), cell: (row) => row.field, isRowHeader: true },
          { key: 'now', header: t('conflict.now'), cell: (row) => <span className="wrap-anywhere">{row.now}</span> },
          {
            key: 'earlier',
            header: t('restore.earlier'),
            cell: (row) => <span className="wrap-anywhere">{row.filled}</span>,
          },
        ]}
        rows={rows}
        rowKey={({ field }) => field}
      />
    </RestoreForm>
  )
}

type EarlierVersionsProps = {
  readonly product: Product
  readonly settings: SettingsView
  readonly versions: readonly SettingsVersionView[]
}

/** The versions before the one in force, each to be looked at and put back. */
export async function EarlierVersions({ product, settings, versions }: EarlierVersionsProps) {
  const t = translator(localeFrom(await getLocale()), 'settings')
  const texts = await formTexts((await getMessages()).settings.connection.errors)
  if (versions.length === 0) return null
  return (
    <Panel title={t('restore.title')}>
      <p className="max-w-text">{t('restore.lead')}</p>
      {versions.map((earlier) => (
        <EarlierVersion key={earlier.version} {...{ product, settings, earlier, texts }} />
      ))}
    </Panel>
  )
}
