import type { ProductScope } from '#/lib/access/authorise.ts'
import { FaultHeader } from '#/lib/envelope/schema.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The functional errors about a bericht whose way to the gemeente's software was given up. */
export async function listParkedFaults(
  tx: Tx,
  { organisationId }: ProductScope<'bericht.send'>,
  berichtId: string,
): Promise<readonly FaultHeader[]> {
  const rows = await tx.dispatch.findMany({
    where: { organisationId, berichtId, parkedAt: { not: null }, fault: { not: Prisma.DbNull } },
    orderBy: { place: 'asc' },
  })
  return rows.map(({ fault }) => FaultHeader.parse(fault))
}

/** Takes a bericht that was given up out of the line. False when it was not there, or has its turn again. */
export async function takeOutParked(
  tx: Tx,
  { organisationId }: ProductScope<'bericht.send'>,
  berichtId: string,
): Promise<boolean> {
  const gone = await tx.dispatch.deleteMany({ where: { organisationId, berichtId, parkedAt: { not: null } } })
  return gone.count === 1
}
