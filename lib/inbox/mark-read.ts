import type { Actor } from '#/lib/access/actor.ts'
import { authoriseOwn } from '#/lib/access/authorise.ts'
import { lockSeen, markSeen } from '#/lib/inbox/repository.ts'
import type { MarkRead } from '#/lib/inbox/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { ok, type Result } from '#/lib/platform/result.ts'

/**
 * Marks the own notifications as read, as they were seen: one that was counted up meanwhile stays unread. Answers how many do.
 * Throws NotFoundError for one that is somebody else's, or gone.
 */
export async function markRead(actor: Actor, { gezien }: MarkRead): Promise<Result<number, never>> {
  const { scope } = authoriseOwn(actor, 'notification.own')
  return inTransaction(scope.realm, async (tx) => {
    const different = new Set(gezien.map(({ id }) => id)).size
    if ((await lockSeen(tx, scope, gezien)) !== different) throw new NotFoundError('notification')
    return ok(await markSeen(tx, scope, gezien, clock.now()))
  })
}
