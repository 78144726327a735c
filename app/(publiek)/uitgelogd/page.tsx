import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'

export const generateMetadata = pageTitle(async () => (await getTranslations('login'))('loggedOut.title'))

/** After "Uitloggen". */
export default definePage(async function LoggedOutPage() {
  const t = await getTranslations('login')
  return (
    <div className="flex flex-col gap-6">
      <PageHeading lead={t('loggedOut.lead')}>{t('loggedOut.title')}</PageHeading>
      <p className="max-w-text">{t('loggedOut.shared')}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/inloggen" wideOnPhone>
          {t('loggedOut.again')}
        </ButtonLink>
        <ButtonLink href="/" look="secondary" wideOnPhone>
          {t('loggedOut.home')}
        </ButtonLink>
      </div>
    </div>
  )
})
