import type { ProductScope } from '#/lib/access/authorise.ts'
import type { NotificationKind } from '#/lib/notifications/kinds.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'

/** What happened that people have to be told of. */
export type Cause = {
  readonly kind: NotificationKind
  /** Of how many; of a certificate in how many days it ends. One unless said. */
  readonly amount?: number
  /** The bericht that it is about, when it is about one. */
  readonly berichtId?: string
  /** Who did it, and need not be told. */
  readonly byMemberId?: string
}

/**
 * Has people told of something, in its transaction: committed, a job makes notifications of it within about a minute; rolled back,
 * nobody hears of it. One row and no look at anybody: berichten come in by the thousand, and none waits for another here.
 */
export async function noteCause(
  tx: Tx,
  { organisationId, product }: Pick<ProductScope, 'organisationId' | 'product'>,
  { kind, amount = 1, berichtId, byMemberId }: Cause,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notification_cause (id, organisation_id, product, kind, amount, bericht_id, by_member_id, created_at)
    VALUES (${ids.rowId()}::uuid, ${organisationId}::uuid, ${product}, ${kind}::"NotificationKind", ${amount},
      ${berichtId ?? null}::uuid, ${byMemberId ?? null}::uuid, ${at}::timestamptz)`
}
