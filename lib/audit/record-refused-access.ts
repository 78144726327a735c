import type { Actor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import type { ForbiddenError } from '#/lib/platform/errors.ts'

type Refusal = { readonly reasonCode: string; readonly supportCode?: string }

/** Logs that somebody was not let through, and why. In a transaction of its own: there was no other. */
export async function recordRefusal(actor: Actor, { reasonCode, supportCode }: Refusal): Promise<void> {
  const realm: Realm =
    actor.kind === 'member'
      ? { kind: 'organisatie', organisationId: actor.organisationId }
      : { kind: actor.kind === 'staff' ? 'servicedesk' : 'systeem' }
  await inTransaction(realm, (tx) =>
    recordAudit(tx, actor, {
      event: 'access.refused',
      result: 'refused',
      reasonCode,
      ...(supportCode ? { supportCode } : {}),
    }),
  )
}

/** Logs that somebody asked for what is not theirs (ASVS 16.3.2). */
export const recordRefusedAccess = (actor: Actor, error: ForbiddenError): Promise<void> =>
  recordRefusal(actor, { reasonCode: error.permission })
