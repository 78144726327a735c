import { getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { saveProfileAction } from '#/app/(registratie)/persoonlijke-instellingen/actions.ts'
import { ProfileForm } from '#/app/(registratie)/persoonlijke-instellingen/profile-form.tsx'
import { RegistrationSteps } from '#/app/(registratie)/registration-steps.tsx'
import { readDraft } from '#/lib/onboarding/form-drafts.ts'
import { readProfile } from '#/lib/onboarding/profile/save-profile.ts'
import { PROFILE_DRAFT } from '#/lib/onboarding/profile/schema.ts'
import type { FormValues } from '#/lib/platform/actions/form-state.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type PageProps = { searchParams: Promise<{ stap?: string | string[] }> }

export const generateMetadata = pageTitle(async () => (await getTranslations('onboarding.profile'))('title'))

/** First step of the onboarding, and later the place to change one's own data. */
export default definePage(async function PersoonlijkeInstellingenPage({ searchParams }: PageProps) {
  const actor = await requireMember('PROFIEL', 'ACTIEF')
  const t = await getTranslations('onboarding')
  const { errors, ...texts } = (await getMessages()).onboarding.profile
  const profile = await readProfile(actor)
  const draft = await readDraft(actor, PROFILE_DRAFT)
  const saved: FormValues = { ...profile, newsletter: profile.newsletter ? 'ja' : '' }
  // One banner at most: what was typed matters more than why one is here.
  const notice = draft ? t('profile.restored') : (await searchParams).stap ? t('steps.banner') : null
  const isFirst = actor.state === 'PROFIEL'
  return (
    <>
      <PageHeading lead={t(isFirst ? 'profile.firstLead' : 'profile.changeLead')}>{t('profile.title')}</PageHeading>
      {isFirst ? <RegistrationSteps at="PROFIEL" /> : null}
      {notice ? <Banner tone="info" title={notice} /> : null}
      <p className="max-w-text text-ink-soft">
        {t('profile.why')} {t('profile.timeout', { minutes: settings().sessionIdleMinutes })}
      </p>
      <ProfileForm
        action={saveProfileAction}
        values={draft ?? saved}
        texts={texts}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
