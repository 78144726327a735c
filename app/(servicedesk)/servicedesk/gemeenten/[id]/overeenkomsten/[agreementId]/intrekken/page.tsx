import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ReasonForm } from '#/app/_people/reason-form.tsx'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { pathId } from '#/app/_server/path-id.ts'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { withdrawAgreementAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import { readAgreement } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type WithdrawPageProps = { params: Promise<{ id: string; agreementId: string }> }

// Once per request, for the title and the page.
const loadAgreement = cache(async (id: string, agreementId: string) => {
  const actor = await requireActor()
  return readAgreement(actor, { organisationId: pathId(id), agreementId: pathId(agreementId) })
})

export const generateMetadata = pageTitle(async ({ params }: WithdrawPageProps) => {
  const { id, agreementId } = await params
  await loadAgreement(id, agreementId)
  return (await getTranslations('servicedesk.withdraw'))('title')
})

/** The confirm step of withdrawing an agreement: what it does, and why. */
export default definePage(async function IntrekkenPage({ params }: WithdrawPageProps) {
  const { id, agreementId } = await params
  const agreement = await loadAgreement(id, agreementId)
  const t = await getTranslations('servicedesk')
  const common = await getTranslations('common')
  const back = `/servicedesk/gemeenten/${id}`
  const crumbs = [
    { label: t('gemeenten.title'), href: '/servicedesk/gemeenten' },
    { label: agreement.organisationName, href: back },
    { label: t('gemeente.withdraw') },
  ]
  const what = {
    agreement: t(`gemeente.${agreement.kind}`),
    name: agreement.organisationName,
    date: formatDate(agreement.signedOn, localeFrom(await getLocale())),
  }
  return (
    <>
      <PageHeading before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />} lead={t('withdraw.what', what)}>
        {t('withdraw.title')}
      </PageHeading>
      <div className="flex max-w-text flex-col gap-2">
        <p>{t('withdraw.lead')}</p>
        <ul className="flex list-disc flex-col gap-1 ps-6">
          <li>{t('withdraw.effect1')}</li>
          <li>{t('withdraw.effect2')}</li>
          <li>{t('withdraw.effect3')}</li>
        </ul>
      </div>
      <ReasonForm
        action={withdrawAgreementAction}
        about={{ field: 'agreementId', id: agreement.id }}
        reason={t('withdraw.reason')}
        reasonHint={t('withdraw.reasonHint')}
        submit={t('withdraw.submit')}
        cancel={{ href: back, text: t('withdraw.cancel') }}
        texts={await formTexts((await getMessages()).servicedesk.withdraw.errors)}
      />
    </>
  )
})
