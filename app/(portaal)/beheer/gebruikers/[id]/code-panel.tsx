import { getLocale, getTranslations } from 'next-intl/server'
import { CodeForm } from '#/app/_people/code-form.tsx'
import { codeFormTexts } from '#/app/_people/code-form-texts.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import { issueCodeAction } from '#/app/(portaal)/beheer/gebruikers/actions.ts'
import type { MemberDetail } from '#/lib/organisations/members/read-member.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { ids } from '#/lib/platform/ids.ts'

/** Making the code of somebody who waits for one. */
export async function CodePanel({ person, name }: { person: MemberDetail; name: string }) {
  const t = await getTranslations('beheer.code')
  const locale = localeFrom(await getLocale())
  const { usable, requestedAt, isLocked } = person.code
  return (
    <Panel title={t('title')} marked>
      <p className="max-w-text">{t('lead')}</p>
      <CodeForm
        action={issueCodeAction}
        memberId={person.id}
        formKey={ids.rowId()}
        before={
          <div className="flex flex-col gap-2">
            {requestedAt ? (
              <p className="font-semibold">{t('requested', { moment: formatMoment(requestedAt, locale) })}</p>
            ) : null}
            {isLocked ? <p className="font-semibold text-bad">{t('locked')}</p> : null}
            <p className="text-ink-soft">
              {usable
                ? t('exists', {
                    made: formatMoment(usable.issuedAt, locale),
                    until: formatMoment(usable.expiresAt, locale),
                  })
                : t('none')}
            </p>
          </div>
        }
        label={t('label', { name })}
        texts={await codeFormTexts()}
      />
    </Panel>
  )
}
