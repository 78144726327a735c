import { getTranslations } from 'next-intl/server'
import { LogView } from '#/app/_log/log-view.tsx'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireActor } from '#/app/_server/require-actor.ts'
import type { Chip } from '#/app/_ui/chips.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { LogFilter } from '#/lib/audit/log-schema.ts'
import { type LogPage, readWholeLog } from '#/lib/audit/read-log.ts'

const PATH = '/servicedesk/logboek'

export const generateMetadata = pageTitle(async () => (await getTranslations('servicedesk.log'))('title'))

/** The gemeente that the log is limited to, as a filter that can be taken away. */
async function gemeenteChip(filter: LogFilter, page: LogPage): Promise<Chip[]> {
  const t = await getTranslations('servicedesk')
  const common = await getTranslations('common')
  const { gemeente, na, ...others } = filter
  if (!gemeente) return []
  const name = page.entries.find(({ organisation }) => organisation?.id === gemeente)?.organisation?.name
  const label = name ? t('log.onlyGemeente', { name }) : t('gemeenten.name')
  return [
    { key: gemeente, label, removeHref: addressWith(PATH, others), removeText: common('removeChip', { name: label }) },
  ]
}

/** The log of everything. */
export default definePage(async function ServicedeskLogboekPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor()
  const filter = LogFilter.parse(await searchParams)
  const page = await readWholeLog(actor, filter)
  const t = await getTranslations('servicedesk.log')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <LogView path={PATH} filter={filter} page={page} chips={await gemeenteChip(filter, page)} withGemeente />
    </>
  )
})
