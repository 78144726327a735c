import type { Product } from '#/lib/access/products.ts'
import type { FormConflict } from '#/lib/platform/actions/form-state.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { CHANNELS, isSentTo, STUF_VERSIONS } from '#/lib/settings/connection-schema.ts'
import { changedFields } from '#/lib/settings/field-words.ts'
import { RETENTIONS, type SettingsChangeView, type SettingsField } from '#/lib/settings/schema.ts'
import { SIGNAL_CHOICES } from '#/lib/settings/signals-schema.ts'
import type { Conflict } from '#/lib/settings/write-version.ts'

const among = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((one) => one === value)

/** What is chosen, as people read it: the name of a field, and what stands in it. */
export function settingWords(locale: Locale, product: Product) {
  const t = translator(locale, 'settings')
  const word = (value: string): string => {
    const [retention, channel, stuf] = [among(RETENTIONS, value), among(CHANNELS, value), among(STUF_VERSIONS, value)]
    if (retention) return t(`retentions.${retention}`)
    if (channel) return isSentTo(product) ? t(`channels.${channel}`) : t(`connection.wlz.channels.${channel}`)
    const signals = among(SIGNAL_CHOICES, value)
    if (signals) return t(`signals.${signals}`)
    return stuf ? t(`stufVersions.${stuf}`) : value
  }
  return {
    field: (field: SettingsField) =>
      field === 'channel' && !isSentTo(product) ? t('connection.wlz.field') : t(`fields.${field}`),
    values: (values: readonly string[]) => (values.length === 0 ? t('nothing') : values.map(word).join(', ')),
  }
}

type Difference = Pick<SettingsChangeView, 'field' | 'from' | 'to'>

/** Fields that differ, in words: what is in force beside what is put next to it. */
export function differenceRows(differences: readonly Difference[], locale: Locale, product: Product) {
  const words = settingWords(locale, product)
  return differences.map(({ field, from, to }) => ({
    field: words.field(field),
    now: words.values(from),
    filled: words.values(to),
  }))
}

/** Of a refusal because a colleague was first: what is in force by now beside what was filled in. Null of any other. */
export function conflictOf(error: string | Conflict, locale: Locale): FormConflict | null {
  if (typeof error === 'string') return null
  const { now, wanted, product } = error
  const t = translator(locale, 'settings')
  const caption =
    now.changedAt && now.changedByName
      ? t('lastChanged', { name: now.changedByName, moment: formatMoment(now.changedAt, locale) })
      : t('neverChanged')
  return {
    version: now.version,
    caption,
    headers: { field: t('conflict.field'), now: t('conflict.now'), filled: t('conflict.filled') },
    rows: differenceRows(changedFields(now, wanted), locale, product),
  }
}
