import type { Actor, MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { authorise, authoriseStaff } from '#/lib/access/authorise.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { queryLogPage } from '#/lib/audit/log-query.ts'
import { type LogFilter, logCursor } from '#/lib/audit/log-schema.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

export const LOG_PAGE_ROWS = 50

/** One page of the log, newest first; `next` is where the following page begins, null at the end. */
export type LogPage = { readonly entries: readonly LogEntry[]; readonly next: string | null }

export type LogPerson = { readonly id: string; readonly name: string }

async function readPage(tx: Tx, actor: MemberActor | StaffActor, filter: LogFilter): Promise<LogPage> {
  const rows = await queryLogPage(tx, filter, LOG_PAGE_ROWS + 1)
  const entries = rows.slice(0, LOG_PAGE_ROWS)
  const last = entries.at(-1)
  // Reading the log is itself logged (NEN 7513 chapter 8): who looked, at what period, about whom.
  await recordAudit(tx, actor, {
    event: 'log.read',
    object: { kind: 'log', id: actor.kind === 'member' ? actor.organisationId : 'alle' },
    ...(filter.persoon ? { subject: { kind: 'member', id: filter.persoon } } : {}),
    details: {
      van: filter.van ?? null,
      tot: filter.tot ?? null,
      soort: filter.soort ?? null,
      gemeente: filter.gemeente ?? null,
      aantal: entries.length,
    },
  })
  return { entries, next: rows.length > LOG_PAGE_ROWS && last ? logCursor(last) : null }
}

const MOST_PEOPLE = 200

/** People to choose from in the filter: the first two hundred by name, and who is chosen already. */
async function readPeople(tx: Tx, organisationId: string, chosen: string | undefined): Promise<LogPerson[]> {
  return tx.$queryRaw<LogPerson[]>`
    SELECT m.id, concat_ws(' ', m.initials, nullif(m.infix, ''), m.last_name) AS name FROM member m
    WHERE m.organisation_id = ${organisationId}::uuid AND m.last_name IS NOT NULL
    ORDER BY m.id = ${chosen ?? null}::uuid DESC NULLS LAST, lower(m.last_name), m.id LIMIT ${MOST_PEOPLE}`
}

/** The log of the own gemeente, for its gebruikersbeheerders. */
export async function readOwnLog(
  actor: Actor,
  filter: LogFilter,
): Promise<LogPage & { readonly people: readonly LogPerson[] }> {
  const { scope, member } = authorise(actor, 'log.read')
  const own = { ...filter, gemeente: scope.organisationId }
  return inTransaction(scope.realm, async (tx) => ({
    ...(await readPage(tx, member, own)),
    people: await readPeople(tx, scope.organisationId, filter.persoon),
  }))
}

/** The log of everything, for the servicedesk. */
export async function readWholeLog(actor: Actor, filter: LogFilter): Promise<LogPage> {
  const { scope, staff } = authoriseStaff(actor, 'log.read-all')
  return inTransaction(scope.realm, (tx) => readPage(tx, staff, filter))
}
