import type { MemberActor } from '#/lib/access/actor.ts'
import type { PersonScope } from '#/lib/access/authorise.ts'
import { PRODUCTS } from '#/lib/access/products.ts'
import type { Prisma } from '#/lib/generated/prisma/client.ts'
import type { Place } from '#/lib/inbox/place.ts'
import type { NotificationView, SeenNotification } from '#/lib/inbox/schema.ts'
import { isTold, NOTIFICATION_KINDS } from '#/lib/notifications/kinds.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

type OwnScope = PersonScope<'notification.own'>

/**
 * The notifications of a person that the present roles are for: what was told of a product that one has no more to do with leads
 * nowhere. Null without any role.
 */
export function ownRows(
  { memberId, organisationId }: OwnScope,
  { roles }: Pick<MemberActor, 'roles'>,
): Prisma.NotificationWhereInput | null {
  const told = PRODUCTS.flatMap((product) => {
    const kinds = NOTIFICATION_KINDS.filter((kind) => isTold(roles, kind, product))
    return kinds.length > 0 ? [{ product, kind: { in: kinds } }] : []
  })
  return told.length > 0 ? { memberId, organisationId, OR: told } : null
}

/** Rows of a list, newest first, after a place in it. */
export async function findRows(
  tx: Tx,
  own: Prisma.NotificationWhereInput,
  { isUnread, after, limit }: { readonly isUnread: boolean; readonly after?: Place | null; readonly limit: number },
): Promise<NotificationView[]> {
  const { lastAt, id } = after ?? {}
  const beyond = lastAt && id ? { OR: [{ lastAt: { lt: lastAt } }, { lastAt, id: { lt: id } }] } : {}
  const rows = await tx.notification.findMany({
    where: { AND: [own, { readAt: isUnread ? null : { not: null } }, beyond] },
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.flatMap(({ product: named, ...row }) => {
    const product = PRODUCTS.find((known) => known === named)
    if (!product) return []
    const { kind, amount, berichtId, firstAt, readAt } = row
    return [{ id: row.id, kind, product, amount, berichtId, firstAt, lastAt: row.lastAt, isUnread: readAt === null }]
  })
}

/** How many of these the person has, read or not. In the order in which a job takes rows, and locked, so that none waits for the other. */
export async function lockSeen(tx: Tx, { memberId }: OwnScope, seen: readonly SeenNotification[]): Promise<number> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM notification WHERE member_id = ${memberId}::uuid AND id = ANY (${seen.map(({ id }) => id)}::uuid[])
    ORDER BY kind, product, id FOR UPDATE`
  return found.length
}

/** Marks as read what has not been counted up since it was seen. Gives how many of these are still unread. */
export async function markSeen(
  tx: Tx,
  { memberId }: OwnScope,
  seen: readonly SeenNotification[],
  at: Date,
): Promise<number> {
  const these = seen.map(({ id, amount }) => ({ id, amount }))
  await tx.notification.updateMany({ where: { memberId, readAt: null, OR: these }, data: { readAt: at } })
  return tx.notification.count({ where: { memberId, readAt: null, id: { in: seen.map(({ id }) => id) } } })
}
