import { berichtName } from '#/lib/berichten/bericht-name.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { describeFault } from '#/lib/envelope/faults/describe-fault.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { formatMoment, formatRecent } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import type { translator } from '#/lib/platform/i18n/translator.ts'

export type BerichtenTexts = ReturnType<typeof translator<'berichten'>>

type Facts = {
  readonly moment: string
  readonly name: string
  readonly explanation: string
  readonly count: number
  /** It waits for the scanner longer than that takes. */
  readonly isSlow: boolean
  readonly isInfected: boolean
}

/** A scan takes seconds. */
const SLOW_AFTER_MS = 10 * MINUTE_MS

/** One sentence of why for every state; a new state without a sentence does not compile. */
const LINES: Readonly<Record<BerichtStatus, (t: BerichtenTexts, facts: Facts) => string>> = {
  ONTVANGEN: (t) => t('line.ONTVANGEN'),
  IN_CONTROLE: (t, { isSlow }) => t(isSlow ? 'line.IN_CONTROLE_LANG' : 'line.IN_CONTROLE'),
  AFGEKEURD: (t, { count, isInfected }) => (isInfected ? t('outOfReach.infected') : t('line.AFGEKEURD', { count })),
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

/** The code with which the chain refused it, and what that means. */
const faultWords = ({ fault }: BerichtView, locale: Locale): string | null =>
  fault && `${fault.code}: ${describeFault(fault.code, fault.zender, locale).uitleg}`

/** The sentence under the status of a bericht. */
export function statusLine(t: BerichtenTexts, bericht: BerichtView, locale: Locale): string {
  const { lastChange, status, createdAt, errorCount } = bericht
  return LINES[status](t, {
    moment: formatMoment(lastChange?.at ?? createdAt, locale),
    name: lastChange?.byName ?? t('portal'),
    explanation: faultWords(bericht, locale) ?? lastChange?.explanation ?? '',
    count: errorCount,
    isSlow: clock.now().getTime() - createdAt.getTime() > SLOW_AFTER_MS,
    isInfected: bericht.outOfReach === 'infected',
  })
}

type ListFacts = Pick<Facts, 'name' | 'explanation' | 'isInfected'> & { readonly recent: string }

/** What the list adds to the word of a state; most say enough by themselves. */
const LIST_LINES: Readonly<Record<BerichtStatus, (t: BerichtenTexts, facts: ListFacts) => string | null>> = {
  ONTVANGEN: () => null,
  IN_CONTROLE: () => null,
  AFGEKEURD: (t, { isInfected }) => (isInfected ? t('listLine.VIRUS') : null),
  IN_WACHTRIJ: () => null,
  VERZONDEN: (t) => t('listLine.VERZONDEN'),
  AFGELEVERD: (_t, { recent }) => recent,
  BEANTWOORD: (t, { explanation }) => (explanation ? t('listLine.BEANTWOORD', { explanation }) : null),
  KETENFOUT: (_t, { explanation }) => explanation || null,
  MISLUKT: (t) => t('line.MISLUKT'),
  INGETROKKEN: (t, { name }) => t('listLine.INGETROKKEN', { name }),
  BESCHIKBAAR: () => null,
  OPGEHAALD: (t, { name, recent }) => t('listLine.OPGEHAALD', { name, moment: recent }),
  DOORGESTUURD: (t) => t('listLine.DOORGESTUURD'),
  VERLOPEN: (t) => t('listLine.VERLOPEN'),
}

/** The line under the status in the list, where there is something to add. */
export function listLine(t: BerichtenTexts, bericht: BerichtView, now: Date, locale: Locale): string | null {
  const { lastChange, status, createdAt } = bericht
  return LIST_LINES[status](t, {
    name: lastChange?.byName ?? t('portal'),
    explanation: lastChange?.explanation ?? '',
    isInfected: bericht.outOfReach === 'infected',
    recent: formatRecent(lastChange?.at ?? createdAt, now, locale),
  })
}

/** The heading of a bericht; one without a name at all is said to be unknown. */
export const titleOf = (t: BerichtenTexts, bericht: BerichtView): string => berichtName(bericht) || t('unknown')
