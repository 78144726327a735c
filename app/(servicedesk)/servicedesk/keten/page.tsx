import { getLocale, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { FailingTable, ParkedTable, QueueTable } from '#/app/(servicedesk)/servicedesk/keten/chain-tables.tsx'
import { readChain } from '#/lib/chain/operations/read-chain.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('servicedesk.chain'))('title'))

/** How the way to the chain goes: what waits, what fails, what was given up, and the portal's own work. */
export default definePage(async function KetenPage() {
  const state = await readChain(await requireActor())
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'servicedesk')
  const { waiting, oldestAt, outages, failing, parked, queues } = state
  return (
    <>
      <PageHeading lead={t('chain.lead')}>{t('chain.title')}</PageHeading>
      {outages.map(({ side, beganAt }) => (
        <Banner key={side} tone="bad" title={t('chain.outage', { side, moment: formatMoment(beganAt, locale) })} />
      ))}
      <p>
        {oldestAt === null
          ? t('chain.nothing')
          : t('chain.count', { count: waiting, moment: formatMoment(oldestAt, locale) })}
      </p>
      <Panel title={t('chain.failing')}>
        {failing.length === 0 ? <p>{t('chain.noneFailing')}</p> : <FailingTable lines={failing} />}
      </Panel>
      <Panel title={t('chain.parked')}>
        {parked.length === 0 ? <p>{t('chain.noneParked')}</p> : <ParkedTable lines={parked} />}
      </Panel>
      <Panel title={t('chain.queues')}>
        <QueueTable queues={queues} />
      </Panel>
    </>
  )
})
