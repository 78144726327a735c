import { AWAY } from '#/lib/chain/outbound/failure.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** So many tries of one bericht fail before anybody is told: what is over by itself in seconds is no outage. */
const TRIES = 4
/** Away again so soon is the same outage: a side that comes and goes gives one mail. */
const SAME_OUTAGE_MS = 30 * MINUTE_MS
const SIDES = ['VECOZO', 'CAK'] as const
type Side = (typeof SIDES)[number]

/**
 * The sides of the chain that cannot be reached. One that answers, be it that it does not want a bericht, is not away; and what a
 * gemeente's software does is for that gemeente.
 */
async function sidesAway(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ side: string }[]>`
    SELECT DISTINCT CASE receiver WHEN 'CAK' THEN 'CAK' ELSE 'VECOZO' END AS side FROM dispatch
    WHERE parked_at IS NULL AND receiver <> ${SOFTWARE} AND attempts >= ${TRIES}
      AND split_part(failure, ':', 1) = ANY (${[...AWAY]})`
  return rows.map(({ side }) => side)
}

type Outage = { readonly side: Side; readonly isAway: boolean }

async function noteOutage(tx: Tx, { side, isAway }: Outage): Promise<'began' | 'ended' | 'same'> {
  const now = clock.now()
  const open = await tx.chainOutage.findFirst({ where: { side, endedAt: null } })
  if (isAway === (open !== null)) return 'same'
  if (open) {
    await tx.chainOutage.updateMany({ where: { id: open.id, endedAt: null }, data: { endedAt: now } })
    return 'ended'
  }
  const since = new Date(now.getTime() - SAME_OUTAGE_MS)
  const last = await tx.chainOutage.findFirst({
    where: { side, endedAt: { gte: since } },
    orderBy: { endedAt: 'desc' },
  })
  if (last) {
    await tx.chainOutage.updateMany({ where: { id: last.id }, data: { endedAt: null } })
    return 'began'
  }
  const id = ids.rowId()
  const { count } = await tx.chainOutage.createMany({ data: [{ id, side, beganAt: now }], skipDuplicates: true })
  if (count === 0) return 'same'
  const to = await sealedAddress(settings().operator.email)
  await enqueue(tx, sendMail, { to, template: 'chain-outage', params: {} }, { id })
  return 'began'
}

/**
 * Notices that a side of the chain takes nothing in, or does so again. When it begins the servicedesk gets a mail, once per outage,
 * also with several workers. Answers the sides of which something changed.
 */
export async function watchOutage(): Promise<readonly { readonly side: Side; readonly change: 'began' | 'ended' }[]> {
  return inTransaction({ kind: 'systeem' }, async (tx) => {
    // One worker at a time: two could open the same outage again.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('chain outage', 0))::text`
    const away = await sidesAway(tx)
    const changes: { side: Side; change: 'began' | 'ended' }[] = []
    for (const side of SIDES) {
      const change = await noteOutage(tx, { side, isAway: away.includes(side) })
      if (change !== 'same') changes.push({ side, change })
    }
    return changes
  })
}
