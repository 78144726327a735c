import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { Lock } from '#/app/_ui/drawings.ts'
import { EmailText } from '#/app/_ui/email-text.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Status } from '#/app/_ui/status.tsx'
import type { GemeenteDetail, ManagerView } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecent } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** The gebruikersbeheerders of a gemeente: how to reach them, and their product roles. */
export async function ManagerTable({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  const locale = localeFrom(await getLocale())
  if (gemeente.managers.length === 0) return <p className="text-ink-soft">{t('managersNone')}</p>
  const columns: Column<ManagerView>[] = [
    {
      key: 'name',
      header: t('name'),
      isRowHeader: true,
      cell: ({ name, isBlocked }) => (
        <span className="flex flex-col items-start gap-1">
          {name}
          {isBlocked ? <Status tone="bad" icon={Lock} label={t('blocked')} /> : null}
        </span>
      ),
    },
    {
      key: 'contact',
      header: t('contact'),
      cell: ({ phone, email }) => (
        <span className="flex flex-col">
          <span>{phone}</span>
          <EmailText address={email} />
        </span>
      ),
    },
    {
      key: 'login',
      header: t('lastLogin'),
      cell: ({ lastLoginAt }) => (lastLoginAt ? formatRecent(lastLoginAt, clock.now(), locale) : t('never')),
    },
    {
      key: 'roles',
      header: t('actions'),
      headerHidden: true,
      cell: ({ id, name }) => (
        <Link href={`/servicedesk/gemeenten/${gemeente.id}/rollen/${id}`}>
          {t('roles')} <span className="sr-only">{t('rolesAbout', { name })}</span>
        </Link>
      ),
    },
  ]
  return <DataTable caption={t('managersCaption')} columns={columns} rows={gemeente.managers} rowKey={({ id }) => id} />
}
