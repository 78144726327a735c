import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireActor } from '#/app/_server/require-actor.ts'
import { CircleDashed } from '#/app/_ui/drawings.ts'
import { Status } from '#/app/_ui/status.tsx'
import { nominateManagerAction, withdrawNominationAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import type { WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecent } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type NominationProps = {
  readonly person: WaitingPerson
  readonly name: string
  /** The form that makes the code: for everybody of the servicedesk but the one who nominated. */
  readonly codeForm: React.ReactNode
}

/** The two steps of making a gebruikersbeheerder where the operator wants a second pair of eyes (VIER_OGEN). */
export async function Nomination({ person, name, codeForm }: NominationProps) {
  const t = await getTranslations('servicedesk.nomination')
  const texts = await formTexts((await getMessages()).servicedesk.nomination.errors)
  const { nomination } = person
  const fields = { memberId: person.id }
  if (!nomination)
    return (
      <>
        <p className="max-w-text">{t('lead')}</p>
        <ActButton
          action={nominateManagerAction}
          fields={fields}
          text={t('nominate')}
          about={name}
          idSuffix={`voordragen-${person.id}`}
          texts={texts}
        />
      </>
    )
  const isOwn = nomination.byId === (await requireActor()).userId
  const moment = formatRecent(nomination.at, clock.now(), localeFrom(await getLocale()))
  return (
    <>
      <Status
        tone="info"
        icon={CircleDashed}
        label={isOwn ? t('ownNominated') : t('nominated', { name: nomination.byName })}
        line={moment}
      />
      <p className="max-w-text">{isOwn ? t('ownNext') : t('next')}</p>
      {isOwn ? null : codeForm}
      <ActButton
        action={withdrawNominationAction}
        fields={fields}
        look="quiet"
        text={t('withdraw')}
        about={name}
        idSuffix={`intrekken-${person.id}`}
        texts={texts}
      />
    </>
  )
}
