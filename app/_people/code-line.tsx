import { getLocale, getTranslations } from 'next-intl/server'
import { KeyRound, MessageCircleQuestion } from '#/app/_ui/drawings.ts'
import { Status } from '#/app/_ui/status.tsx'
import type { CodeStanding } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatMoment, formatRecent } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** How it stands with the code of a waiting person, in one line. */
export async function CodeLine({ code }: { code: CodeStanding }) {
  const t = await getTranslations('beheer.users')
  const locale = localeFrom(await getLocale())
  if (code.requestedAt)
    return (
      <Status
        tone="warn"
        icon={MessageCircleQuestion}
        label={t('requested')}
        line={formatRecent(code.requestedAt, clock.now(), locale)}
      />
    )
  if (code.isLocked) return <Status tone="bad" icon={KeyRound} label={t('locked')} />
  if (!code.usable) return <Status tone="quiet" icon={KeyRound} label={t('noCode')} />
  return (
    <Status
      tone="quiet"
      icon={KeyRound}
      label={t('codeMade')}
      line={t('codeUntil', { moment: formatMoment(code.usable.expiresAt, locale) })}
    />
  )
}
