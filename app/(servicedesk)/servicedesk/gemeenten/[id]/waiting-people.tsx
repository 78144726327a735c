import { getLocale, getTranslations } from 'next-intl/server'
import { CodeForm } from '#/app/_people/code-form.tsx'
import { codeFormTexts } from '#/app/_people/code-form-texts.ts'
import { CodeLine } from '#/app/_people/code-line.tsx'
import { Banner } from '#/app/_ui/banner.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Nomination } from '#/app/(servicedesk)/servicedesk/gemeenten/[id]/nomination.tsx'
import { issueManagerCodeAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import type { GemeenteDetail } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import type { WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

async function Steps({ person, name }: { person: WaitingPerson; name: string }) {
  const t = await getTranslations('beheer.code')
  const codeForm = (
    <CodeForm
      action={issueManagerCodeAction}
      memberId={person.id}
      formKey={ids.rowId()}
      label={t('label', { name })}
      texts={await codeFormTexts()}
      idSuffix={person.id}
    />
  )
  return settings().secondPairOfEyes ? <Nomination person={person} name={name} codeForm={codeForm} /> : codeForm
}

/** Who of the gemeente waits for a code, each with the way to make the code of a gebruikersbeheerder. */
export async function WaitingPeople({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  const people = await getTranslations('beheer.users')
  const locale = localeFrom(await getLocale())
  const { waiting, managers } = gemeente
  if (waiting.total === 0)
    return (
      <Panel title={t('waiting')}>
        <p className="text-ink-soft">{t('waitingNone')}</p>
      </Panel>
    )
  return (
    <Panel title={t('waiting')} marked>
      <p className="max-w-text">{t('waitingLead')}</p>
      {managers.some(({ isBlocked }) => !isBlocked) ? <Banner tone="info" title={t('managerWarning')} /> : null}
      <ul className="flex flex-col divide-y divide-line">
        {waiting.people.map((person) => (
          <li key={person.id} className="flex flex-col gap-3 py-5 first:pt-2 last:pb-0">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <div className="flex min-w-0 flex-col">
                <h3 className="font-heavy">{person.name || people('nameless')}</h3>
                <span className="text-small text-ink-soft">
                  {person.department ? `${person.department}. ` : ''}
                  {people('waitingSince', {
                    moment: formatRecentInline(person.waitingSince, clock.now(), locale),
                  })}
                </span>
              </div>
              <CodeLine code={person.code} />
            </div>
            <Steps person={person} name={person.name || people('nameless')} />
          </li>
        ))}
      </ul>
      {waiting.total > waiting.people.length ? (
        <p>{t('waitingMore', { count: waiting.total - waiting.people.length })}</p>
      ) : null}
    </Panel>
  )
}
