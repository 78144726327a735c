import type { JobScope } from '#/lib/access/authorise.ts'
import { PRODUCTS, type Product } from '#/lib/access/products.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { DEFAULT_CHOICES } from '#/lib/inbox/preferences/schema.ts'
import { CAN_GET_IN } from '#/lib/inbox/telling/audience.ts'
import { sendNotification } from '#/lib/jobs/definitions/send-notification.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { NOTIFICATION_KINDS, type NotificationKind, ROLE_OF_KIND } from '#/lib/notifications/kinds.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** People of one look in the table; the mail to each is a transaction of its own. */
const BATCH = 500

const switched = (kind: NotificationKind, chosen: Prisma.Sql, otherwise: boolean) =>
  Prisma.sql`WHEN ${kind} THEN CASE WHEN coalesce(${chosen}, ${otherwise}) THEN 'DIRECT' ELSE 'NOOIT' END`

/** When the person wants to be mailed of the notification `n`, by the choices `p`: a MailFrequency as text. */
export const WANTED = Prisma.sql`CASE n.kind::text
  WHEN 'NIEUWE_BERICHTEN' THEN CASE n.product
    WHEN 'iwmo' THEN coalesce(p.new_iwmo::text, ${DEFAULT_CHOICES.newIwmo})
    ELSE coalesce(p.new_ijw::text, ${DEFAULT_CHOICES.newIjw}) END
  ${switched('KETENFOUT', Prisma.sql`p.fault`, DEFAULT_CHOICES.fault)}
  ${switched('TERMIJN', Prisma.sql`p.deadline`, DEFAULT_CHOICES.deadline)}
  ${switched('CERTIFICAAT', Prisma.sql`p.certificate`, DEFAULT_CHOICES.certificate)}
  ${switched('INSTELLINGEN', Prisma.sql`p.settings`, DEFAULT_CHOICES.settings)} END`

const kindsOf = (role: 'GEBRUIKER' | 'PRODUCTBEHEERDER') =>
  Prisma.join(NOTIFICATION_KINDS.filter((kind) => ROLE_OF_KIND[kind] === role))

/** Unread notifications with something in them that was not mailed, of people who can get in and have the role for it now. */
const unmailed = (due: Prisma.Sql) => Prisma.sql`
  FROM notification n
  JOIN member m ON m.id = n.member_id
  JOIN member_role r ON r.member_id = n.member_id AND r.product = n.product
    AND (r.role = 'GEBRUIKER' AND n.kind::text IN (${kindsOf('GEBRUIKER')})
      OR r.role = 'PRODUCTBEHEERDER' AND n.kind::text IN (${kindsOf('PRODUCTBEHEERDER')}))
  LEFT JOIN notification_preference p ON p.member_id = n.member_id
  WHERE n.read_at IS NULL AND n.unmailed_since IS NOT NULL AND m.email IS NOT NULL AND ${CAN_GET_IN} AND (${due})`

type DueRow = {
  readonly id: string
  readonly kind: NotificationKind
  readonly product: Product
  readonly amount: number
  readonly mailedAmount: number
}

/** Of a certificate the days that are left; of the rest what came since the last mail. */
const amountToMail = ({ kind, amount, mailedAmount }: DueRow): number =>
  kind === 'CERTIFICAAT' ? amount : amount - mailedAmount

type Line = Pick<DueRow, 'kind' | 'product'>

/** As people read it: by what it is, and of the products as everywhere in the portal. */
const inOrder = (one: Line, other: Line): number =>
  NOTIFICATION_KINDS.indexOf(one.kind) - NOTIFICATION_KINDS.indexOf(other.kind) ||
  PRODUCTS.indexOf(one.product) - PRODUCTS.indexOf(other.product)

async function orderMail(tx: Tx, memberId: string, due: Prisma.Sql): Promise<boolean> {
  // What another worker has in hand it mails; in the order in which all others take rows.
  const rows = await tx.$queryRaw<DueRow[]>`
    SELECT n.id, n.kind, n.product, n.amount, n.mailed_amount AS "mailedAmount" ${unmailed(due)}
      AND n.member_id = ${memberId}::uuid
    ORDER BY n.kind, n.product FOR UPDATE OF n SKIP LOCKED`
  if (rows.length === 0) return false
  await tx.$executeRaw`
    UPDATE notification SET unmailed_since = NULL, mailed_amount = amount, mailed_at = ${clock.now()}::timestamptz
    WHERE id = ANY (${rows.map(({ id }) => id)}::uuid[])`
  const lines = rows.map((row) => ({ kind: row.kind, product: row.product, amount: amountToMail(row) }))
  await enqueue(tx, sendNotification, { memberId, lines: lines.toSorted(inOrder) })
  return true
}

/**
 * Orders one mail for everybody for whom something is due (a condition on `n` and WANTED), with all of it. That it is mailed is
 * written in the transaction that orders the mail: killed in between, the next run orders it, and never twice. Answers how many.
 */
export async function orderMails(
  { realm }: JobScope<'notification.tell'>,
  due: Prisma.Sql,
  signal: AbortSignal,
): Promise<number> {
  let ordered = 0
  for (;;) {
    const people = await inTransaction(
      realm,
      (tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT n.member_id AS id ${unmailed(due)} LIMIT ${BATCH}`,
    )
    let inBatch = 0
    for (const { id } of people) {
      signal.throwIfAborted()
      if (await inTransaction(realm, (tx) => orderMail(tx, id, due))) inBatch += 1
    }
    ordered += inBatch
    if (people.length < BATCH || inBatch === 0) return ordered
  }
}
