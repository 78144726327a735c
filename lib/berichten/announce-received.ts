import type { BerichtProduct } from '#/lib/access/products.ts'
import { tellReceived } from '#/lib/jobs/definitions/tell-berichten-received.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { MINUTE_MS } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** What comes within this time is told in one mail. */
const TELL_AFTER_MS = 5 * MINUTE_MS

/**
 * Has the gemeente told, in a while, that something has come that it can fetch: its addresses by mail, its Gebruikers in their
 * inbox.
 */
export async function announceReceived(
  tx: Tx,
  { organisationId, product }: { readonly organisationId: string; readonly product: BerichtProduct },
  at: Date,
): Promise<void> {
  const startAfter = new Date(at.getTime() + TELL_AFTER_MS)
  await enqueue(tx, tellReceived, { organisationId, product }, { startAfter })
  await noteCause(tx, { organisationId, product }, { kind: 'NIEUWE_BERICHTEN' }, at)
}
