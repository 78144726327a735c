import { getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Button } from '#/app/_ui/button.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { unblockMemberAction } from '#/app/(portaal)/beheer/gebruikers/actions.ts'
import type { MemberDetail } from '#/lib/organisations/members/read-member.ts'

/** Blocking, with its confirm step, and lifting a block. */
export async function AccessPanel({ person }: { person: MemberDetail }) {
  const t = await getTranslations('beheer.user')
  if (person.state === 'GEBLOKKEERD')
    return (
      <Panel title={t('blockTitle')}>
        <p className="max-w-text">{t('unblockLead')}</p>
        <ActButton
          action={unblockMemberAction}
          fields={{ memberId: person.id }}
          text={t('unblock')}
          idSuffix="opheffen"
          texts={await formTexts((await getMessages()).beheer.code.errors)}
        />
      </Panel>
    )
  return (
    <Panel title={t('blockTitle')}>
      <p className="max-w-text">{t('blockLead')}</p>
      <form action={`/beheer/gebruikers/${person.id}/blokkeren`} method="get">
        <Button look="danger">{t('block')}</Button>
      </form>
    </Panel>
  )
}
