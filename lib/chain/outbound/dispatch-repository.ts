import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import type { Dispatch } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Puts a bericht behind the others of its pair; one that was given up comes there anew, with a clean slate. */
export async function putInLine(
  tx: Tx,
  scope: ProductScope,
  row: Pick<Dispatch, 'berichtId' | 'sender' | 'receiver' | 'referentienummer' | 'berichtsoort'>,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO dispatch (bericht_id, organisation_id, product, sender, receiver, referentienummer, berichtsoort, queued_at, next_at)
    VALUES (${row.berichtId}::uuid, ${scope.organisationId}::uuid, ${scope.product}, ${row.sender}, ${row.receiver},
      ${row.referentienummer}::uuid, ${row.berichtsoort}, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT (bericht_id) DO UPDATE SET place = nextval('dispatch_place_seq'), attempts = 0, failure = NULL,
      parked_at = NULL, queued_at = excluded.queued_at, next_at = excluded.next_at`
}

/** The bericht whose turn it is in its pair: the first that was not given up; null when there is none. */
export async function findFirst(tx: Tx, { organisationId, sender, receiver }: Pair): Promise<Dispatch | null> {
  return tx.dispatch.findFirst({
    where: { organisationId, sender, receiver, parkedAt: null },
    orderBy: { place: 'asc' },
  })
}

/**
 * Tells whether a bericht still stands where it stood when a try began: sent again meanwhile, it stands elsewhere, and what became of
 * that try says nothing about its new place. Whoever asks holds the bericht.
 */
export async function isInPlace(tx: Tx, { organisationId, berichtId, place }: Dispatch): Promise<boolean> {
  return (await tx.dispatch.count({ where: { organisationId, berichtId, place, parkedAt: null } })) === 1
}

/** Counts a try that begins. */
export async function noteTry(tx: Tx, { organisationId, berichtId }: Dispatch): Promise<void> {
  await tx.dispatch.updateMany({ where: { organisationId, berichtId }, data: { attempts: { increment: 1 } } })
}

/** Writes down why a try failed, and when there will be another one. */
export async function postpone(tx: Tx, { organisationId, berichtId }: Dispatch, failure: string, nextAt: Date) {
  await tx.dispatch.updateMany({ where: { organisationId, berichtId }, data: { failure, nextAt } })
}

/** Gives a bericht up until somebody sends it again. */
export async function park(tx: Tx, { organisationId, berichtId }: Dispatch, failure: string, at: Date): Promise<void> {
  await tx.dispatch.updateMany({ where: { organisationId, berichtId }, data: { failure, parkedAt: at } })
}

/** Takes a bericht out of the line: the chain has it, or it must not leave any more. */
export async function takeOut(tx: Tx, { organisationId, berichtId }: Dispatch): Promise<void> {
  await tx.dispatch.deleteMany({ where: { organisationId, berichtId } })
}

/** How a bericht stands in the line; null when it is in none. */
export async function findDispatch(tx: Tx, scope: ProductScope, berichtId: string): Promise<Dispatch | null> {
  return tx.dispatch.findFirst({ where: { organisationId: scope.organisationId, product: scope.product, berichtId } })
}

/** The pairs of which something may leave now, over all gemeenten. For the realm of the portal itself. */
export async function listDuePairs(tx: Tx, now: Date, limit: number): Promise<readonly Pair[]> {
  return tx.$queryRaw<Pair[]>`
    SELECT organisation_id AS "organisationId", sender, receiver FROM dispatch
    WHERE next_at <= ${now}::timestamptz AND parked_at IS NULL
    GROUP BY organisation_id, sender, receiver ORDER BY min(place) LIMIT ${limit}`
}
