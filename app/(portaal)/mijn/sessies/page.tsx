import { getTranslations } from 'next-intl/server'
import { SessionTable } from '#/app/_people/session-table.tsx'
import type { Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { MijnTabs } from '#/app/(portaal)/mijn/mijn-tabs.tsx'
import { endOwnSessionAction } from '#/app/(portaal)/mijn/sessies/actions.ts'
import { listOwnSessions } from '#/lib/organisations/own/own-sessions.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('account.sessions'))('title'))

/** Where one is logged in, and the way to end what one does not recognise. */
export default definePage(async function MijnSessiesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('account.sessions')
  const sessions = await listOwnSessions(actor)
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <MijnTabs current="sessies" />
      {(await searchParams).gedaan === 'beeindigd' ? <Banner tone="ok" title={t('ended')} announce /> : null}
      <SessionTable sessions={sessions} caption={t('title')} action={endOwnSessionAction} fields={{}} />
      {sessions.length === 1 ? <p className="text-ink-soft">{t('only')}</p> : null}
    </>
  )
})
