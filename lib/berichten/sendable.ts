import type { ProductScope } from '#/lib/access/authorise.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { statusesBefore } from '#/lib/berichten/rules.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/**
 * Holds a bericht until the end of the transaction, and answers it as it is then: withdrawn, refused, answered or sent again it is
 * before or after that, and not in between.
 */
export async function holdBericht(tx: Tx, scope: ProductScope, berichtId: string): Promise<Bericht | null> {
  await tx.$queryRaw`
    SELECT 1 FROM bericht WHERE id = ${berichtId}::uuid AND organisation_id = ${scope.organisationId}::uuid
    FOR NO KEY UPDATE`
  return findBericht(tx, scope, berichtId)
}

/**
 * A delivered bericht that waits to leave, or of which it is not known whether the chain has it. Null when it must not leave any
 * more, or has arrived: withdrawn, refused, answered. It is held.
 */
export async function findSendable(tx: Tx, scope: ProductScope, berichtId: string): Promise<Bericht | null> {
  const row = await holdBericht(tx, scope, berichtId)
  return row !== null && row.direction === 'AANGELEVERD' && statusesBefore('fail').includes(row.status) ? row : null
}

/** A received bericht that can go on to the gemeente's software, whether somebody fetched it before or not. It is held. */
export async function findForwardable(tx: Tx, scope: ProductScope, berichtId: string): Promise<Bericht | null> {
  const row = await holdBericht(tx, scope, berichtId)
  return row !== null && row.direction === 'ONTVANGEN' && statusesBefore('forward').includes(row.status) ? row : null
}
