import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { RegistrationSteps } from '#/app/(registratie)/registration-steps.tsx'
import { requestCodeAction, verifyCodeAction } from '#/app/(registratie)/verificatie/actions.ts'
import { RequestCodeForm } from '#/app/(registratie)/verificatie/request-code-form.tsx'
import { VerificationForm } from '#/app/(registratie)/verificatie/verification-form.tsx'
import type { CodeEntry } from '#/lib/onboarding/codes/code-rules.ts'
import { readCodeEntry } from '#/lib/onboarding/codes/verify-code.ts'
import { formatMoment, formatTime } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type PageProps = { searchParams: Promise<{ stap?: string | string[] }> }

export const generateMetadata = pageTitle(async () => (await getTranslations('onboarding.verification'))('title'))

async function Closed({ entry }: { entry: Exclude<CodeEntry, { kind: 'open' }> }) {
  const t = await getTranslations('onboarding.verification')
  const locale = localeFrom(await getLocale())
  const text =
    entry.kind === 'paused'
      ? t('paused', { time: formatTime(entry.until, locale) })
      : t('locked', { phone: settings().operator.phone })
  return <Banner tone="warn" title={text} />
}

/** Second step of the onboarding: both texts of the manual, one field. The kind of code decides who one becomes. */
export default definePage(async function VerificatiePage({ searchParams }: PageProps) {
  const actor = await requireMember('VERIFICATIE')
  const t = await getTranslations('onboarding.verification')
  const locale = localeFrom(await getLocale())
  const { errors } = (await getMessages()).onboarding.verification
  const { entry, requestedAt } = await readCodeEntry(actor)
  const { phone, hours } = settings().operator
  const texts = await formTexts(errors)
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <RegistrationSteps at="VERIFICATIE" />
      {(await searchParams).stap ? <Banner tone="info" title={t('banner')} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={t('userTitle')} marked>
          <p>{t('user')}</p>
        </Panel>
        <Panel title={t('managerTitle')}>
          <p>{t('manager', { phone, hours })}</p>
        </Panel>
      </div>
      {entry.kind === 'open' ? (
        <Panel>
          <VerificationForm
            action={verifyCodeAction}
            texts={{ label: t('code'), hint: t('codeHint'), submit: t('submit') }}
            formTexts={texts}
          />
          <p className="max-w-text text-ink-soft">{t('after')}</p>
        </Panel>
      ) : (
        <Closed entry={entry} />
      )}
      <Panel title={t('lostTitle')}>
        <p className="max-w-text">{t('lost')}</p>
        {requestedAt ? <p>{t('requestedAt', { moment: formatMoment(requestedAt, locale) })}</p> : null}
        <RequestCodeForm action={requestCodeAction} formKey={ids.rowId()} submit={t('request')} formTexts={texts} />
      </Panel>
    </>
  )
})
