import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { orderMails, WANTED } from '#/lib/inbox/telling/order-mails.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'

/** Between two mails to one person about the same: berichten come in all day, and a mail for each helps nobody. */
export const MAIL_PAUSE_MS = 15 * MINUTE_MS

/** Orders the mails of those who want to hear at once. Answers how many. */
export async function mailAtOnce(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const { scope } = authoriseJob(actor, 'notification.tell')
  const pauseBegan = new Date(clock.now().getTime() - MAIL_PAUSE_MS)
  const due = Prisma.sql`${WANTED} = 'DIRECT' AND NOT EXISTS (
    SELECT FROM notification e WHERE e.member_id = n.member_id AND e.kind = n.kind AND e.product = n.product
      AND e.mailed_at > ${pauseBegan}::timestamptz)`
  return orderMails(scope, due, signal)
}
