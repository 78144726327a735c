import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { pathId } from '#/app/_server/path-id.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { showSignalBsnAction } from '#/app/(portaal)/producten/[product]/signalen/[signaalId]/actions.ts'
import { SignalBsnForm } from '#/app/(portaal)/producten/[product]/signalen/[signaalId]/signal-bsn-form.tsx'
import { requireWlz, SIGNALS_PATH, WlzBreadcrumb } from '#/app/(portaal)/producten/[product]/wlz-page.tsx'
import { BSN_REASONS } from '#/lib/berichten/reading/bsn-form.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { readSignal } from '#/lib/wlz/signals/read-signals.ts'

type PageProps = { params: Promise<{ product: string; signaalId: string }> }

/** So long a number stays on the page. */
const SHOWN_SECONDS = 60

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  await requireWlz(params)
  return (await getTranslations('wlz'))('signals.bsn.title')
})

/** Shows the burgerservicenummer of the person of a signal, for who says why. */
export default definePage(async function SignaalPage({ params }: PageProps) {
  await requireWlz(params)
  const actor = await requireMember('ACTIEF')
  const id = pathId((await params).signaalId)
  const signal = await readSignal(actor, id)
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'wlz')
  const words = translator(locale, 'berichten')
  const { errors } = (await getMessages()).berichten.reading.bsn
  const crumbs = [{ label: t('signals.title'), href: SIGNALS_PATH }, { label: t('signals.bsn.title') }]
  const since = formatDate(signal.since, locale)
  return (
    <>
      <PageHeading
        before={<WlzBreadcrumb last={crumbs} />}
        lead={t('signals.bsn.lead', { bsn: signal.maskedBsn, since })}
      >
        {t('signals.bsn.title')}
      </PageHeading>
      <SignalBsnForm
        action={showSignalBsnAction}
        signaalId={id}
        backHref={SIGNALS_PATH}
        ownHref={`${SIGNALS_PATH}/${id}`}
        shownSeconds={SHOWN_SECONDS}
        reasons={BSN_REASONS.map((value) => ({ value, label: words(`reading.bsn.reasons.${value}`) }))}
        texts={{
          reason: words('reading.bsn.reason'),
          note: words('reading.bsn.note'),
          noteHint: words('reading.bsn.noteHint'),
          submit: words('reading.bsn.submit'),
          busy: words('reading.bsn.busy'),
          hidden: words('reading.bsn.hidden'),
          again: words('reading.bsn.again'),
          shown: words('reading.bsn.shown', { seconds: String(SHOWN_SECONDS) }),
          back: t('signals.bsn.back'),
        }}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
