import { getLocale, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { EmailText } from '#/app/_ui/email-text.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Facts, SummaryList, type SummaryRow } from '#/app/_ui/summary-list.tsx'
import { Preferences } from '#/app/(portaal)/mijn/gegevens/preferences.tsx'
import { MijnTabs } from '#/app/(portaal)/mijn/mijn-tabs.tsx'
import { PRODUCT_NAMES, PRODUCTS } from '#/lib/access/products.ts'
import { readPreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import { type OwnData, readOwnData } from '#/lib/organisations/own/read-own-data.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('account.data'))('title'))

async function Personal({ data }: { data: OwnData }) {
  const t = await getTranslations('account.data')
  const locale = localeFrom(await getLocale())
  const row = (key: 'initials' | 'firstName' | 'infix' | 'lastName' | 'department' | 'phone'): SummaryRow => ({
    key,
    term: t(key),
    value: <span className={data[key] ? 'break-words' : 'text-ink-soft'}>{data[key] || t('none')}</span>,
  })
  const rows: SummaryRow[] = [
    { key: 'salutation', term: t('salutation'), value: data.salutation ? t(data.salutation) : t('none') },
    row('initials'),
    row('firstName'),
    row('infix'),
    row('lastName'),
    row('department'),
    row('phone'),
    { key: 'email', term: t('email'), value: <EmailText address={data.email} /> },
    { key: 'newsletter', term: t('newsletter'), value: t(data.newsletter ? 'yes' : 'no') },
    { key: 'organisation', term: t('organisation'), value: `${data.organisationName} (${data.gemeenteCode})` },
    { key: 'since', term: t('since'), value: formatMoment(data.createdAt, locale) },
    ...(data.lastLoginAt
      ? [{ key: 'login', term: t('lastLogin'), value: formatMoment(data.lastLoginAt, locale) }]
      : []),
  ]
  return (
    <Panel title={t('personal')}>
      <SummaryList rows={rows} />
      <div>
        <ButtonLink href="/persoonlijke-instellingen" look="secondary">
          {t('change')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

async function Roles({ data }: { data: OwnData }) {
  const t = await getTranslations('account.data')
  const role = await getTranslations('common.roles')
  const rows = PRODUCTS.map((product) => {
    const held = data.roles[product]
    return { term: PRODUCT_NAMES[product], value: held ? role(held) : t('noRole') }
  })
  const names = data.managers.join(', ')
  const who =
    data.managers.length === 0
      ? t('whoDesk', { phone: settings().operator.phone })
      : t(data.managers.length === 1 ? 'whoChanges' : 'whoChangesMany', { names })
  return (
    <Panel title={t('roles')}>
      <Facts facts={rows} />
      {data.isManager ? <p>{t('manager')}</p> : null}
      <p className="text-ink-soft">{who}</p>
    </Panel>
  )
}

/** What the portal knows of who looks, and the way to change it or take it along. */
export default definePage(async function MijnGegevensPage() {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('account.data')
  const [data, choices] = await Promise.all([readOwnData(actor), readPreferences(actor)])
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <MijnTabs current="gegevens" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Personal data={data} />
          <Preferences choices={choices} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Roles data={data} />
          <Panel title={t('download')}>
            <p>{t('downloadLead')}</p>
            <div>
              <ButtonLink href="/mijn/gegevens/download" look="secondary" plain>
                {t('downloadButton')}
              </ButtonLink>
            </div>
          </Panel>
        </div>
      </div>
    </>
  )
})
