import { getLocale } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { Banner } from '#/app/_ui/banner.tsx'
import { BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { BerichtFacts } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-facts.tsx'
import { BerichtTabs } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-tabs.tsx'
import { BerichtTimeline } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-timeline.tsx'
import { FaultPanel } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/fault-panel.tsx'
import { LinkedBerichten } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/linked-berichten.tsx'
import {
  type BerichtPageProps,
  loadBericht,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { SendingPanel } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/sending-panel.tsx'
import { findingHref } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/xml/xml-href.ts'
import { Findings } from '#/app/(portaal)/producten/[product]/berichten/findings.tsx'
import { LiveUpdates } from '#/app/(portaal)/producten/[product]/berichten/live-updates.tsx'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { type BerichtenTexts, statusLine, titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { EVENTS_ADDRESS } from '#/lib/berichten/live/events-address.ts'
import { canResend } from '#/lib/berichten/resend-bericht.ts'
import { canWithdraw } from '#/lib/berichten/rules.ts'
import type { BerichtDetail } from '#/lib/berichten/schema.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Beyond this a page helps nobody; the HTTP interface gives them all. */
const SHOWN_FINDINGS = 500

type PartProps = { readonly bericht: BerichtDetail; readonly t: BerichtenTexts; readonly locale: Locale }

export const generateMetadata = pageTitle(async ({ params }: BerichtPageProps) => {
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return titleOf(t, await loadBericht(params))
})

function Actions({ bericht, t }: Omit<PartProps, 'locale'>) {
  const { product, id, direction, status, outOfReach, forms, awaits } = bericht
  const hasContent = outOfReach === null
  const canAnswer = direction === 'ONTVANGEN' && awaits !== null && hasContent
  // One main road: fetch what is new, then answer it.
  const isNew = status === 'BESCHIKBAAR'
  const fetchText = direction === 'AANGELEVERD' ? t('detail.download') : t('list.fetch')
  return (
    <div className="flex flex-wrap gap-3 max-sm:w-full">
      {hasContent ? (
        <ButtonLink
          href={`/api/berichten/${product}/${id}/inhoud`}
          look={direction === 'ONTVANGEN' && (isNew || !canAnswer) ? 'primary' : 'secondary'}
          plain
          wideOnPhone
        >
          {status === 'OPGEHAALD' ? t('list.fetchAgain') : fetchText}
        </ButtonLink>
      ) : null}
      {hasContent && forms.length > 1 ? (
        <ButtonLink href={`/api/berichten/${product}/${id}/inhoud?vorm=envelop`} look="secondary" plain wideOnPhone>
          {t('detail.withEnvelope')}
        </ButtonLink>
      ) : null}
      {canAnswer ? (
        <ButtonLink href={`${listPath(product)}/${id}/beantwoorden`} look={isNew ? 'secondary' : 'primary'} wideOnPhone>
          {t('detail.answer')}
        </ButtonLink>
      ) : null}
      {canWithdraw(bericht) ? (
        <ButtonLink href={`${listPath(product)}/${id}/intrekken`} look="secondary" wideOnPhone>
          {t('list.withdraw')}
        </ButtonLink>
      ) : null}
      {canResend(bericht) && hasContent ? (
        <ButtonLink href={`${listPath(product)}/${id}/opnieuw-verzenden`} look="primary" wideOnPhone>
          {t('sending.again.button')}
        </ButtonLink>
      ) : null}
    </div>
  )
}

/** Why nobody gets at its content. What is VERLOPEN says so itself; what a virus was in, too. */
function OutOfReachLine({ bericht: { outOfReach, status }, t }: Pick<PartProps, 'bericht' | 't'>) {
  const isSaid = status === 'IN_CONTROLE' || status === 'VERLOPEN' || outOfReach === 'infected'
  return outOfReach === null || isSaid ? null : <p>{t(`outOfReach.${outOfReach}`)}</p>
}

/** What the gemeente still has to send, and by when; a retourbericht alone does not answer a request. */
function Deadline({ bericht, t, locale }: PartProps) {
  const { awaits, deadlineOn, direction, isLate } = bericht
  if (awaits === null || deadlineOn === null || direction !== 'ONTVANGEN') return null
  const due = { what: t(`waiting.awaits.${awaits}`), date: formatDate(deadlineOn, locale) }
  return (
    <p className={isLate ? 'font-semibold text-bad' : 'font-semibold text-warn'}>
      {t(isLate ? 'detail.answerLate' : 'detail.answerBy', due)}
    </p>
  )
}

function FindingsPanel({ bericht, t, locale }: PartProps) {
  const { findings, errorCount, warningCount, direction, status, outOfReach } = bericht
  const shown = findings.slice(0, SHOWN_FINDINGS)
  const isOpaque = findEigenBijdrage(bericht.berichtsoort) !== null
  return (
    <Panel title={t('detail.findings')}>
      {isOpaque ? <p>{t('eigenBijdrage.detail')}</p> : null}
      {findings.length === 0 ? (
        <p>{t('detail.noFindings')}</p>
      ) : (
        <>
          <p>{t('detail.findingsText', { errors: errorCount, warnings: warningCount })}</p>
          {status === 'AFGEKEURD' && outOfReach !== 'infected' ? <p>{t('detail.rejected')}</p> : null}
          {direction === 'ONTVANGEN' && outOfReach === null && errorCount > 0 && !isOpaque ? (
            <p>{t('detail.receivedFaulty')}</p>
          ) : null}
          <Findings findings={shown} locale={locale} hrefOf={(finding) => findingHref(bericht, finding)} />
          {findings.length > shown.length ? (
            <p>{t('detail.moreFindings', { count: findings.length, shown: shown.length })}</p>
          ) : null}
        </>
      )}
    </Panel>
  )
}

/** One bericht: what it is, where it stands, what happened to it, what is wrong with it, and what belongs to it. */
export default definePage(async function BerichtPage({ params, searchParams }: BerichtPageProps) {
  const bericht = await loadBericht(params)
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  const title = titleOf(t, bericht)
  const { ingetrokken, beantwoord, opnieuw } = await searchParams
  const isJustWithdrawn = ingetrokken !== undefined && bericht.status === 'INGETROKKEN'
  const isNewAnswer = beantwoord !== undefined && bericht.status === 'IN_WACHTRIJ'
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={[{ label: title }]} />}
        action={<Actions bericht={bericht} t={t} />}
      >
        {title}
      </PageHeading>
      <LiveUpdates
        address={EVENTS_ADDRESS}
        product={bericht.product}
        berichtId={bericht.id}
        text={t('detail.updated')}
      />
      <BerichtTabs bericht={bericht} current="about" />
      {isJustWithdrawn ? <Banner tone="ok" title={t('detail.withdrawn')} announce /> : null}
      {opnieuw !== undefined && bericht.status !== 'KETENFOUT' && bericht.status !== 'MISLUKT' ? (
        <Banner tone="ok" title={t('sending.again.done')} announce />
      ) : null}
      {isNewAnswer ? <Banner tone="ok" title={t('detail.answered')} announce /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel>
            <BerichtStatusBadge
              status={bericht.status}
              label={t(`status.${bericht.status}`)}
              line={statusLine(t, bericht, locale)}
            />
            <Deadline bericht={bericht} t={t} locale={locale} />
            <OutOfReachLine bericht={bericht} t={t} />
          </Panel>
          {bericht.sending ? (
            <SendingPanel sending={bericht.sending} direction={bericht.direction} locale={locale} />
          ) : null}
          {bericht.fault ? <FaultPanel fault={bericht.fault} locale={locale} /> : null}
          <FindingsPanel bericht={bericht} t={t} locale={locale} />
          {bericht.linked.length > 0 ? (
            <Panel title={t('detail.linked')}>
              <LinkedBerichten bericht={bericht} />
            </Panel>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={t('detail.timeline')}>
            <BerichtTimeline steps={bericht.timeline} />
          </Panel>
          <Panel title={t('detail.facts')}>
            <BerichtFacts bericht={bericht} />
          </Panel>
        </div>
      </div>
    </>
  )
})
