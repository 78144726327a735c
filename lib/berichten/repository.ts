import type { ProductScope } from '#/lib/access/authorise.ts'
import { announceChange } from '#/lib/berichten/live/changes.ts'
import { type BerichtEvent, directionOf, statusAfter, statusesBefore } from '#/lib/berichten/rules.ts'
import type { ReceivedFault } from '#/lib/berichten/stored-envelope.ts'
import { type Bericht, type BerichtStatusChange, Prisma } from '#/lib/generated/prisma/client.ts'
import type { Awaited, BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'
import { ids } from '#/lib/platform/ids.ts'

/** A row to insert; the counts follow from the findings. */
export type NewBericht = Omit<Bericht, 'findings' | 'errorCount' | 'warningCount' | 'searchText'> & {
  readonly findings: readonly Finding[]
}

/** What nothing has happened to yet. */
export const UNTOUCHED = {
  fetchedAt: null,
  sentAt: null,
  isRefused: false,
  awaits: null,
  deadlineOn: null,
  answeredAt: null,
  lateNotedFor: null,
  nearToldFor: null,
} as const satisfies Partial<Bericht>

export type StatusStep = {
  readonly status: BerichtStatus
  readonly at: Date
  readonly byName: string | null
  readonly explanation?: string | null
}

function countsOf(findings: readonly Finding[]) {
  const errorCount = findings.filter(({ ernst }) => ernst === 'fout').length
  return { errorCount, warningCount: findings.length - errorCount }
}

/** A text as lists are searched in it, and for it. */
export const searchable = (text: string): string => text.toLowerCase()

/** The row as it will lie in the database. */
export const completeRow = (bericht: NewBericht): Bericht => ({
  ...bericht,
  findings: [...bericht.findings],
  ...countsOf(bericht.findings),
  searchText: searchable(`${bericht.identificatie ?? ''}\n${bericht.fileName}`),
})

const stepRows = (scope: ProductScope, berichtId: string, steps: readonly StatusStep[]) =>
  steps.map((step) => ({ id: ids.rowId(), berichtId, organisationId: scope.organisationId, ...step }))

/** What a bericht brings along when it is put among the others. */
export type Brought = {
  /** The beginning of its timeline. */
  readonly steps: readonly StatusStep[]
  /** Rows of `factRows`. */
  readonly facts: readonly object[]
  /** Hashes of whom it is about (`hashClients`). */
  readonly clients: readonly string[]
  /** Its row in the log (`auditInsert`). */
  readonly logged: Prisma.Sql
}

/** Inserts a bericht with all that it brings, in one statement. A unique index may refuse it: isUniqueViolation. */
export async function insertBericht(
  tx: Tx,
  scope: ProductScope,
  row: Bericht,
  { steps, facts, clients, logged }: Brought,
): Promise<void> {
  const { organisationId, product } = scope
  const bericht = rowsJson([{ ...row, organisationId, product }])
  await tx.$executeRaw`
    WITH inserted AS (
      INSERT INTO bericht SELECT * FROM jsonb_populate_recordset(NULL::bericht, ${bericht}::jsonb)),
    known AS (
      INSERT INTO bericht_fact SELECT * FROM jsonb_populate_recordset(NULL::bericht_fact, ${rowsJson(facts)}::jsonb)),
    about AS (
      INSERT INTO bericht_client (bericht_id, client, organisation_id)
      SELECT ${row.id}::uuid, decode(client, 'hex'), ${organisationId}::uuid FROM unnest(${[...clients]}::text[]) AS client),
    logged AS (${logged})
    INSERT INTO bericht_status_change
    SELECT * FROM jsonb_populate_recordset(NULL::bericht_status_change, ${rowsJson(stepRows(scope, row.id, steps))}::jsonb)`
  announceChange(tx, scope, row.id, row.status)
}

/**
 * Lets an event happen to a bericht: status, the moment that belongs to it and timeline in one statement, when the event
 * can happen in the status that it has now. Answers the new status, or null when it cannot; then nothing changed. The one
 * way in which a status changes.
 */
export async function applyEvent(
  tx: Tx,
  scope: ProductScope,
  berichtId: string,
  event: BerichtEvent,
  { at, byName, explanation = null }: Omit<StatusStep, 'status'>,
): Promise<BerichtStatus | null> {
  const status = statusAfter(event)
  const changed = await tx.$executeRaw`
    WITH changed AS (
      UPDATE bericht SET status = ${status}::"BerichtStatus",
        sent_at = CASE WHEN ${event}::text = 'send' THEN coalesce(sent_at, ${at}::timestamptz) ELSE sent_at END,
        fetched_at = CASE WHEN ${event}::text = 'fetch' THEN ${at}::timestamptz ELSE fetched_at END
      WHERE id = ${berichtId}::uuid AND organisation_id = ${scope.organisationId}::uuid AND product = ${scope.product}
        AND direction = ${directionOf(event)}::"Direction" AND status = ANY (${statusesBefore(event)}::"BerichtStatus"[])
        AND (${event}::text <> 'withdraw' OR sent_at IS NULL)
      RETURNING id, organisation_id)
    INSERT INTO bericht_status_change (id, bericht_id, organisation_id, status, at, by_name, explanation)
    SELECT ${ids.rowId()}::uuid, id, organisation_id, ${status}::"BerichtStatus", ${at}::timestamptz, ${byName}, ${explanation}
    FROM changed`
  if (changed !== 1) return null
  announceChange(tx, scope, berichtId, status)
  return status
}

/** What the row of a bericht says about its term. */
export type TermState = {
  readonly awaits: Awaited | null
  readonly deadlineOn: string | null
  readonly answeredAt: string | null
  readonly isRefused: boolean
}

/** Writes down what is due on a bericht. */
export async function saveTerm(tx: Tx, scope: ProductScope, id: string, term: TermState): Promise<void> {
  await tx.$executeRaw`
    UPDATE bericht SET awaits = ${term.awaits}::"Awaited", deadline_on = ${term.deadlineOn}::date,
      answered_at = ${term.answeredAt}::timestamptz, is_refused = ${term.isRefused}
    WHERE id = ${id}::uuid AND organisation_id = ${scope.organisationId}::uuid`
  announceChange(tx, scope, id, null)
}

/**
 * Notes in the timeline that the day on which something was due has passed, unless that day was noted before. Answers the
 * day (`YYYY-MM-DD`), or null when there was nothing to note.
 */
export async function noteLateness(
  tx: Tx,
  scope: ProductScope,
  id: string,
  today: string,
  at: Date,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ deadlineOn: string }[]>`
    WITH late AS (
      UPDATE bericht SET late_noted_for = deadline_on
      WHERE id = ${id}::uuid AND organisation_id = ${scope.organisationId}::uuid AND awaits IS NOT NULL
        AND deadline_on < ${today}::date AND late_noted_for IS DISTINCT FROM deadline_on
      RETURNING id, organisation_id, status, deadline_on)
    INSERT INTO bericht_status_change (id, bericht_id, organisation_id, status, at, explanation, note)
    SELECT ${ids.rowId()}::uuid, id, organisation_id, status, ${at}::timestamptz, deadline_on::text, 'TERMIJN_VERSTREKEN'
    FROM late
    ON CONFLICT DO NOTHING RETURNING explanation AS "deadlineOn"`
  return row?.deadlineOn ?? null
}

/** From which day to which an answer is due that is near, as `YYYY-MM-DD`, both included. */
export type NearDays = { readonly today: string; readonly near: string }

/** Received, to be answered on a day that is near, of which nobody was told. That it is not late is the condition of an index. */
export const nearUntold = ({ today, near }: NearDays): Prisma.Sql => Prisma.sql`
  awaits IS NOT NULL AND direction = 'ONTVANGEN' AND deadline_on BETWEEN ${today}::date AND ${near}::date
  AND late_noted_for IS DISTINCT FROM deadline_on AND near_told_for IS DISTINCT FROM deadline_on`

/** Notes that people are told of these days; gives the ids. In one order, so that two workers do not wait for each other. */
export async function noteNearness(
  tx: Tx,
  { organisationId, product }: ProductScope,
  days: NearDays,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE bericht SET near_told_for = deadline_on WHERE id IN (
      SELECT id FROM bericht WHERE organisation_id = ${organisationId}::uuid AND product = ${product} AND ${nearUntold(days)}
      ORDER BY id FOR UPDATE)
    RETURNING id`
  return rows.map(({ id }) => id)
}

/** Keeps with a bericht what the chain said when it refused it. */
export async function noteFault(tx: Tx, scope: ProductScope, id: string, fault: ReceivedFault): Promise<void> {
  await tx.bericht.updateMany({ where: { id, organisationId: scope.organisationId }, data: { fault } })
}

/** Notes that the scanner found nothing. What was held stays held until it enters. */
export async function noteScanned(tx: Tx, { organisationId }: ProductScope, id: string): Promise<void> {
  await tx.bericht.updateMany({ where: { id, organisationId }, data: { awaitsScan: false } })
}

/** Writes what was held over itself, now that it enters, with all that it brings but its status: that is for `applyEvent`. */
export async function writeHeld(
  tx: Tx,
  { organisationId }: ProductScope,
  row: Bericht,
  { facts, clients, logged }: Omit<Brought, 'steps'>,
): Promise<void> {
  await tx.$executeRaw`
    WITH known AS (
      INSERT INTO bericht_fact SELECT * FROM jsonb_populate_recordset(NULL::bericht_fact, ${rowsJson(facts)}::jsonb)),
    about AS (
      INSERT INTO bericht_client (bericht_id, client, organisation_id)
      SELECT ${row.id}::uuid, decode(client, 'hex'), ${organisationId}::uuid FROM unnest(${[...clients]}::text[]) AS client),
    logged AS (${logged})
    UPDATE bericht b SET findings = n.findings, error_count = n.error_count, warning_count = n.warning_count,
      envelope = n.envelope, awaits = n.awaits, deadline_on = n.deadline_on, awaits_scan = false
    FROM jsonb_populate_recordset(NULL::bericht, ${rowsJson([row])}::jsonb) n
    WHERE b.id = n.id AND b.organisation_id = ${organisationId}::uuid`
}

/** Writes down anew what was found about a bericht. */
export async function noteFindings(tx: Tx, scope: ProductScope, id: string, found: readonly Finding[]): Promise<void> {
  const data = { findings: [...found], ...countsOf(found) }
  await tx.bericht.updateMany({ where: { id, organisationId: scope.organisationId }, data })
}

/** Notes that the content of a bericht is no longer there: then nobody finds it by a client any more (decision 017). */
export async function forgetContent(tx: Tx, scope: ProductScope, id: string): Promise<void> {
  const data = { storageKey: null, awaitsScan: false }
  await tx.bericht.updateMany({ where: { id, organisationId: scope.organisationId }, data })
  await tx.berichtClient.deleteMany({ where: { berichtId: id, organisationId: scope.organisationId } })
}

/** One bericht of this gemeente and product; null for every other id. */
export async function findBericht(tx: Tx, scope: ProductScope, id: string): Promise<Bericht | null> {
  return tx.bericht.findFirst({ where: { id, organisationId: scope.organisationId, product: scope.product } })
}

const STORED_COLUMNS = {
  id: true,
  organisationId: true,
  berichtsoort: true,
  versie: true,
  afzender: true,
  ontvanger: true,
  identificatie: true,
  fileName: true,
  sizeBytes: true,
  sha256: true,
  envelope: true,
  storageKey: true,
  awaitsScan: true,
  createdAt: true,
} as const

/** What is needed to hand out a content: without its findings, of which there can be thousands. */
export type StoredBericht = Pick<Bericht, keyof typeof STORED_COLUMNS>

/** The berichten of this gemeente and product among these ids, in no order. */
export async function listStoredBerichten(
  tx: Tx,
  scope: ProductScope,
  ids: readonly string[],
): Promise<StoredBericht[]> {
  return tx.bericht.findMany({
    where: { id: { in: [...ids] }, organisationId: scope.organisationId, product: scope.product },
    select: STORED_COLUMNS,
  })
}

/** The timeline of a bericht, newest first. Steps of one moment stay in the order in which they were written. */
export async function listSteps(tx: Tx, scope: ProductScope, berichtId: string): Promise<BerichtStatusChange[]> {
  return tx.berichtStatusChange.findMany({
    where: { berichtId, organisationId: scope.organisationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
}
