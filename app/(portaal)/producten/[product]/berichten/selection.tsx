import { getTranslations } from 'next-intl/server'
import { SelectionBar } from '#/app/(portaal)/producten/[product]/berichten/selection-bar.tsx'
import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { MOST_SELECTED } from '#/lib/berichten/selection/most-selected.ts'

type SelectionProps = {
  readonly actor: MemberActor
  readonly product: BerichtProduct
  readonly items: readonly BerichtView[]
}

/** Fetches the ticked berichten together; with script also those that were ticked on other pages. */
export async function Selection({ actor, product, items }: SelectionProps) {
  const t = await getTranslations('berichten.selection')
  const ids = items.filter(({ outOfReach }) => outOfReach === null).map(({ id }) => id)
  if (ids.length === 0) return null
  return (
    <SelectionBar
      action={`/api/berichten/${product}/ophalen`}
      storageKey={`selectie:${product}:${actor.memberId}`}
      most={MOST_SELECTED}
      ids={ids}
      texts={{
        label: t('label'),
        none: t('none'),
        one: t('one'),
        many: t('many', { count: '{count}' }),
        elsewhere: t('elsewhere', { count: '{count}' }),
        fetch: t('fetch'),
        all: t('all'),
        clear: t('clear'),
        tooMany: t('tooMany', { most: String(MOST_SELECTED) }),
      }}
    />
  )
}
