import { getLocale, getTranslations } from 'next-intl/server'
import { LogTable } from '#/app/_log/log-table.tsx'
import type { Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Button } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { BerichtPanel } from '#/app/(servicedesk)/servicedesk/zoeken/bericht-panel.tsx'
import { reasonWords } from '#/lib/audit/log-sentence.ts'
import { isRefusalCode, refusalPage } from '#/lib/identity/login/identity.ts'
import {
  openReferenceSearch,
  type ReferenceAnswer,
  searchReference,
} from '#/lib/organisations/references/search-reference.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

const PATH = '/servicedesk/zoeken'

export const generateMetadata = pageTitle(async () => (await getTranslations('servicedesk.search'))('title'))

/** The page that a caller with a refused login was looking at. */
async function WhatTheCallerSaw({ answer }: { answer: ReferenceAnswer }) {
  const t = await getTranslations('servicedesk.search')
  const login = await getTranslations('login.refused')
  const locale = localeFrom(await getLocale())
  const refused = answer.entries.find(({ supportCode }) => supportCode === answer.reference)
  const code = refused?.reasonCode ?? null
  if (!code || !isRefusalCode(code)) return null
  return (
    <Panel title={t('sawTitle')} tone="info">
      <p>{t('saw', { page: login(`${refusalPage(code)}.title`) })}</p>
      <p>{t('why', { reason: reasonWords(code, locale) })}</p>
    </Panel>
  )
}

async function Answer({ answer }: { answer: ReferenceAnswer }) {
  const t = await getTranslations('servicedesk.search')
  if (answer.kind === 'unknown') return <EmptyState title={t('unknownTitle')}>{t('unknownText')}</EmptyState>
  if (answer.entries.length === 0 && !answer.bericht)
    return (
      <EmptyState title={t('nothingTitle')}>
        <p className="break-words">{t('nothingText', { reference: answer.reference })}</p>
      </EmptyState>
    )
  return (
    <>
      <WhatTheCallerSaw answer={answer} />
      {answer.bericht ? <BerichtPanel bericht={answer.bericht} /> : null}
      {answer.entries.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2 className="text-h2">{t('logTitle')}</h2>
          <LogTable entries={answer.entries} caption={t('logCaption')} withGemeente />
        </section>
      ) : null}
    </>
  )
}

/** Looking up what a caller names: what that person saw, what the log says, the status of a bericht. */
export default definePage(async function ZoekenPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor()
  const { referentie } = await searchParams
  const asked = typeof referentie === 'string' ? referentie.trim() : ''
  const answer = asked ? await searchReference(actor, asked) : openReferenceSearch(actor)
  const t = await getTranslations('servicedesk.search')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <form action={PATH} method="get" className="flex max-w-form flex-col gap-4">
        <TextField
          name="referentie"
          label={t('label')}
          hint={t('hint')}
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button>{t('submit')}</Button>
        </div>
      </form>
      {answer ? <Answer answer={answer} /> : null}
    </>
  )
})
