import { getLocale, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { productHome } from '#/app/_server/viewer.ts'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { BulletList } from '#/app/_ui/prose.tsx'
import { Figures } from '#/app/(portaal)/dashboard/figures.tsx'
import { TrafficChart } from '#/app/(portaal)/dashboard/traffic-chart.tsx'
import type { MemberActor } from '#/lib/access/actor.ts'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type DashboardView, readDashboard, type TrafficWeek } from '#/lib/reporting/read-dashboard.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('dashboard'))('title'))

async function WhoGivesRoles({ view, actor }: { view: DashboardView; actor: MemberActor }) {
  const t = await getTranslations('dashboard')
  const { phone } = settings().operator
  const others = view.managers.filter((name) => !(actor.isManager && name === actor.displayName))
  const names = others.join(', ')
  if (actor.isManager) return <p>{others.length > 0 ? t('whoSelf', { names, phone }) : t('whoSelfAlone', { phone })}</p>
  return <p>{others.length > 0 ? t('who', { names }) : t('whoNobody', { phone })}</p>
}

async function NoRoles({ view, actor }: { view: DashboardView; actor: MemberActor }) {
  const t = await getTranslations('dashboard')
  return (
    <Panel title={t(actor.isManager ? 'noneManagerTitle' : 'noneTitle')} marked={!actor.isManager}>
      <p className="max-w-text">{t(actor.isManager ? 'noneManager' : 'none')}</p>
      <BulletList items={[t('noneRoles.GEBRUIKER'), t('noneRoles.PRODUCTBEHEERDER')]} />
      <h3 className="font-heavy">{t('whoTitle')}</h3>
      <WhoGivesRoles view={view} actor={actor} />
      <p className="text-ink-soft">{t('after')}</p>
    </Panel>
  )
}

async function MyRoles({ view, actor }: { view: DashboardView; actor: MemberActor }) {
  const t = await getTranslations('dashboard')
  const common = await getTranslations('common.roles')
  type Row = DashboardView['roles'][number]
  const columns: Column<Row>[] = [
    { key: 'product', header: t('product'), cell: ({ product }) => PRODUCT_NAMES[product], isRowHeader: true },
    { key: 'role', header: t('role'), cell: ({ role }) => (role ? common(role) : t('noRole')) },
    {
      key: 'open',
      header: t('open', { product: '' }),
      headerHidden: true,
      cell: ({ product }) => {
        const href = productHome(actor, product)
        return href ? <Link href={href}>{t('open', { product: PRODUCT_NAMES[product] })}</Link> : null
      },
    },
  ]
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-h2">{t('roles')}</h2>
      <DataTable caption={t('roles')} columns={columns} rows={view.roles} rowKey={({ product }) => product} />
      {view.isManager ? <p>{t('managerToo')}</p> : null}
      <WhoGivesRoles view={view} actor={actor} />
    </section>
  )
}

async function Traffic({ weeks }: { weeks: readonly TrafficWeek[] }) {
  const t = await getTranslations('dashboard')
  const locale = localeFrom(await getLocale())
  if (weeks.length === 0) return null
  const columns: Column<TrafficWeek>[] = [
    { key: 'week', header: t('week'), cell: ({ from }) => formatDate(from, locale), isRowHeader: true },
    { key: 'delivered', header: t('delivered'), cell: ({ delivered }) => delivered },
    { key: 'received', header: t('received'), cell: ({ received }) => received },
  ]
  return (
    <Panel title={t('traffic')}>
      <TrafficChart weeks={weeks} label={t('traffic')} locale={locale} />
      <p className="flex flex-wrap gap-x-6 text-small">
        <span className="flex items-center gap-2">
          <span aria-hidden="true" data-chart="" className="size-3 bg-action" />
          {t('delivered')}
        </span>
        <span className="flex items-center gap-2">
          <span aria-hidden="true" data-chart="" className="size-3 bg-line-strong" />
          {t('received')}
        </span>
      </p>
      <details>
        <summary className="pz-link w-fit cursor-pointer py-1">{t('trafficTable')}</summary>
        <div className="mt-2">
          <DataTable caption={t('traffic')} columns={columns} rows={weeks} rowKey={({ from }) => from} />
        </div>
      </details>
    </Panel>
  )
}

/** The start page: what needs me, what came in, my roles, or who can give them. */
export default definePage(async function DashboardPage() {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('dashboard')
  const view = await readDashboard(actor)
  const hasRole = view.roles.some(({ role }) => role !== null)
  return (
    <>
      <PageHeading lead={t('welcome', { name: actor.displayName })}>{t('title')}</PageHeading>
      <Figures view={view} />
      {hasRole ? null : <NoRoles view={view} actor={actor} />}
      <Traffic weeks={view.traffic} />
      {hasRole ? <MyRoles view={view} actor={actor} /> : null}
    </>
  )
})
