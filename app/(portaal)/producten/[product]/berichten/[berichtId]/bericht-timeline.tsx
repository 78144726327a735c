import { getLocale, getTranslations } from 'next-intl/server'
import { BERICHT_STATUS_LOOK } from '#/app/_ui/bericht-status.tsx'
import { Timeline } from '#/app/_ui/timeline.tsx'
import type { StatusChangeView } from '#/lib/berichten/schema.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

// What is over is told as over: "Aangenomen", not "Wacht op verzending".
const OVER = { ONTVANGEN: true, IN_WACHTRIJ: true, BESCHIKBAAR: true } as const
const isOver = (status: BerichtStatus): status is keyof typeof OVER => Object.hasOwn(OVER, status)

/** What happened to a bericht, newest first: what, when in Dutch time, by whom. */
export async function BerichtTimeline({ steps }: { steps: readonly StatusChangeView[] }) {
  const t = await getTranslations('berichten')
  const common = await getTranslations('common.timeline')
  const locale = localeFrom(await getLocale())
  const events = steps.map((step, index) => ({
    key: step.id,
    title: index > 0 && isOver(step.status) ? t(`over.${step.status}`) : t(`status.${step.status}`),
    ...BERICHT_STATUS_LOOK[step.status],
    when: formatMoment(step.at, locale),
    dateTime: step.at.toISOString(),
    actor: step.byName,
    children: step.explanation,
  }))
  return <Timeline events={events} currentText={common('current')} />
}
