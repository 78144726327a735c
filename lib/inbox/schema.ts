import { z } from 'zod'
import type { Product } from '#/lib/access/products.ts'
import type { NotificationKind } from '#/lib/notifications/kinds.ts'

/** One notification as its owner sees it. */
export type NotificationView = {
  readonly id: string
  readonly kind: NotificationKind
  readonly product: Product
  /** Of how many berichten or changes; of a certificate in how many days it ends, 0 when it is over. */
  readonly amount: number
  /** When it is about one bericht. */
  readonly berichtId: string | null
  readonly firstAt: Date
  readonly lastAt: Date
  readonly isUnread: boolean
}

/** More than anybody has unread: one for every kind and product. */
const MOST_AT_ONCE = 50
const SEEN = /^([0-9a-f-]{36}):([0-9]{1,9})$/

/** A notification as it was seen: one that has been counted up since is not read. */
export type SeenNotification = { readonly id: string; readonly amount: number }

/** What was seen, as it travels in a form. */
export const writeSeen = (seen: readonly SeenNotification[]): string =>
  seen.map(({ id, amount }) => `${id}:${amount}`).join(',')

/** "Markeer als gelezen" at one or at all: what stood there when the page was drawn. */
export const MarkRead = z.object({
  gezien: z
    .string({ error: 'unknown' })
    .max(MOST_AT_ONCE * 48, 'unknown')
    .transform((text, context): SeenNotification[] =>
      text.split(',').map((part) => {
        const [, id = '', amount = ''] = SEEN.exec(part) ?? []
        if (!z.uuid().safeParse(id).success) context.addIssue({ code: 'custom', message: 'unknown' })
        return { id, amount: Number(amount) }
      }),
    ),
})
export type MarkRead = z.infer<typeof MarkRead>
