import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Banner } from '#/app/_ui/banner.tsx'
import { Button } from '#/app/_ui/button.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

const Query = z.object({
  reden: z.literal('verlopen').optional().catch(undefined),
  terug: z.string().max(512).optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('servicedesk.title') }
}

type DeskLoginPageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The door of the operator's staff: their own identity provider, never eHerkenning. */
export default async function DeskLoginPage({ searchParams }: DeskLoginPageProps) {
  const t = await getTranslations('login')
  const { reden, terug } = Query.parse(await searchParams)
  return (
    <div className="flex flex-col gap-6">
      {reden === 'verlopen' ? (
        <Banner tone="info" title={t('expiredTitle')}>
          <p>{t('expired')}</p>
        </Banner>
      ) : null}
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
}
