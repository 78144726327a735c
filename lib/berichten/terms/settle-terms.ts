import type { ProductScope } from '#/lib/access/authorise.ts'
import type { HashedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { listAnsweredIds } from '#/lib/berichten/links/link-repository.ts'
import { saveTerm, type TermState } from '#/lib/berichten/repository.ts'
import { openTerm } from '#/lib/berichten/terms/open-term.ts'
import { readTermFacts, type TermFacts } from '#/lib/berichten/terms/term-repository.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Statuses of a delivery that nobody has, or will have: nothing is due on it. */
const NOWHERE: readonly BerichtStatus[] = ['AFGEKEURD', 'INGETROKKEN', 'KETENFOUT', 'MISLUKT']

type AskingBericht = Pick<
  TermFacts,
  'direction' | 'status' | 'berichtsoort' | 'dagtekening' | 'receivedAt' | 'confirmedAt' | 'isUnreadable'
>

function termOf(bericht: AskingBericht, answers: TermFacts['answers'], requests: TermFacts['requests']): TermState {
  const retour = answers.findLast(({ kind }) => kind === 'RETOUR')?.verdict ?? null
  const isAsking = !(bericht.isUnreadable || NOWHERE.includes(bericht.status))
  const soort = bericht.berichtsoort === null ? null : findBerichtsoort(bericht.berichtsoort)
  const arrivedAt = bericht.direction === 'ONTVANGEN' ? bericht.receivedAt : bericht.confirmedAt
  const { awaits, deadlineOn } = openTerm(
    {
      nummer: isAsking ? (soort?.nummer ?? null) : null,
      dagtekening: bericht.dagtekening,
      arrivedOn: arrivedAt === null ? null : dayInAmsterdam(arrivedAt),
      retour,
      requests,
      isDeclaratieAnswered: answers.some(({ kind }) => kind === 'ANTWOORD'),
    },
    settings().holidays,
  )
  const last = answers.at(-1)
  return { awaits, deadlineOn, answeredAt: awaits === null && last ? last.at : null, isRefused: retour === 'AFGEKEURD' }
}

/** What is due on a bericht that comes in now, before anything answers it. */
export const termAtArrival = (bericht: Omit<AskingBericht, 'confirmedAt'>, facts: readonly HashedFact[]): TermState =>
  termOf(
    { ...bericht, confirmedAt: null },
    [],
    facts.filter(({ kind }) => kind === 'verzoek').map(() => 'OPEN'),
  )

const sameTerm = (one: TermState, other: TermState): boolean =>
  one.awaits === other.awaits &&
  one.deadlineOn === other.deadlineOn &&
  one.isRefused === other.isRefused &&
  (one.answeredAt === null) === (other.answeredAt === null)

/**
 * Works out anew what is due on these berichten, after something that answers them changed. When a bericht turns out to be
 * refused, or no longer, what it answers itself is looked at as well: a refused decision leaves its request open.
 */
export async function settleTerms(tx: Tx, scope: ProductScope, berichtIds: Iterable<string>): Promise<void> {
  // In one order for all, so that two transactions do not wait for each other's rows.
  const waiting = [...new Set(berichtIds)].toSorted()
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const bericht = await readTermFacts(tx, scope, id)
    if (bericht === null) continue
    const term = termOf(bericht, bericht.answers, bericht.requests)
    if (sameTerm(term, bericht.kept)) continue
    await saveTerm(tx, scope, id, term)
    // Also what was looked at before: it was worked out while this one still counted. A refusal saved is no change again.
    if (term.isRefused !== bericht.kept.isRefused) waiting.push(...(await listAnsweredIds(tx, scope, id)))
  }
}
