import { getTranslations } from 'next-intl/server'
import { Tabs } from '#/app/_ui/tabs.tsx'

/** The two pages about oneself. */
export async function MijnTabs({ current }: { current: 'gegevens' | 'sessies' }) {
  const common = await getTranslations('common')
  const tabs = [
    { href: '/mijn/gegevens', label: common('header.mine'), current: current === 'gegevens' },
    { href: '/mijn/sessies', label: common('header.sessions'), current: current === 'sessies' },
  ]
  return <Tabs label={common('tabs')} tabs={tabs} />
}
