import { TERMS, type Term } from '#/lib/berichten/terms/terms.ts'
import { addWeeks, addWorkingDays } from '#/lib/berichten/terms/working-days.ts'
import type { Awaited } from '#/lib/generated/prisma/enums.ts'
import type { Holidays } from '#/lib/platform/settings/parse-settings.ts'

/** What was answered so far on a bericht that asks for an answer. Days are `YYYY-MM-DD`. */
export type Answered = {
  /** The number of the berichtsoort; null for a file in which none was recognised: nothing is due on it. */
  readonly nummer: number | null
  readonly dagtekening: string | null
  /** The day on which it reached whoever must answer; null while that is not known. */
  readonly arrivedOn: string | null
  /** The newest retourbericht that stands. */
  readonly retour: 'GOED' | 'AFGEKEURD' | null
  /** Of every request in a 315 or 317: nothing yet, being looked into, or decided. */
  readonly requests: readonly ('OPEN' | 'IN_ONDERZOEK' | 'BESLIST')[]
  readonly isDeclaratieAnswered: boolean
}

/** What is due next, and by when; the day is null while it cannot be known. */
export type OpenTerm = { readonly awaits: Awaited | null; readonly deadlineOn: string | null }

const NOTHING: OpenTerm = { awaits: null, deadlineOn: null }

const IS_DUE: Readonly<Record<Awaited, (answered: Answered) => boolean>> = {
  RETOUR: ({ retour }) => retour === null,
  BESLUIT: ({ requests }) => requests.includes('OPEN'),
  EINDBESLUIT: ({ requests }) => requests.includes('IN_ONDERZOEK'),
  DECLARATIE_ANTWOORD: ({ isDeclaratieAnswered }) => !isDeclaratieAnswered,
}

function lastDay({ from, unit, count }: Term, { arrivedOn, dagtekening }: Answered, holidays: Holidays): string | null {
  const start = from === 'ontvangst' ? arrivedOn : dagtekening
  if (start === null) return null
  return unit === 'werkdagen' ? addWorkingDays(start, count, holidays) : addWeeks(start, count, holidays)
}

const soonest = (one: OpenTerm, other: OpenTerm): number =>
  (one.deadlineOn ?? '9999').localeCompare(other.deadlineOn ?? '9999')

/**
 * The answer that is due first on a bericht. A retourbericht that refuses it ends everything: a refused bericht counts as
 * not sent, so nothing else is due on it.
 */
export function openTerm(answered: Answered, holidays: Holidays): OpenTerm {
  const { nummer, retour } = answered
  if (nummer === null || retour === 'AFGEKEURD') return NOTHING
  const due = TERMS.filter((term) => term.on.includes(nummer) && IS_DUE[term.awaited](answered)).map((term) => ({
    awaits: term.awaited,
    deadlineOn: lastDay(term, answered, holidays),
  }))
  return due.toSorted(soonest)[0] ?? NOTHING
}
