import { getTranslations } from 'next-intl/server'
import { Tabs } from '#/app/_ui/tabs.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtView } from '#/lib/berichten/schema.ts'

type BerichtTabsProps = {
  readonly bericht: Pick<BerichtView, 'id' | 'product'>
  /** null on a page beside them, such as that of a comparison. */
  readonly current: 'about' | 'content' | 'xml' | null
}

/** The pages of one bericht: what is known of it, what stands in it, and how. */
export async function BerichtTabs({ bericht: { id, product }, current }: BerichtTabsProps) {
  const t = await getTranslations('berichten.reading')
  const about = `${listPath(product)}/${id}`
  const tabs = [
    { href: about, label: t('about'), current: current === 'about' },
    { href: `${about}/inhoud`, label: t('content'), current: current === 'content' },
    { href: `${about}/xml`, label: t('xml.tab'), current: current === 'xml' },
  ]
  return <Tabs label={t('tabs')} tabs={tabs} />
}
