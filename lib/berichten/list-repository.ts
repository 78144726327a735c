import type { ProductScope } from '#/lib/access/authorise.ts'
import { faulty, TO_ANSWER } from '#/lib/berichten/attention-repository.ts'
import { counted } from '#/lib/berichten/counted.ts'
import { onlyEigenBijdrage } from '#/lib/berichten/eigen-bijdrage/only-eigen-bijdrage.ts'
import type { ListBerichten } from '#/lib/berichten/filter.ts'
import { searchable } from '#/lib/berichten/repository.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Findings that a row of a list carries; the page of the bericht has them all. */
const LISTED_FINDINGS = 20
export type ListedRow = Bericht & {
  readonly changeAt: Date | null
  readonly changeStatus: BerichtStatus | null
  readonly changeByName: string | null
  readonly changeExplanation: string | null
}

const likePattern = (text: string) => `%${searchable(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The conditions of a list, the gemeente's own first. */
function conditions(scope: ProductScope, filter: ListBerichten): Prisma.Sql {
  const parts = [
    Prisma.sql`b.organisation_id = ${scope.organisationId}::uuid`,
    Prisma.sql`b.product = ${scope.product}`,
  ]
  const { aandacht, richting, status, soort, van, tot, q, client, eigenBijdrage } = filter
  if (eigenBijdrage) parts.push(onlyEigenBijdrage(eigenBijdrage))
  if (aandacht) parts.push(aandacht === 'fouten' ? faulty() : TO_ANSWER)
  if (richting) parts.push(Prisma.sql`b.direction = ${richting.toUpperCase()}::"Direction"`)
  if (status) parts.push(Prisma.sql`b.status = ${status}::"BerichtStatus"`)
  if (soort) parts.push(Prisma.sql`b.berichtsoort = ${soort}`)
  if (van) parts.push(Prisma.sql`b.created_at >= (${van}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam'`)
  if (tot) parts.push(Prisma.sql`b.created_at < (${tot}::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'`)
  if (q) {
    const pattern = likePattern(q)
    parts.push(
      // Cheap first: every row of the gemeente is looked at.
      Prisma.sql`(b.afzender = ${q} OR b.ontvanger = ${q} OR b.search_text LIKE ${pattern})`,
    )
  }
  // An array, so that the few berichten of a client are looked up, and never all of the gemeente looked through for them.
  if (client)
    parts.push(Prisma.sql`b.id = ANY (ARRAY(SELECT bericht_id FROM bericht_client
      WHERE client = decode(${client}, 'hex') AND organisation_id = ${scope.organisationId}::uuid))`)
  return Prisma.join(parts, ' AND ')
}

/**
 * Rows of berichten (called b) as lists show them, with the last step of their timeline. Which ones is found out first: a search
 * looks at every row of a gemeente, and then reads them in the index of the list, not in the wide rows of the table.
 */
export async function selectListed(
  tx: Tx,
  asked: { readonly where: Prisma.Sql; readonly order: Prisma.Sql; readonly most: number },
): Promise<ListedRow[]> {
  return tx.$queryRaw<ListedRow[]>`
    SELECT b.id, b.organisation_id AS "organisationId", b.product, b.direction, b.status, b.berichtsoort, b.versie,
      b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.referentienummer, b.file_name AS "fileName",
      b.size_bytes AS "sizeBytes", b.sha256, b.storage_key AS "storageKey", b.awaits_scan AS "awaitsScan", b.search_text AS "searchText", b.envelope, b.fault,
      jsonb_path_query_array(b.findings, ('$[0 to ' || ${LISTED_FINDINGS - 1}::int || ']')::jsonpath) AS findings,
      b.error_count AS "errorCount", b.warning_count AS "warningCount", b.delivered_by_id AS "deliveredById",
      b.delivered_by_name AS "deliveredByName", b.idempotency_key AS "idempotencyKey", b.created_at AS "createdAt",
      b.received_at AS "receivedAt", b.fetched_at AS "fetchedAt", b.sent_at AS "sentAt", b.deadline_on AS "deadlineOn",
      b.heen_identificatie AS "heenIdentificatie", b.heen_dagtekening AS "heenDagtekening", b.verdict,
      b.is_refused AS "isRefused", b.awaits, b.answered_at AS "answeredAt", b.late_noted_for AS "lateNotedFor",
      c.at AS "changeAt", c.status AS "changeStatus", c.by_name AS "changeByName", c.explanation AS "changeExplanation"
    FROM (SELECT b.id FROM bericht b WHERE ${asked.where} ORDER BY ${asked.order} LIMIT ${asked.most}) found
    JOIN bericht b ON b.id = found.id
    LEFT JOIN LATERAL (
      SELECT at, status, by_name, explanation FROM bericht_status_change
      WHERE bericht_id = b.id AND note IS NULL ORDER BY at DESC, id DESC LIMIT 1) c ON true
    ORDER BY ${asked.order}`
}

/** One page of berichten, newest first, and whether there are more beyond it. */
export async function listRows(
  tx: Tx,
  scope: ProductScope,
  filter: ListBerichten,
): Promise<{ readonly rows: readonly ListedRow[]; readonly hasMore: boolean }> {
  const { olderThan, newerThan, limit } = filter
  const older = olderThan
    ? Prisma.sql`AND (b.created_at, b.id) < (${olderThan.createdAt}, ${olderThan.id}::uuid)`
    : Prisma.empty
  const newer = newerThan
    ? Prisma.sql`AND (b.created_at, b.id) > (${newerThan.createdAt}, ${newerThan.id}::uuid)`
    : Prisma.empty
  const order = newerThan ? Prisma.sql`b.created_at ASC, b.id ASC` : Prisma.sql`b.created_at DESC, b.id DESC`
  const where = Prisma.sql`${conditions(scope, filter)} ${older} ${newer}`
  const rows = await selectListed(tx, { where, order, most: limit + 1 })
  const hasMore = rows.length > limit
  const page = rows.slice(0, limit)
  return { rows: newerThan ? page.reverse() : page, hasMore }
}

/** Ids of what the filters leave of what was there at a moment, newest first. */
export async function listIds(
  tx: Tx,
  scope: ProductScope,
  filter: ListBerichten,
  until: Date,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id::text FROM bericht b WHERE ${conditions(scope, filter)} AND b.created_at <= ${until}::timestamptz
    ORDER BY b.created_at DESC, b.id DESC LIMIT ${filter.limit}`
  return rows.map(({ id }) => id)
}

/** How many berichten the filters leave, counted up to COUNTED_AT_MOST + 1. */
export async function countRows(tx: Tx, scope: ProductScope, filter: ListBerichten): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT ${counted(Prisma.sql`bericht b WHERE ${conditions(scope, filter)}`)} AS count`
  return row?.count ?? 0
}
