import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { LogList } from '#/app/_log/log-list.tsx'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { pathId } from '#/app/_server/path-id.ts'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Facts } from '#/app/_ui/summary-list.tsx'
import { AgreementCards } from '#/app/(servicedesk)/servicedesk/gemeenten/[id]/agreement-cards.tsx'
import { AgreementForm } from '#/app/(servicedesk)/servicedesk/gemeenten/[id]/agreement-form.tsx'
import { ManagerTable } from '#/app/(servicedesk)/servicedesk/gemeenten/[id]/manager-table.tsx'
import { WaitingPeople } from '#/app/(servicedesk)/servicedesk/gemeenten/[id]/waiting-people.tsx'
import { registerAgreementAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import { type GemeenteDetail, readGemeente } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { AGREEMENT_KINDS } from '#/lib/organisations/gemeenten/schema.ts'
import { formatDate, formatNumber } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type GemeentePageProps = { params: Promise<{ id: string }>; searchParams: Query }

// Once per request, for the title and the page: reading a gemeente is logged.
const gemeenteOf = cache(async (id: string) => {
  const actor = await requireActor()
  return readGemeente(actor, pathId(id))
})

export const generateMetadata = pageTitle(
  async ({ params }: GemeentePageProps) => (await gemeenteOf((await params).id)).name,
)

const missingKinds = ({ agreements }: GemeenteDetail) =>
  AGREEMENT_KINDS.filter((kind) => !agreements[kind] || agreements[kind].withdrawn)

async function NewAgreement({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  const texts = (await getMessages()).servicedesk.gemeente
  const kinds = missingKinds(gemeente).map((kind) => ({ value: kind, label: t(kind) }))
  if (kinds.length === 0) return null
  return (
    <Panel title={t('registerTitle')}>
      <AgreementForm
        action={registerAgreementAction}
        organisationId={gemeente.id}
        kinds={kinds}
        texts={texts}
        formTexts={await formTexts(texts.errors)}
      />
    </Panel>
  )
}

async function GemeenteFacts({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  const locale = localeFrom(await getLocale())
  return (
    <Panel title={t('facts')}>
      <Facts
        facts={[
          { term: t('code'), value: gemeente.gemeenteCode, mono: true },
          { term: t('kvk'), value: gemeente.kvk || t('none'), mono: gemeente.kvk !== '' },
          { term: t('rsin'), value: gemeente.rsin || t('none'), mono: gemeente.rsin !== '' },
          { term: t('since'), value: formatDate(gemeente.createdAt, locale) },
          { term: t('people'), value: formatNumber(gemeente.people, locale) },
        ]}
      />
    </Panel>
  )
}

async function Recent({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  return (
    <Panel title={t('recent')}>
      {gemeente.recent.length > 0 ? <LogList entries={gemeente.recent} /> : <p>{t('recentNone')}</p>}
      <Link href={addressWith('/servicedesk/logboek', { gemeente: gemeente.id })}>{t('recentMore')}</Link>
    </Panel>
  )
}

/** What was done a moment ago, by the address that it led to. */
async function doneText(done: unknown, isClosed: boolean): Promise<string | null> {
  const t = await getTranslations('servicedesk')
  if (done === 'geregistreerd' && !isClosed) return `${t('gemeente.registered')} ${t('gemeente.bothInForce')}`
  if (done === 'voorgedragen') return t('nomination.done')
  if (done === 'al-voorgedragen') return t('nomination.already')
  return done === 'voordracht-ingetrokken' ? t('nomination.withdrawn') : null
}

/** One gemeente: agreements, people who wait for a code, managers, recent events. */
export default definePage(async function GemeentePage({ params, searchParams }: GemeentePageProps) {
  const gemeente = await gemeenteOf((await params).id)
  const t = await getTranslations('servicedesk.gemeente')
  const list = await getTranslations('servicedesk.gemeenten')
  const common = await getTranslations('common')
  const crumbs = [{ label: list('title'), href: '/servicedesk/gemeenten' }, { label: gemeente.name }]
  const isClosed = missingKinds(gemeente).length > 0
  const done = await doneText((await searchParams).gedaan, isClosed)
  return (
    <>
      <PageHeading before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />}>{gemeente.name}</PageHeading>
      {done ? <Banner tone="ok" title={done} announce /> : null}
      {isClosed ? (
        <Banner tone="warn" title={t('closed')}>
          <p>{t('closedText')}</p>
        </Banner>
      ) : null}
      <AgreementCards gemeente={gemeente} />
      <NewAgreement gemeente={gemeente} />
      <WaitingPeople gemeente={gemeente} />
      <section className="flex flex-col gap-3">
        <h2 className="text-h2">{t('managers')}</h2>
        <ManagerTable gemeente={gemeente} />
      </section>
      <div className="grid gap-6 items-start lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Recent gemeente={gemeente} />
        <GemeenteFacts gemeente={gemeente} />
      </div>
    </>
  )
})
