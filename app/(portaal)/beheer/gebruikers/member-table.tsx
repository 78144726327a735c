import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { OnboardingStatusBadge } from '#/app/_ui/onboarding-status.tsx'
import { PRODUCT_NAMES, PRODUCTS } from '#/lib/access/products.ts'
import type { MemberLine } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatDate, formatRecent } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

async function Roles({ person }: { person: MemberLine }) {
  const t = await getTranslations('beheer.users')
  const role = await getTranslations('common.roles')
  const lines = PRODUCTS.flatMap((product) => {
    const held = person.roles[product]
    return held ? [{ key: product, text: `${PRODUCT_NAMES[product]}: ${role(held)}` }] : []
  })
  const all = person.isManager ? [...lines, { key: 'manager', text: role('GEBRUIKERSBEHEERDER') }] : lines
  if (all.length === 0) return <span className="text-ink-soft">{t('noRole')}</span>
  return (
    <ul className="text-small">
      {all.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}

/** The people of the gemeente: name, step, roles, last login. */
export async function MemberTable({ people }: { people: readonly MemberLine[] }) {
  const t = await getTranslations('beheer.users')
  const state = await getTranslations('onboarding.state')
  const locale = localeFrom(await getLocale())
  const columns: Column<MemberLine>[] = [
    {
      key: 'name',
      header: t('name'),
      isRowHeader: true,
      cell: (person) => (
        <span className="flex flex-col">
          <Link href={`/beheer/gebruikers/${person.id}`}>
            {person.name || t('namelessOn', { date: formatDate(person.createdAt, locale) })}
          </Link>
          {person.department ? <span className="text-small font-normal text-ink-soft">{person.department}</span> : null}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: (person) => <OnboardingStatusBadge state={person.state} label={state(person.state)} />,
    },
    { key: 'roles', header: t('roles'), cell: (person) => <Roles person={person} /> },
    {
      key: 'login',
      header: t('lastLogin'),
      cell: ({ lastLoginAt }) => (lastLoginAt ? formatRecent(lastLoginAt, clock.now(), locale) : t('never')),
    },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={people} rowKey={({ id }) => id} />
}
