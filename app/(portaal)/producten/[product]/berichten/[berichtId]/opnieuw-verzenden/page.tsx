import { redirect } from 'next/navigation'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import {
  type BerichtPageProps,
  loadBericht,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { resendBerichtAction } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/opnieuw-verzenden/actions.ts'
import { ResendForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/opnieuw-verzenden/resend-form.tsx'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { canResend } from '#/lib/berichten/resend-bericht.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

export const generateMetadata = pageTitle(async ({ params }: BerichtPageProps) => {
  await loadBericht(params)
  return (await getTranslations('berichten.sending.again'))('title')
})

/** Asks for confirmation before a bericht is sent once more. */
export default definePage(async function ResendPage({ params }: BerichtPageProps) {
  const bericht = await loadBericht(params)
  const backHref = `${listPath(bericht.product)}/${bericht.id}`
  // A page that was open too long: the bericht itself tells what became of it.
  if (!canResend(bericht)) redirect(backHref)
  const t = translator(localeFrom(await getLocale()), 'berichten')
  const common = await getTranslations('common')
  const { errors } = (await getMessages()).berichten.sending.again
  const name = titleOf(t, bericht)
  const crumbs = [{ href: backHref, label: name }, { label: t('sending.again.title') }]
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={t('sending.again.lead', { name })}
      >
        {t('sending.again.title')}
      </PageHeading>
      {bericht.status === 'KETENFOUT' ? <Banner tone="warn" title={t('sending.again.fault')} /> : null}
      <ResendForm
        action={resendBerichtAction}
        product={bericht.product}
        berichtId={bericht.id}
        backHref={backHref}
        texts={{ submit: t('sending.again.submit'), busy: t('sending.again.busy'), cancel: common('cancel') }}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
