import type { LogEntry, LogRow } from '#/lib/audit/log-entry.ts'
import { eventsOf, isAuditEvent } from '#/lib/audit/log-groups.ts'
import { type LogFilter, readLogCursor } from '#/lib/audit/log-schema.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

const entryOf = (row: LogRow): LogEntry => ({
  id: row.id,
  at: row.at,
  event: isAuditEvent(row.event) ? row.event : null,
  eventName: row.event,
  result: row.result,
  reasonCode: row.reason_code,
  actor: { kind: row.actor_kind, name: row.actor_name || row.staff_name || '', memberId: row.actor_member_id },
  subject: row.subject_member_id ? { name: row.subject_name ?? '', memberId: row.subject_member_id } : null,
  object: row.object_kind && row.object_id ? { kind: row.object_kind, id: row.object_id } : null,
  organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation_name ?? '' } : null,
  requestId: row.request_id,
  supportCode: row.support_code,
  details: row.details,
})

/** Which rows of the log are wanted; `memberId` when only those of one person. */
type Wanted = { readonly where: readonly Prisma.Sql[]; readonly memberId?: string | undefined }

const wherever = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}` : Prisma.empty

// Log rows of the wanted kind by one more condition, no more of them than the page can show.
const newest = (where: readonly Prisma.Sql[], limit: number): Prisma.Sql =>
  Prisma.sql`SELECT * FROM audit_event e ${wherever(where)} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`

// The person is the actor, or the one it is about, or the owner of the session it is about. Each way in by its own index and
// with the limit of the page: joined by OR the whole log would be read, and without limits all of somebody's years.
function newestOfPerson(memberId: string, where: readonly Prisma.Sql[], limit: number): Prisma.Sql {
  const asActor = newest([...where, Prisma.sql`e.actor_member_id = ${memberId}::uuid`], limit)
  const asSubject = newest(
    [
      ...where,
      Prisma.sql`e.subject_id = ANY (ARRAY (
        SELECT ${memberId} UNION ALL SELECT s.id::text FROM session s WHERE s.member_id = ${memberId}::uuid))`,
    ],
    limit,
  )
  return Prisma.sql`SELECT * FROM (SELECT DISTINCT ON (p.at, p.id) p.* FROM (
      (${asActor}) UNION ALL (${asSubject})) p ORDER BY p.at DESC, p.id DESC) one LIMIT ${limit}`
}

function conditions(filter: LogFilter): Prisma.Sql[] {
  const { van, tot, soort, gemeente, na } = filter
  const after = na ? readLogCursor(na) : null
  return [
    ...(van ? [Prisma.sql`e.at >= (${van}::date)::timestamp AT TIME ZONE ${TIME_ZONE}`] : []),
    ...(tot ? [Prisma.sql`e.at < (${tot}::date + 1)::timestamp AT TIME ZONE ${TIME_ZONE}`] : []),
    ...(soort ? [Prisma.sql`e.event = ANY (${[...eventsOf(soort)]}::text[])`] : []),
    ...(gemeente ? [Prisma.sql`e.organisation_id = ${gemeente}::uuid`] : []),
    ...(after ? [Prisma.sql`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ]
}

/**
 * Reads rows of the log, newest first, with the names that row level security lets this transaction see: the names of
 * staff stay empty for a gemeente. Does not write that it was read: that is for who calls.
 */
export async function queryLog(tx: Tx, { where, memberId }: Wanted, limit: number): Promise<LogEntry[]> {
  const found = memberId === undefined ? newest(where, limit) : newestOfPerson(memberId, where, limit)
  const rows = await tx.$queryRaw<LogRow[]>`
    SELECT e.id, e.at, e.event, e.result, e.reason_code, e.actor_kind, e.actor_member_id,
      concat_ws(' ', a.initials, nullif(a.infix, ''), a.last_name) AS actor_name, f.name AS staff_name,
      m.id AS subject_member_id, concat_ws(' ', m.initials, nullif(m.infix, ''), m.last_name) AS subject_name,
      e.object_kind, e.object_id, e.organisation_id, o.name AS organisation_name, e.request_id, e.support_code, e.details
    FROM (${found}) e
    LEFT JOIN member a ON a.id = e.actor_member_id
    LEFT JOIN staff_member f ON f.user_id = e.actor_user_id AND e.actor_kind = 'staff'
    LEFT JOIN session s ON s.id = CASE WHEN e.subject_kind = 'session' THEN e.subject_id::uuid END
    LEFT JOIN member m ON m.id = CASE WHEN e.subject_kind = 'member' THEN e.subject_id::uuid ELSE s.member_id END
    LEFT JOIN organisation o ON o.id = e.organisation_id
    ORDER BY e.at DESC, e.id DESC`
  return rows.map(entryOf)
}

/** Rows that fit the filter of a page, at most `limit`. */
export const queryLogPage = (tx: Tx, filter: LogFilter, limit: number): Promise<LogEntry[]> =>
  queryLog(tx, { where: conditions(filter), memberId: filter.persoon }, limit)

// Who looked at something stands in the log itself; in a short history it would hide what happened.
const HAPPENED = Prisma.sql`e.action <> 'R'`

/** Everything that the log says of one person, newest first. */
export const queryPersonLog = (tx: Tx, memberId: string, limit: number): Promise<LogEntry[]> =>
  queryLog(tx, { where: [], memberId }, limit)

/** What happened to one person, newest first; not who looked. */
export const queryPersonHistory = (tx: Tx, memberId: string, limit: number): Promise<LogEntry[]> =>
  queryLog(tx, { where: [HAPPENED], memberId }, limit)

/** What happened at one gemeente, newest first; not who looked. */
export const queryOrganisationHistory = (tx: Tx, organisationId: string, limit: number): Promise<LogEntry[]> =>
  queryLog(tx, { where: [Prisma.sql`e.organisation_id = ${organisationId}::uuid`, HAPPENED] }, limit)

/** Rows under a support code or the id of a request: what the servicedesk is called about. */
export const queryLogByReference = (tx: Tx, reference: string, limit: number): Promise<LogEntry[]> =>
  queryLog(tx, { where: [Prisma.sql`(e.support_code = ${reference} OR e.request_id = ${reference})`] }, limit)
