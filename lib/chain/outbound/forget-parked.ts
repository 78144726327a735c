import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Takes a bericht that was given up out of the line. False when it was not there, or has its turn again. */
export async function takeOutParked(
  tx: Tx,
  { organisationId }: ProductScope<'bericht.send'>,
  berichtId: string,
): Promise<boolean> {
  const gone = await tx.dispatch.deleteMany({ where: { organisationId, berichtId, parkedAt: { not: null } } })
  return gone.count === 1
}
