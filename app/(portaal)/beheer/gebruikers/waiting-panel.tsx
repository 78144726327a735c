import { getLocale, getTranslations } from 'next-intl/server'
import { CodeLine } from '#/app/_people/code-line.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import type { WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type WaitingPanelProps = { readonly people: readonly WaitingPerson[]; readonly total: number }

/** On top of the list: who cannot go on without the gebruikersbeheerder. */
export async function WaitingPanel({ people, total }: WaitingPanelProps) {
  const t = await getTranslations('beheer.users')
  const locale = localeFrom(await getLocale())
  if (total === 0) return null
  return (
    <Panel title={t('waitingTitle')} marked>
      <p className="max-w-text">{t('waitingLead')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 last:pb-0">
            <div className="flex min-w-0 flex-col">
              <Link href={`/beheer/gebruikers/${person.id}`} className="font-semibold">
                {person.name || t('nameless')}
              </Link>
              <span className="text-small text-ink-soft">
                {person.department ? `${person.department}. ` : ''}
                {t('waitingSince', { moment: formatRecentInline(person.waitingSince, clock.now(), locale) })}
              </span>
            </div>
            <CodeLine code={person.code} />
          </li>
        ))}
      </ul>
      {total > people.length ? <p>{t('more', { count: total - people.length })}</p> : null}
    </Panel>
  )
}
