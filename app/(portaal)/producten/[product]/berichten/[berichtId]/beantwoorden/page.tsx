import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import {
  DecisionPanel,
  DeclarationPanel,
  RetourPanel,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/answer-panels.tsx'
import type { BerichtPageProps } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { type BerichtenTexts, titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { type AnswerOptions, readAnswerOptions } from '#/lib/berichten/answering/read-answer-options.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Reading the largest declaratie takes a second or two. */
const READING_MS = 30_000

// Once per request, for the title and the page: every reading is logged.
const readOnce = cache(async (product: string, berichtId: string): Promise<AnswerOptions> => {
  const address = BerichtAddress.safeParse({ product, berichtId })
  const actor = await requireMember('ACTIEF')
  if (!address.success) throw new NotFoundError('bericht')
  return readAnswerOptions(actor, address.data, AbortSignal.timeout(READING_MS))
})

const load = async ({ params }: BerichtPageProps) => {
  const { product, berichtId } = await params
  return readOnce(product, berichtId)
}

export const generateMetadata = pageTitle(async (props: BerichtPageProps) => {
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return t('answering.title', { name: titleOf(t, (await load(props)).bericht) })
})

type FormsProps = { readonly options: AnswerOptions; readonly t: BerichtenTexts; readonly locale: Locale }

function Forms({ options: { bericht, state, requests, declaratie, release }, t, locale }: FormsProps) {
  if (state === null || release === null) return null
  const shared = { bericht, t, locale }
  return (
    <div className="flex max-w-text flex-col gap-6">
      {state.retour ? <RetourPanel {...shared} state={state} retour={state.retour} /> : null}
      {state.decision ? (
        <DecisionPanel {...shared} decision={state.decision} requests={requests} release={release} />
      ) : null}
      {state.declaratie && declaratie ? (
        <DeclarationPanel
          {...shared}
          state={state}
          declaratie={state.declaratie}
          summary={declaratie}
          release={release}
        />
      ) : null}
    </div>
  )
}

/** Answers a received bericht: the portal writes the retourbericht, the 319 or the 325 and delivers it. */
export default definePage(async function AnswerPage(props: BerichtPageProps) {
  const options = await load(props)
  const { bericht, hindrance } = options
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  const title = titleOf(t, bericht)
  const backHref = `${listPath(bericht.product)}/${bericht.id}`
  const crumbs = [{ label: title, href: backHref }, { label: t('answering.crumb') }]
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />} lead={t('answering.lead')}>
        {t('answering.title', { name: title })}
      </PageHeading>
      {hindrance === null ? (
        <Forms options={options} t={t} locale={locale} />
      ) : (
        <EmptyState
          title={t(`answering.hindrances.${hindrance}`)}
          action={
            <ButtonLink href={backHref} look="secondary">
              {t('answering.back')}
            </ButtonLink>
          }
        >
          {t(`answering.hindranceTexts.${hindrance}`)}
        </EmptyState>
      )}
    </>
  )
})
