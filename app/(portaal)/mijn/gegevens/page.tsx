import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageAccess } from '#/app/_server/page-access.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { SummaryList, type SummaryRow } from '#/app/_ui/summary-list.tsx'
import { PRODUCT_NAMES, PRODUCTS } from '#/lib/access/products.ts'
import { type OwnData, readOwnData } from '#/lib/organisations/own/read-own-data.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.data'))('title') }
}

async function Personal({ data }: { data: OwnData }) {
  const t = await getTranslations('account.data')
  const locale = localeFrom(await getLocale())
  const row = (
    key: 'initials' | 'firstName' | 'infix' | 'lastName' | 'department' | 'phone' | 'email',
  ): SummaryRow => ({
    key,
    term: t(key),
    value: <span className="break-words">{data[key] || t('none')}</span>,
  })
  const rows: SummaryRow[] = [
    { key: 'salutation', term: t('salutation'), value: data.salutation ? t(data.salutation) : t('none') },
    row('initials'),
    row('firstName'),
    row('infix'),
    row('lastName'),
    row('department'),
    row('phone'),
    row('email'),
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
    return { key: product, term: PRODUCT_NAMES[product], value: held ? role(held) : t('noRole') }
  })
  const names = data.managers.join(', ')
  const who =
    data.managers.length === 0
      ? t('whoDesk', { phone: settings().operator.phone })
      : t(data.managers.length === 1 ? 'whoChanges' : 'whoChangesMany', { names })
  return (
    <Panel title={t('roles')}>
      <SummaryList rows={rows} />
      {data.isManager ? <p>{t('manager')}</p> : null}
      <p className="text-ink-soft">{who}</p>
    </Panel>
  )
}

/** What the portal knows of who looks, and the way to change it or take it along. */
export default async function MijnGegevensPage() {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('account.data')
  const data = await pageAccess(actor, () => readOwnData(actor))
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Personal data={data} />
      <Roles data={data} />
      <Panel title={t('download')}>
        <p className="max-w-text">{t('downloadLead')}</p>
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href="/mijn/gegevens/download" look="secondary" plain>
            {t('downloadButton')}
          </ButtonLink>
          <Link href="/mijn/sessies">{t('sessions')}</Link>
        </div>
      </Panel>
    </>
  )
}
