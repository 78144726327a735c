import type { Actor } from '#/lib/access/actor.ts'
import { authoriseOwn } from '#/lib/access/authorise.ts'
import { type Place, writePlace } from '#/lib/inbox/place.ts'
import { findRows, ownRows } from '#/lib/inbox/repository.ts'
import type { NotificationView } from '#/lib/inbox/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Read notifications on one page. */
export const INBOX_ROWS = 20
/** More than there are: one for every kind and product. */
const MOST_UNREAD = 50

/** One page of an inbox. */
export type InboxPage = {
  /** All that is unread, newest first, on the first page; empty on the next ones. */
  readonly unread: readonly NotificationView[]
  readonly read: readonly NotificationView[]
  /** Place of the next page; null at the end. */
  readonly older: string | null
}

/** What the person who asks was told, newest first, from a place on. Throws ForbiddenError. */
export async function listNotifications(actor: Actor, after: Place | null): Promise<InboxPage> {
  const { scope, member } = authoriseOwn(actor, 'notification.own')
  const own = ownRows(scope, member)
  if (!own) return { unread: [], read: [], older: null }
  return inTransaction(scope.realm, async (tx) => {
    const unread = after ? [] : await findRows(tx, own, { isUnread: true, limit: MOST_UNREAD })
    const found = await findRows(tx, own, { isUnread: false, after, limit: INBOX_ROWS + 1 })
    const read = found.slice(0, INBOX_ROWS)
    const last = read.at(-1)
    return { unread, read, older: found.length > INBOX_ROWS && last ? writePlace(last) : null }
  })
}

/** How many notifications are unread: for the frame of every page. 0 for who is told of nothing. */
export async function countUnread(actor: Actor): Promise<number> {
  const { scope, member } = authoriseOwn(actor, 'notification.own')
  const own = ownRows(scope, member)
  return own ? inTransaction(scope.realm, (tx) => tx.notification.count({ where: { ...own, readAt: null } })) : 0
}
