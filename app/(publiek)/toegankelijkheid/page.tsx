import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { ContactFacts } from '#/app/_ui/contact-facts.tsx'
import { BulletList, Prose, ProseSection } from '#/app/_ui/prose.tsx'

export const generateMetadata = pageTitle(async () => (await getTranslations('public'))('accessibility.title'))

/** How accessible the portal is, what is not right yet, and whom to tell. */
export default definePage(async function AccessibilityPage() {
  const t = await getTranslations('public')
  return (
    <Prose title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <ProseSection title={t('accessibility.status.title')}>
        <p>{t('accessibility.status.text')}</p>
        <p>{t('accessibility.status.open')}</p>
      </ProseSection>
      <ProseSection title={t('accessibility.gaps.title')}>
        <BulletList
          items={[t('accessibility.gaps.broker'), t('accessibility.gaps.xml'), t('accessibility.gaps.reader')]}
        />
      </ProseSection>
      <ProseSection title={t('accessibility.settings.title')}>
        <BulletList
          items={[
            t('accessibility.settings.theme'),
            t('accessibility.settings.motion'),
            t('accessibility.settings.script'),
            t('accessibility.settings.zoom'),
          ]}
        />
      </ProseSection>
      <ProseSection title={t('accessibility.report.title')}>
        <p>{t('accessibility.report.text')}</p>
        <ContactFacts />
        <p>{t('accessibility.report.further')}</p>
      </ProseSection>
    </Prose>
  )
})
