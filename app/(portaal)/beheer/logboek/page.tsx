import { getTranslations } from 'next-intl/server'
import { LogView } from '#/app/_log/log-view.tsx'
import type { Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { OwnLogFilter } from '#/lib/audit/log-schema.ts'
import { readOwnLog } from '#/lib/audit/read-log.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('beheer.log'))('title'))

/** The log of the own gemeente. */
export default definePage(async function LogboekPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('beheer.log')
  const filter = OwnLogFilter.parse(await searchParams)
  const page = await readOwnLog(actor, filter)
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <LogView path="/beheer/logboek" filter={filter} page={page} people={page.people} />
    </>
  )
})
