import type { ProductScope } from '#/lib/access/authorise.ts'
import { factRows } from '#/lib/berichten/facts/fact-repository.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { type ArrivingBericht, findTies } from '#/lib/berichten/links/couple.ts'
import { insertLinks, type Link } from '#/lib/berichten/links/link-repository.ts'
import { findBericht, insertBericht, type StatusStep } from '#/lib/berichten/repository.ts'
import { settleTerms, termAtArrival } from '#/lib/berichten/terms/settle-terms.ts'
import { dateText, findingsOf } from '#/lib/berichten/view.ts'
import type { Bericht, Prisma } from '#/lib/generated/prisma/client.ts'
import { isUnreadable } from '#/lib/istandaarden/checks/check-report.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

/** A bericht to put among the others, with the beginning of its timeline and its row in the log (`auditInsert`). */
export type Entry = ArrivingBericht & { readonly steps: readonly StatusStep[]; readonly logged: Prisma.Sql }

function withTerm(row: Bericht, { facts }: Entry): Bericht {
  const { awaits, deadlineOn } = termAtArrival(
    { ...row, dagtekening: dateText(row.dagtekening), isUnreadable: isUnreadable(findingsOf(row)) },
    facts,
  )
  return { ...row, awaits, deadlineOn: deadlineOn === null ? null : new Date(deadlineOn) }
}

/** A retourbericht that can be read makes what it answers BEANTWOORD, when that was delivered. */
async function tellAnswered(tx: Tx, scope: ProductScope, row: Bericht, links: readonly Link[]): Promise<void> {
  if (row.direction !== 'ONTVANGEN' || row.verdict === null) return
  const step = { at: row.createdAt, byName: null, explanation: row.berichtsoort }
  for (const { fromId, toId, kind } of links)
    if (kind === 'RETOUR' && fromId === row.id) await letHappen(tx, scope, toId, 'answer', step)
}

/**
 * Puts a new bericht among the others of its gemeente: row, timeline, log, facts, ties to what it answers and what answers
 * it, and what is due on each of them. `complete` may finish the row once the referentienummer of what it answers is known.
 * A refused one is kept for whoever delivered it and tied to nothing. The transaction holds its exchangeLocks. Answers the row
 * as it lies in the database. A unique index may refuse it: isUniqueViolation.
 */
export async function enterBericht(
  tx: Tx,
  scope: ProductScope,
  entry: Entry,
  complete: (crossRefnummer: string | null) => Bericht = () => entry.row,
): Promise<Bericht> {
  const { steps, logged } = entry
  if (entry.row.status === 'AFGEKEURD') {
    await insertBericht(tx, scope, entry.row, { steps, facts: [], logged })
    return entry.row
  }
  const { heen, links } = await findTies(tx, scope, entry)
  const row = withTerm(complete(heen?.referentienummer ?? null), entry)
  const facts = factRows(scope, row.id, entry.facts, dayInAmsterdam(row.createdAt))
  await insertBericht(tx, scope, row, { steps, facts, logged })
  if (links.length === 0) return row
  await insertLinks(tx, scope, links)
  await tellAnswered(tx, scope, row, links)
  const answered = links.filter(({ kind }) => kind !== 'CORRECTIE')
  await settleTerms(
    tx,
    scope,
    answered.map(({ toId }) => toId),
  )
  return (await findBericht(tx, scope, row.id)) ?? row
}
