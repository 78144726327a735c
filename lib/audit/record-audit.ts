import type { Actor, Origin } from '#/lib/access/actor.ts'
import { AUDIT_EVENTS, type AuditEntry } from '#/lib/audit/events.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'
import { ids } from '#/lib/platform/ids.ts'

/** Somebody who is not logged in: the log knows only where the request came from. */
export type AnonymousActor = { readonly kind: 'anonymous'; readonly brokerId: string | null; readonly origin: Origin }

function actorColumns(actor: Actor | AnonymousActor) {
  switch (actor.kind) {
    case 'member':
      return {
        actorUserId: actor.userId,
        actorMemberId: actor.memberId,
        actorRole: actor.isManager ? 'gebruikersbeheerder' : null,
        organisationId: actor.organisationId,
        loa: actor.loa,
        sessionId: actor.sessionId,
      }
    case 'staff':
      return { actorUserId: actor.userId, actorRole: 'servicedesk', loa: actor.loa, sessionId: actor.sessionId }
    case 'software':
      return { actorRole: 'software', organisationId: actor.organisationId }
    case 'system':
      return { actorRole: actor.name }
    case 'anonymous':
      return {}
  }
}

/**
 * The statement that appends one row to the log, for a repository that writes it together with what it tells. The hash
 * chain is filled by the database.
 */
export function auditInsert(actor: Actor | AnonymousActor, entry: AuditEntry): Prisma.Sql {
  const row: Prisma.AuditEventCreateManyInput = {
    ...actorColumns(actor),
    id: ids.rowId(),
    at: clock.now(),
    event: entry.event,
    action: AUDIT_EVENTS[entry.event],
    result: entry.result ?? 'ok',
    reasonCode: entry.reasonCode ?? null,
    actorKind: actor.kind,
    ...(entry.organisationId ? { organisationId: entry.organisationId } : {}),
    subjectKind: entry.subject?.kind ?? null,
    subjectId: entry.subject?.id ?? null,
    objectKind: entry.object?.kind ?? null,
    objectId: entry.object?.id ?? null,
    basis: entry.basis ?? null,
    ipPrefix: actor.origin.ipPrefix,
    userAgentHash: actor.origin.userAgentHash,
    requestId: actor.origin.requestId,
    supportCode: entry.supportCode ?? null,
    details: { ...entry.details },
  }
  return Prisma.sql`INSERT INTO audit_event SELECT * FROM jsonb_populate_recordset(NULL::audit_event, ${rowsJson([row])}::jsonb)`
}

/**
 * Appends one row to the log, in the transaction of what it tells: when the row cannot be written, nothing happened
 * (access-norms chapter 6, fail closed).
 */
export async function recordAudit(tx: Tx, actor: Actor | AnonymousActor, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw(auditInsert(actor, entry))
}
