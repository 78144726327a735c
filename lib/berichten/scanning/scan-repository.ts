import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** What waits for the scanner. */
export type Awaiting = { readonly id: string; readonly organisationId: string; readonly product: string }

/**
 * What waits for the scanner, oldest first, leaving some out; of each gemeente and product no more than `each`, so that many of one
 * keep nobody waiting. For the realm of the portal itself.
 */
export async function listAwaiting(
  tx: Tx,
  leftOut: readonly string[],
  { each, most }: { readonly each: number; readonly most: number },
): Promise<Awaiting[]> {
  return tx.$queryRaw<Awaiting[]>`
    SELECT id, organisation_id AS "organisationId", product FROM (
      SELECT id, organisation_id, product, created_at,
        row_number() OVER (PARTITION BY organisation_id, product ORDER BY created_at, id) AS place
      FROM bericht WHERE awaits_scan AND id <> ALL (${[...leftOut]}::uuid[])) waiting
    WHERE place <= ${each} ORDER BY created_at, id LIMIT ${most}`
}

/** How many wait for the scanner, and since when. For the realm of the portal itself. */
export async function countAwaiting(tx: Tx): Promise<{ readonly count: number; readonly since: Date | null }> {
  const { _count, _min } = await tx.bericht.aggregate({
    where: { awaitsScan: true },
    _count: true,
    _min: { createdAt: true },
  })
  return { count: _count, since: _min.createdAt }
}

/** Takes what waits for its verdict, so that no other process does the same; null when it waits no longer. */
export async function claimAwaiting(
  tx: Tx,
  { organisationId, product }: ProductScope,
  id: string,
): Promise<Bericht | null> {
  await tx.$queryRaw`SELECT id FROM bericht WHERE id = ${id}::uuid AND organisation_id = ${organisationId}::uuid FOR UPDATE`
  return tx.bericht.findFirst({ where: { id, organisationId, product, awaitsScan: true } })
}
