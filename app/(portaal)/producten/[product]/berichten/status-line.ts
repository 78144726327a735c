import { berichtName } from '#/lib/berichten/bericht-name.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import type { translator } from '#/lib/platform/i18n/translator.ts'

export type BerichtenTexts = ReturnType<typeof translator<'berichten'>>

type Facts = { readonly moment: string; readonly name: string; readonly explanation: string; readonly count: number }

/** One sentence of why for every state; a new state without a sentence does not compile. */
const LINES: Readonly<Record<BerichtStatus, (t: BerichtenTexts, facts: Facts) => string>> = {
  ONTVANGEN: (t) => t('line.ONTVANGEN'),
  AFGEKEURD: (t, { count }) => t('line.AFGEKEURD', { count }),
  IN_WACHTRIJ: (t) => t('line.IN_WACHTRIJ'),
  VERZONDEN: (t) => t('line.VERZONDEN'),
  AFGELEVERD: (t, { moment }) => t('line.AFGELEVERD', { moment }),
  BEANTWOORD: (t, { moment, explanation }) =>
    t('line.BEANTWOORD', { moment, explanation: explanation || t('answerDefault') }),
  KETENFOUT: (t, { explanation }) => t('line.KETENFOUT', { explanation: explanation || t('status.KETENFOUT') }),
  MISLUKT: (t) => t('line.MISLUKT'),
  INGETROKKEN: (t, { moment, name, explanation }) =>
    explanation ? t('line.INGETROKKEN_REDEN', { moment, name, explanation }) : t('line.INGETROKKEN', { moment, name }),
  BESCHIKBAAR: (t) => t('line.BESCHIKBAAR'),
  OPGEHAALD: (t, { moment, name }) => t('line.OPGEHAALD', { moment, name }),
  DOORGESTUURD: (t) => t('line.DOORGESTUURD'),
  VERLOPEN: (t) => t('line.VERLOPEN'),
}

/** The sentence under the status of a bericht. */
export function statusLine(t: BerichtenTexts, bericht: BerichtView, locale: Locale): string {
  const { lastChange, status, createdAt, errorCount } = bericht
  return LINES[status](t, {
    moment: formatMoment(lastChange?.at ?? createdAt, locale),
    name: lastChange?.byName ?? t('portal'),
    explanation: lastChange?.explanation ?? '',
    count: errorCount,
  })
}

/** The heading of a bericht; one without a name at all is said to be unknown. */
export const titleOf = (t: BerichtenTexts, bericht: BerichtView): string => berichtName(bericht) || t('unknown')
