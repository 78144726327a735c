import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { Link, PlainLink } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('public'))('door.title'))

/** The door: to Wmo and Jeugdzorg, to the servicedesk, and to the operator's other portals. */
export default definePage(async function DoorPage() {
  const t = await getTranslations('public')
  const { operator, otherPortals } = settings()
  return (
    <div className="flex flex-col gap-6 md:gap-8">
      <PageHeading lead={t('door.lead', { operator: operator.name })}>{t('door.title')}</PageHeading>
      <div className="grid items-stretch gap-5 md:grid-cols-3">
        <Panel title={t('door.care.title')} marked>
          <p className="text-ink-soft">{t('door.care.text')}</p>
          <div className="mt-auto pt-2">
            <ButtonLink href="/inloggen" wideOnPhone>
              {t('door.care.action')}
            </ButtonLink>
          </div>
        </Panel>
        <Panel title={t('door.desk.title')}>
          <p className="text-ink-soft">{t('door.desk.text')}</p>
          <div className="mt-auto pt-2">
            <ButtonLink href="/servicedesk/inloggen" look="secondary" wideOnPhone>
              {t('door.desk.action')}
              <span className="sr-only"> {t('door.desk.title')}</span>
            </ButtonLink>
          </div>
        </Panel>
        {otherPortals.length > 0 ? (
          <Panel title={t('door.others')}>
            <ul className="flex flex-col gap-1">
              {otherPortals.map((portal) => (
                <li key={portal.url.href}>
                  <PlainLink href={portal.url.href}>{portal.name}</PlainLink>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <Panel title={t('door.first.title')}>
          <p className="text-ink-soft">{t('door.first.text')}</p>
          <p className="mt-auto pt-2">
            <Link href="/help#toegang">{t('door.first.link')}</Link>
          </p>
        </Panel>
      </div>
    </div>
  )
})
