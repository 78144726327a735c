import { getLocale, getTranslations } from 'next-intl/server'
import { BERICHT_STATUS_LOOK } from '#/app/_ui/bericht-status.tsx'
import { TimerOff } from '#/app/_ui/drawings.ts'
import { Timeline } from '#/app/_ui/timeline.tsx'
import type { StatusChangeView } from '#/lib/berichten/schema.ts'
import { failureIn } from '#/lib/chain/outbound/failure.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { formatDate, formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

// What is over is told as over: "Aangenomen", not "Wacht op verzending".
const OVER = { ONTVANGEN: true, IN_CONTROLE: true, IN_WACHTRIJ: true, BESCHIKBAAR: true } as const
const isOver = (status: BerichtStatus): status is keyof typeof OVER => Object.hasOwn(OVER, status)

/** What happened to a bericht, newest first: what, when in Dutch time, by whom. */
export async function BerichtTimeline({ steps }: { steps: readonly StatusChangeView[] }) {
  const t = await getTranslations('berichten')
  const common = await getTranslations('common.timeline')
  const locale = localeFrom(await getLocale())
  // The status as it is now; a note after it changes nothing.
  const current = steps.find(({ note }) => note === null)
  const failureWords = (explanation: string | null) => {
    const failure = failureIn(explanation)
    return failure ? t(`sending.failures.${failure.kind}`) : explanation
  }
  const events = steps.map((step) => {
    const { id, status, at, byName, explanation, note } = step
    const shared = { key: id, when: formatMoment(at, locale), dateTime: at.toISOString(), actor: byName }
    if (note !== null)
      return {
        ...shared,
        title: t(`note.${note}`),
        icon: TimerOff,
        tone: 'bad' as const,
        children: explanation && t('noteDay', { date: formatDate(explanation, locale) }),
      }
    const title = step !== current && isOver(status) ? t(`over.${status}`) : t(`status.${status}`)
    return {
      ...shared,
      title,
      ...BERICHT_STATUS_LOOK[status],
      children: status === 'MISLUKT' ? failureWords(explanation) : explanation,
    }
  })
  return <Timeline events={events} currentText={common('current')} />
}
