import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { BROKER_COOKIE } from '#/app/_server/login-cookies.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { Button } from '#/app/_ui/button.tsx'
import { ErrorSummary } from '#/app/_ui/error-summary.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { RadioGroup } from '#/app/_ui/radio-group.tsx'
import { EndedQuery, SessionEndedBanner } from '#/app/(publiek)/inloggen/session-ended.tsx'
import { brokerChoices } from '#/lib/identity/brokers/broker-choices.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

// Every field falls back: a mangled address shows the plain page.
const Query = EndedQuery.extend({
  fout: z.enum(['keuze', 'makelaar']).optional().catch(undefined),
  terug: z.string().max(512).optional().catch(undefined),
})

type LoginPageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = pageTitle(async ({ searchParams }: LoginPageProps) => {
  const title = (await getTranslations('login'))('title')
  const { fout } = Query.parse(await searchParams)
  return fout ? (await getTranslations('common'))('titleError', { title }) : title
})

/** Which makelaar to log in with. A plain form: the choice is posted and the makelaar's page follows. */
export default definePage(async function LoginPage({ searchParams }: LoginPageProps) {
  const t = await getTranslations('login')
  const common = await getTranslations('common')
  const { fout, terug, ...ended } = Query.parse(await searchParams)
  const choices = await brokerChoices()
  const last = (await cookies()).get(BROKER_COOKIE)?.value
  const error = fout ? t('choose') : undefined
  return (
    <div className="flex flex-col gap-6">
      {fout ? null : <SessionEndedBanner {...ended} />}
      {error ? (
        <ErrorSummary title={common('form.summaryTitle')} errors={[{ field: 'makelaar', message: error }]} />
      ) : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {choices.length === 0 ? (
        <Banner tone="warn" title={t('none')} />
      ) : (
        <form method="post" action="/api/inloggen" className="flex max-w-text flex-col gap-6">
          {terug ? <input type="hidden" name="terug" value={terug} /> : null}
          <RadioGroup
            name="makelaar"
            legend={t('legend')}
            hint={t('hint')}
            look="cards"
            required
            error={error}
            errorPrefix={common('form.errorPrefix')}
            defaultValue={last}
            options={choices.map(({ id, name }) => ({
              value: id,
              label: name,
              note: id === last ? t('lastChoice') : undefined,
            }))}
          />
          <p>{t('leaving')}</p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <Button wideOnPhone>{t('submit')}</Button>
            <Link href="/help#inlogmiddel">{t('noMeans')}</Link>
          </div>
          <p className="text-small text-ink-soft">{t('idle', { minutes: String(settings().sessionIdleMinutes) })}</p>
        </form>
      )}
    </div>
  )
})
