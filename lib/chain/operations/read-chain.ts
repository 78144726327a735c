import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type Failure, failureIn } from '#/lib/chain/outbound/failure.ts'
import { type QueueState, readQueues } from '#/lib/jobs/read-queues.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

const PARKED_ROWS = 200

/** A bericht that was given up: whose, what, to whom and why. Never what is in it. */
export type ParkedLine = {
  readonly berichtId: string
  readonly gemeente: string
  readonly berichtsoort: string | null
  readonly receiver: string
  readonly referentienummer: string
  readonly attempts: number
  readonly failure: Failure | null
  readonly parkedAt: Date
}

/** What waits for one receiver of a gemeente because a try failed. */
export type FailingLine = {
  readonly gemeente: string
  readonly receiver: string
  readonly waiting: number
  readonly attempts: number
  readonly failure: Failure | null
  readonly nextAt: Date
}

export type ChainState = {
  readonly waiting: number
  readonly oldestAt: Date | null
  /** Sides that take nothing in now: VECOZO, CAK. */
  readonly outages: readonly { readonly side: string; readonly beganAt: Date }[]
  readonly failing: readonly FailingLine[]
  readonly parked: readonly ParkedLine[]
  readonly queues: readonly QueueState[]
}

type FailingRow = Omit<FailingLine, 'failure'> & { readonly failure: string }

async function listFailing(tx: Tx): Promise<FailingLine[]> {
  const rows = await tx.$queryRaw<FailingRow[]>`
    SELECT o.name AS gemeente, d.receiver, count(*)::int AS waiting, max(d.attempts) AS attempts,
      min(d.failure) AS failure, min(d.next_at) FILTER (WHERE d.failure IS NOT NULL) AS "nextAt"
    FROM dispatch d JOIN organisation o ON o.id = d.organisation_id
    WHERE d.parked_at IS NULL GROUP BY o.name, d.receiver HAVING count(d.failure) > 0
    ORDER BY attempts DESC, o.name, d.receiver LIMIT ${PARKED_ROWS}`
  return rows.map((row) => ({ ...row, failure: failureIn(row.failure) }))
}

type ParkedRow = Omit<ParkedLine, 'failure'> & { readonly failure: string | null }

async function listParked(tx: Tx): Promise<ParkedLine[]> {
  const rows = await tx.$queryRaw<ParkedRow[]>`
    SELECT d.bericht_id AS "berichtId", o.name AS gemeente, d.berichtsoort, d.receiver, d.referentienummer, d.attempts,
      d.failure, d.parked_at AS "parkedAt"
    FROM dispatch d JOIN organisation o ON o.id = d.organisation_id
    WHERE d.parked_at IS NOT NULL ORDER BY d.parked_at DESC, d.place DESC LIMIT ${PARKED_ROWS}`
  return rows.map((row) => ({ ...row, failure: failureIn(row.failure) }))
}

/** How the way to the chain goes, over all gemeenten, and the queues of the portal's own work. Reading it is logged. */
export async function readChain(actor: Actor): Promise<ChainState> {
  const { scope, staff } = authoriseStaff(actor, 'chain.read')
  const queues = await readQueues()
  return inTransaction(scope.realm, async (tx) => {
    await recordAudit(tx, staff, { event: 'chain.read', object: { kind: 'page', id: 'keten' } })
    const { _count: waiting, _min } = await tx.dispatch.aggregate({
      where: { parkedAt: null },
      _count: true,
      _min: { queuedAt: true },
    })
    const outages = await tx.chainOutage.findMany({
      where: { endedAt: null },
      select: { side: true, beganAt: true },
      orderBy: { side: 'asc' },
    })
    return {
      waiting,
      oldestAt: _min.queuedAt,
      outages,
      failing: await listFailing(tx),
      parked: await listParked(tx),
      queues,
    }
  })
}
