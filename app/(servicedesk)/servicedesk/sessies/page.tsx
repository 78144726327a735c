import { getTranslations } from 'next-intl/server'
import { SessionTable } from '#/app/_people/session-table.tsx'
import type { Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { endStaffSessionAction } from '#/app/(servicedesk)/servicedesk/sessies/actions.ts'
import { listStaffSessions } from '#/lib/organisations/own/own-sessions.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('account.sessions'))('title'))

/** Where somebody of the servicedesk is logged in. Name and address are kept by the operator's own identity provider. */
export default definePage(async function StaffSessionsPage({ searchParams }: { searchParams: Query }) {
  const sessions = await listStaffSessions(await requireActor())
  const t = await getTranslations('account.sessions')
  return (
    <>
      <PageHeading lead={t('staffLead')}>{t('title')}</PageHeading>
      {(await searchParams).gedaan === 'beeindigd' ? <Banner tone="ok" title={t('ended')} announce /> : null}
      <SessionTable sessions={sessions} caption={t('title')} action={endStaffSessionAction} fields={{}} />
      {sessions.length === 1 ? <p className="text-ink-soft">{t('only')}</p> : null}
    </>
  )
})
