import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { Banner } from '#/app/_ui/banner.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { NumberedList } from '#/app/_ui/prose.tsx'

export const generateMetadata = pageTitle(async () => (await getTranslations('onboarding'))('again.title'))

/** The last step of the first login. The session is dead here: only a new authentication leads on. */
export default definePage(async function LogInAgainPage() {
  const t = await getTranslations('onboarding')
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="ok" title={t('again.done')} />
      <PageHeading lead={t('again.lead')}>{t('again.title')}</PageHeading>
      <div className="max-w-text">
        <NumberedList items={[t('again.step1'), t('again.step2'), t('again.step3')]} />
      </div>
      <p className="max-w-text">{t('again.after')}</p>
      <div>
        <ButtonLink href="/inloggen" look="secondary" wideOnPhone>
          {t('again.login')}
        </ButtonLink>
      </div>
    </div>
  )
})
