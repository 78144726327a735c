import { getLocale, getTranslations } from 'next-intl/server'
import { FigureChips } from '#/app/_ui/figure-chips.tsx'
import { type Filters, listHref } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import type { Attention } from '#/lib/berichten/attention.ts'
import { countText } from '#/lib/berichten/counted.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type AttentionChipsProps = {
  readonly product: BerichtProduct
  readonly attention: Attention
  readonly filters: Filters
}

/** What asks for something, before all else: each figure narrows the list to what it counts. */
export async function AttentionChips({ product, attention, filters }: AttentionChipsProps) {
  const t = await getTranslations('berichten.attention')
  const locale = localeFrom(await getLocale())
  const isOnly = (filter: Filters) => new URLSearchParams(filter).toString() === new URLSearchParams(filters).toString()
  const chip = (key: 'beantwoorden' | 'ophalen' | 'fouten', count: number, filter: Filters) => ({
    key,
    count,
    figure: countText(count, locale),
    label: t(key),
    href: listHref(product, filter),
    current: isOnly(filter),
  })
  const toAnswer = chip('beantwoorden', attention.toAnswer, { aandacht: 'beantwoorden' })
  return (
    <FigureChips
      label={t('label')}
      chips={[
        { ...toAnswer, urgent: attention.late > 0 ? t('late', { count: countText(attention.late, locale) }) : null },
        chip('ophalen', attention.available, { status: 'BESCHIKBAAR' }),
        chip('fouten', attention.faults, { aandacht: 'fouten' }),
      ]}
    />
  )
}
