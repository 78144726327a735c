import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** So many tries of one bericht fail before anybody is told: what is over by itself in seconds is no outage. */
const TRIES = 4

const isFailing = async (tx: Tx): Promise<boolean> =>
  (await tx.dispatch.count({
    where: { parkedAt: null, failure: { not: null }, attempts: { gte: TRIES }, receiver: { not: SOFTWARE } },
    take: 1,
  })) > 0

/**
 * Notices that the chain takes nothing in, or does so again. When it begins the servicedesk gets a mail, once per outage, also with
 * several workers.
 */
export async function watchOutage(): Promise<'began' | 'ended' | 'same'> {
  const to = await sealedAddress(settings().operator.email)
  return inTransaction({ kind: 'systeem' }, async (tx) => {
    const open = await tx.chainOutage.findFirst({ where: { endedAt: null } })
    const failing = await isFailing(tx)
    if (failing === (open !== null)) return 'same'
    if (open) {
      await tx.chainOutage.updateMany({ where: { id: open.id, endedAt: null }, data: { endedAt: clock.now() } })
      return 'ended'
    }
    const id = ids.rowId()
    const { count } = await tx.chainOutage.createMany({ data: [{ id, beganAt: clock.now() }], skipDuplicates: true })
    if (count === 0) return 'same'
    await enqueue(tx, sendMail, { to, template: 'chain-outage', params: {} }, { id })
    return 'began'
  })
}
