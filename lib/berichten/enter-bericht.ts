import type { ProductScope } from '#/lib/access/authorise.ts'
import { factRows } from '#/lib/berichten/facts/fact-repository.ts'
import { isLasting } from '#/lib/berichten/facts/kept-fact.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { type ArrivingBericht, findTies } from '#/lib/berichten/links/couple.ts'
import { insertLinks, type Link } from '#/lib/berichten/links/link-repository.ts'
import { type Brought, findBericht, insertBericht } from '#/lib/berichten/repository.ts'
import { settleTerms, termAtArrival } from '#/lib/berichten/terms/settle-terms.ts'
import { dateText, findingsOf } from '#/lib/berichten/view.ts'
import { queueBericht } from '#/lib/chain/outbound/queue-bericht.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Finding, isUnreadable } from '#/lib/istandaarden/checks/check-report.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

/** A bericht to put among the others, with the beginning of its timeline and its row in the log (`auditInsert`). */
export type Entry = ArrivingBericht &
  Pick<Brought, 'clients' | 'steps' | 'logged'> & {
    /** The same with what else is found about it. */
    readonly withFindings: (more: readonly Finding[]) => Entry
  }

function withTerm(row: Bericht, { facts }: Entry): Bericht {
  const { awaits, deadlineOn } = termAtArrival(
    { ...row, dagtekening: dateText(row.dagtekening), isUnreadable: isUnreadable(findingsOf(row)) },
    facts,
  )
  return { ...row, awaits, deadlineOn: deadlineOn === null ? null : new Date(deadlineOn) }
}

/** One about the eigen bijdrage gives no verdict that anybody here reads: that it is there is all that is known. */
const isAnswer = ({ verdict, berichtsoort }: Bericht): boolean =>
  verdict !== null || findEigenBijdrage(berichtsoort) !== null

/** A retourbericht that can be read makes what it answers BEANTWOORD, when that was delivered. */
async function tellAnswered(tx: Tx, scope: ProductScope, row: Bericht, links: readonly Link[]): Promise<void> {
  if (row.direction !== 'ONTVANGEN' || !isAnswer(row)) return
  const step = { at: row.createdAt, byName: null, explanation: row.berichtsoort }
  for (const { fromId, toId, kind } of links)
    if (kind === 'RETOUR' && fromId === row.id) await letHappen(tx, scope, toId, 'answer', step)
}

/** Adds what the rules across berichten found, unless nothing that the bericht says can be relied upon. */
function withJudgement(entry: Entry, findings: readonly Finding[]): Entry {
  if (findings.length === 0 || isUnreadable(findingsOf(entry.row))) return entry
  // Until it is completed only what came in an envelope has one.
  const isInside = entry.row.envelope !== null
  return entry.withFindings(isInside ? findings.map((one) => ({ ...one, inEnvelop: true })) : findings)
}

const broughtBy = ({ steps, clients, logged }: Entry) => ({ steps, clients, logged })

/** What can differ in how a bericht enters. */
export type Entering = {
  /** Finishes the row once the referentienummer of what it answers is known. */
  readonly complete?: (row: Bericht, crossRefnummer: string | null) => Bericht
  /** Writes the row with what it brings: as a new one, unless it was there before. */
  readonly put?: typeof insertBericht
}

/**
 * Keeps a bericht apart, and nothing that it says counts for anybody: a refused one for whoever delivered it, one that is held
 * until it is let in.
 */
async function enterApart(tx: Tx, scope: ProductScope, entry: Entry, put: typeof insertBericht): Promise<Bericht> {
  const clients = entry.row.status === 'AFGEKEURD' ? entry.clients : []
  await put(tx, scope, entry.row, { ...broughtBy(entry), clients, facts: [] })
  return entry.row
}

/**
 * Puts a bericht among the others of its gemeente: row, timeline, log, facts, what the rules across berichten find, ties
 * to what it answers and what answers it, what is due on each of them, and a place in the line to the chain when it leaves. A refused one is kept for whoever delivered it and
 * tied to nothing; so is one that is held, until it enters a second time. The transaction holds its exchangeLocks. Answers the
 * row as it lies in the database. A unique index may refuse it: isUniqueViolation.
 */
export async function enterBericht(
  tx: Tx,
  scope: ProductScope,
  entry: Entry,
  { complete = (row) => row, put = insertBericht }: Entering = {},
): Promise<Bericht> {
  if (entry.row.status === 'AFGEKEURD' || entry.row.status === 'IN_CONTROLE') return enterApart(tx, scope, entry, put)
  const { heen, links, findings } = await findTies(tx, scope, entry)
  const judged = withJudgement(entry, findings)
  if (judged.row.status === 'AFGEKEURD') return enterApart(tx, scope, judged, put)
  const row = withTerm(complete(judged.row, heen?.referentienummer ?? null), judged)
  const facts = factRows(scope, row.id, judged.facts.filter(isLasting), dayInAmsterdam(row.createdAt))
  await put(tx, scope, row, { ...broughtBy(judged), facts })
  if (row.status === 'IN_WACHTRIJ') await queueBericht(tx, scope, row)
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
