import { getTranslations } from 'next-intl/server'
import { Button } from '#/app/_ui/button.tsx'
import type { Filters } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import type { BerichtenCount } from '#/lib/berichten/list-berichten.ts'
import { ALL_UNTIL } from '#/lib/berichten/selection/all-until.ts'
import { clock } from '#/lib/platform/clock.ts'

type FetchAllProps = {
  readonly product: BerichtProduct
  readonly filters: Filters
  readonly count: BerichtenCount
  /** How many of them this page shows. */
  readonly shown: number
}

/** Fetches all that the filters leave, over all pages of the list; what comes in meanwhile is not among it. */
export async function FetchAll({ product, filters, count, shown }: FetchAllProps) {
  if (count.isMore || count.found <= shown) return null
  const t = await getTranslations('berichten.selection')
  return (
    <form method="post" action={`/api/berichten/${product}/ophalen`}>
      {Object.entries(filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={ALL_UNTIL} value={clock.now().getTime()} />
      <Button look="secondary">{t('fetchAll', { count: count.found })}</Button>
    </form>
  )
}
