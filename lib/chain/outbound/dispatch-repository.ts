import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import type { FaultHeader } from '#/lib/envelope/schema.ts'
import { type Dispatch, Prisma } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

type ToLeave = Pick<Dispatch, 'berichtId' | 'sender' | 'receiver' | 'referentienummer' | 'berichtsoort'> & {
  /** A functional error about the bericht, that leaves in its place. */
  readonly fault?: FaultHeader
}

/** One place in the line: that of this envelope, where it stood when it was read. */
const placeOf = ({ organisationId, berichtId, referentienummer, place }: Dispatch) => ({
  organisationId,
  berichtId,
  referentienummer,
  place,
})

/** Puts an envelope behind the others of its pair; one that was given up comes there anew, with a clean slate. */
export async function putInLine(tx: Tx, scope: ProductScope, row: ToLeave, at: Date): Promise<void> {
  const fault = row.fault === undefined ? null : JSON.stringify(row.fault)
  await tx.$executeRaw`
    INSERT INTO dispatch (bericht_id, organisation_id, product, sender, receiver, referentienummer, berichtsoort, fault, queued_at, next_at)
    VALUES (${row.berichtId}::uuid, ${scope.organisationId}::uuid, ${scope.product}, ${row.sender}, ${row.receiver},
      ${row.referentienummer}::uuid, ${row.berichtsoort}, ${fault}::jsonb, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT (bericht_id, referentienummer) DO UPDATE SET place = nextval('dispatch_place_seq'), attempts = 0,
      failure = NULL, parked_at = NULL, queued_at = excluded.queued_at, next_at = excluded.next_at`
}

/** The envelope whose turn it is in its pair: the first that was not given up; null when there is none. */
export async function findFirst(tx: Tx, { organisationId, sender, receiver }: Pair): Promise<Dispatch | null> {
  return tx.dispatch.findFirst({
    where: { organisationId, sender, receiver, parkedAt: null },
    orderBy: { place: 'asc' },
  })
}

/**
 * Tells whether an envelope still stands where it stood when a try began: sent again meanwhile, it stands elsewhere, and what became of
 * that try says nothing about its new place. Whoever asks holds the bericht.
 */
export async function isInPlace(tx: Tx, dispatch: Dispatch): Promise<boolean> {
  return (await tx.dispatch.count({ where: { ...placeOf(dispatch), parkedAt: null } })) === 1
}

/** Counts a try that begins. */
export async function noteTry(tx: Tx, dispatch: Dispatch): Promise<void> {
  await tx.dispatch.updateMany({ where: placeOf(dispatch), data: { attempts: { increment: 1 } } })
}

/** Writes down why a try failed, and when there will be another one. */
export async function postpone(tx: Tx, dispatch: Dispatch, failure: string, nextAt: Date) {
  await tx.dispatch.updateMany({ where: placeOf(dispatch), data: { failure, nextAt } })
}

/** Gives an envelope up until somebody sends it again. */
export async function park(tx: Tx, dispatch: Dispatch, failure: string, at: Date): Promise<void> {
  await tx.dispatch.updateMany({ where: placeOf(dispatch), data: { failure, parkedAt: at } })
}

/** Takes an envelope out of the line: the other side has it, or it must not leave any more. */
export async function takeOut(tx: Tx, dispatch: Dispatch): Promise<void> {
  await tx.dispatch.deleteMany({ where: placeOf(dispatch) })
}

/** How a bericht itself stands in the line; null when it is in none. */
export async function findDispatch(tx: Tx, scope: ProductScope, berichtId: string): Promise<Dispatch | null> {
  return tx.dispatch.findFirst({
    where: {
      organisationId: scope.organisationId,
      product: scope.product,
      berichtId,
      fault: { equals: Prisma.DbNull },
    },
  })
}

/** The pairs of which something may leave now, over all gemeenten. For the realm of the portal itself. */
export async function listDuePairs(tx: Tx, now: Date, limit: number): Promise<readonly Pair[]> {
  return tx.$queryRaw<Pair[]>`
    SELECT organisation_id AS "organisationId", sender, receiver FROM dispatch
    WHERE next_at <= ${now}::timestamptz AND parked_at IS NULL
    GROUP BY organisation_id, sender, receiver ORDER BY min(place) LIMIT ${limit}`
}
