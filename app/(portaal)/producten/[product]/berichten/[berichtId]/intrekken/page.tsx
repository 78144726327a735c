import { redirect } from 'next/navigation'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { withdrawBerichtAction } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/intrekken/actions.ts'
import { WithdrawForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/intrekken/withdraw-form.tsx'
import {
  type BerichtPageProps,
  loadBericht,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { canWithdraw } from '#/lib/berichten/rules.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

export const generateMetadata = pageTitle(async ({ params }: BerichtPageProps) => {
  await loadBericht(params)
  return (await getTranslations('berichten.withdraw'))('title')
})

/** Asks for confirmation before a bericht is withdrawn. */
export default definePage(async function WithdrawPage({ params }: BerichtPageProps) {
  const bericht = await loadBericht(params)
  const backHref = `${listPath(bericht.product)}/${bericht.id}`
  // A page that was open too long: the bericht itself tells what became of it.
  if (!canWithdraw(bericht)) redirect(backHref)
  const t = translator(localeFrom(await getLocale()), 'berichten')
  const common = await getTranslations('common')
  const { errors } = (await getMessages()).berichten.withdraw
  const name = titleOf(t, bericht)
  const crumbs = [{ href: backHref, label: name }, { label: t('withdraw.title') }]
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={t('withdraw.lead', { name })}
      >
        {t('withdraw.title')}
      </PageHeading>
      <WithdrawForm
        action={withdrawBerichtAction}
        product={bericht.product}
        berichtId={bericht.id}
        backHref={backHref}
        texts={{
          reason: t('withdraw.reason'),
          reasonHint: t('withdraw.reasonHint'),
          submit: t('withdraw.submit'),
          busy: t('withdraw.busy'),
          cancel: common('cancel'),
        }}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
