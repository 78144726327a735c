import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '#/app/_ui/button.tsx'
import { buttonLook } from '#/app/_ui/button-look.ts'
import { type Chip, Chips } from '#/app/_ui/chips.tsx'
import { SlidersHorizontal } from '#/app/_ui/drawings.ts'
import { TextField } from '#/app/_ui/field.tsx'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Select } from '#/app/_ui/select.tsx'
import {
  FILTER_NAMES,
  type FilterName,
  type Filters,
  listHref,
} from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { ATTENTIONS } from '#/lib/berichten/filter.ts'
import { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { BERICHTSOORTEN } from '#/lib/istandaarden/berichtsoorten.ts'
import { EIGEN_BIJDRAGE } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type FilterProps = { readonly product: BerichtProduct; readonly filters: Filters }

function soortOptions(product: BerichtProduct) {
  const labels = new Map<string, string>()
  for (const { product: of, soort, label } of BERICHTSOORTEN) if (of === product) labels.set(soort, `${soort} ${label}`)
  for (const { product: of, soort, label } of EIGEN_BIJDRAGE) if (of === product) labels.set(soort, `${soort} ${label}`)
  return [...labels].map(([value, label]) => ({ value, label }))
}

async function wordsOf(product: BerichtProduct) {
  const t = await getTranslations('berichten')
  const locale = localeFrom(await getLocale())
  const directions = [
    { value: 'aangeleverd', label: t('direction.AANGELEVERD') },
    { value: 'ontvangen', label: t('direction.ONTVANGEN') },
  ]
  const attentions = ATTENTIONS.map((value) => ({ value, label: t(`attention.filter.${value}`) }))
  const statuses = Object.values(BerichtStatus).map((value) => ({ value, label: t(`status.${value}`) }))
  const soorten = soortOptions(product)
  const labelIn = (options: readonly { value: string; label: string }[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value
  const words: Record<FilterName, (value: string) => string> = {
    richting: (value) => labelIn(directions, value),
    status: (value) => labelIn(statuses, value),
    soort: (value) => labelIn(soorten, value),
    van: (value) => formatDate(value, locale),
    tot: (value) => formatDate(value, locale),
    q: (value) => value,
    client: () => '',
    aandacht: (value) => labelIn(attentions, value),
  }
  return { directions, statuses, soorten, words }
}

/** The filters of the list, as a form that puts them in the address. On the phone behind their own button. */
export async function FilterForm({ product, filters }: FilterProps) {
  const t = await getTranslations('berichten.filter')
  const { directions, statuses, soorten } = await wordsOf(product)
  const all = { value: '', label: t('all') }
  const count = Object.keys(filters).length
  return (
    // On a wide screen the filters always show, where the browser can style the inside of a closed <details>.
    <details data-print="no" className="group md:[&::details-content]:[content-visibility:visible]">
      <summary
        className={`${buttonLook('secondary')} w-fit list-none supports-[selector(::details-content)]:md:hidden`}
      >
        <Icon of={SlidersHorizontal} className="size-5" />
        {count > 0 ? t('open', { count }) : t('title')}
      </summary>
      <form
        action={listPath(product)}
        className="pz-filters max-md:pt-4 md:grid-flow-row md:grid-cols-4 lg:grid-cols-[minmax(0,1.5fr)_repeat(3,minmax(0,1fr))_8.75rem_8.75rem_auto]"
      >
        {filters.aandacht ? <input type="hidden" name="aandacht" value={filters.aandacht} /> : null}
        {filters.client ? <input type="hidden" name="client" value={filters.client} /> : null}
        <TextField name="q" label={t('q')} type="search" maxLength={100} defaultValue={filters.q ?? ''} />
        <Select
          name="richting"
          label={t('richting')}
          options={[all, ...directions]}
          defaultValue={filters.richting ?? ''}
        />
        <Select name="status" label={t('status')} options={[all, ...statuses]} defaultValue={filters.status ?? ''} />
        <Select name="soort" label={t('soort')} options={[all, ...soorten]} defaultValue={filters.soort ?? ''} />
        <TextField name="van" label={t('van')} type="date" defaultValue={filters.van ?? ''} />
        <TextField name="tot" label={t('tot')} type="date" defaultValue={filters.tot ?? ''} />
        <Button look="secondary">{t('apply')}</Button>
      </form>
    </details>
  )
}

/** Filters in words, in the order of the form. */
export async function filterWords(product: BerichtProduct, filters: Filters): Promise<readonly string[]> {
  const t = await getTranslations('berichten.filter')
  const { words } = await wordsOf(product)
  return FILTER_NAMES.flatMap((name) => {
    const { [name]: value } = filters
    return value === undefined ? [] : [t(`chips.${name}`, { value: words[name](value) })]
  })
}

/** The filters that are on, each with a way to take it off. */
export async function FilterChips({ product, filters }: FilterProps) {
  const t = await getTranslations('berichten.filter')
  const common = await getTranslations('common')
  const { words } = await wordsOf(product)
  const chips = FILTER_NAMES.flatMap((name): Chip[] => {
    const { [name]: value, ...others } = filters
    if (value === undefined) return []
    const label = t(`chips.${name}`, { value: words[name](value) })
    return [
      { key: name, label, removeHref: listHref(product, others), removeText: common('removeChip', { name: label }) },
    ]
  })
  if (chips.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Chips label={t('active')} chips={chips} />
      <Link href={listPath(product)} className="py-1 text-small">
        {t('clear')}
      </Link>
    </div>
  )
}
