import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { Button } from '#/app/_ui/button.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { EndedQuery, SessionEndedBanner } from '#/app/(publiek)/inloggen/session-ended.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

const Query = EndedQuery.extend({
  terug: z.string().max(512).optional().catch(undefined),
})

export const generateMetadata = pageTitle(async () => (await getTranslations('login'))('servicedesk.title'))

type DeskLoginPageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The door of the operator's staff: their own identity provider, never eHerkenning. */
export default definePage(async function DeskLoginPage({ searchParams }: DeskLoginPageProps) {
  const t = await getTranslations('login')
  const { terug, ...ended } = Query.parse(await searchParams)
  return (
    <div className="flex flex-col gap-6">
      <SessionEndedBanner {...ended} />
      <PageHeading lead={t('servicedesk.lead', { operator: settings().operator.name })}>
        {t('servicedesk.title')}
      </PageHeading>
      <form method="post" action="/api/inloggen">
        <input type="hidden" name="makelaar" value="servicedesk" />
        {terug ? <input type="hidden" name="terug" value={terug} /> : null}
        <Button wideOnPhone>{t('servicedesk.submit')}</Button>
      </form>
      <p>
        {t('servicedesk.wrongDoor')} <Link href="/inloggen">{t('servicedesk.wrongDoorLink')}</Link>
      </p>
    </div>
  )
})
