import { getLocale, getMessages } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { showBsnAction } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bsn/actions.ts'
import { BsnForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bsn/bsn-form.tsx'
import {
  type BerichtPageProps,
  loadBericht,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { BSN_REASONS } from '#/lib/berichten/reading/bsn-form.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** So long a number stays on the page. */
const SHOWN_SECONDS = 60
const NUMBER = /^[1-9][0-9]{0,6}$/

async function clientOf({ searchParams }: BerichtPageProps): Promise<number> {
  const { client } = await searchParams
  return typeof client === 'string' && NUMBER.test(client) ? Number(client) : 1
}

export const generateMetadata = pageTitle(async (props: BerichtPageProps) => {
  await loadBericht(props.params)
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return t('reading.bsn.title', { number: String(await clientOf(props)) })
})

/** Shows the burgerservicenummer of one client of a bericht, for who says why. */
export default definePage(async function BsnPage(props: BerichtPageProps) {
  const bericht = await loadBericht(props.params)
  const client = await clientOf(props)
  const t = translator(localeFrom(await getLocale()), 'berichten')
  const { errors } = (await getMessages()).berichten.reading.bsn
  const about = `${listPath(bericht.product)}/${bericht.id}`
  const backHref = `${about}/inhoud${client > 1 ? `?vanaf=${client}` : ''}`
  const crumbs = [
    { label: titleOf(t, bericht), href: about },
    { label: t('reading.content'), href: backHref },
    { label: t('reading.bsn.crumb') },
  ]
  const label = (key: 'reason' | 'note' | 'noteHint' | 'submit' | 'busy' | 'back' | 'hidden' | 'again') =>
    t(`reading.bsn.${key}`)
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={t('reading.bsn.lead', { name: titleOf(t, bericht) })}
      >
        {t('reading.bsn.title', { number: String(client) })}
      </PageHeading>
      <BsnForm
        action={showBsnAction}
        product={bericht.product}
        berichtId={bericht.id}
        client={client}
        backHref={backHref}
        ownHref={`${about}/bsn?client=${client}`}
        shownSeconds={SHOWN_SECONDS}
        reasons={BSN_REASONS.map((value) => ({ value, label: t(`reading.bsn.reasons.${value}`) }))}
        texts={{
          reason: label('reason'),
          note: label('note'),
          noteHint: label('noteHint'),
          submit: label('submit'),
          busy: label('busy'),
          back: label('back'),
          hidden: label('hidden'),
          again: label('again'),
          shown: t('reading.bsn.shown', { seconds: String(SHOWN_SECONDS) }),
        }}
        formTexts={await formTexts(errors)}
      />
    </>
  )
})
