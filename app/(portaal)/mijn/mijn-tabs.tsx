import { getTranslations } from 'next-intl/server'
import { Tabs } from '#/app/_ui/tabs.tsx'

const PAGES = ['gegevens', 'meldingen', 'sessies'] as const
const LABELS = { gegevens: 'mine', meldingen: 'notifications', sessies: 'sessions' } as const

/** The pages about oneself. */
export async function MijnTabs({ current }: { current: (typeof PAGES)[number] }) {
  const common = await getTranslations('common')
  const tabs = PAGES.map((page) => ({
    href: `/mijn/${page}`,
    label: common(`header.${LABELS[page]}`),
    current: page === current,
  }))
  return <Tabs label={common('tabs')} tabs={tabs} />
}
