import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Direction } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The bericht of the other direction that a retourbericht is about: the newest with that identification. */
export async function findHeenbericht(
  tx: Tx,
  scope: ProductScope,
  heen: { readonly berichtsoort: string; readonly identificatie: string; readonly direction: Direction },
): Promise<Bericht | null> {
  return tx.bericht.findFirst({
    where: {
      organisationId: scope.organisationId,
      product: scope.product,
      ...heen,
      // A refused or withdrawn delivery never reached anybody, so nothing can answer it.
      status: { notIn: ['AFGEKEURD', 'INGETROKKEN', 'MISLUKT'] },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

/** What a bericht answers and what answers it, oldest first. */
export async function listLinked(tx: Tx, scope: ProductScope, bericht: Bericht): Promise<Bericht[]> {
  return tx.bericht.findMany({
    where: {
      organisationId: scope.organisationId,
      OR: [{ answersId: bericht.id }, ...(bericht.answersId ? [{ id: bericht.answersId }] : [])],
    },
    orderBy: { createdAt: 'asc' },
  })
}
