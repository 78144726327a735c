import type { ProductScope } from '#/lib/access/authorise.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { statusesBefore } from '#/lib/berichten/rules.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/**
 * A delivered bericht that waits to leave, or of which it is not known whether the chain has it. Null when it must not leave any
 * more, or has arrived: withdrawn, refused, answered.
 */
export async function findSendable(tx: Tx, scope: ProductScope, berichtId: string): Promise<Bericht | null> {
  const row = await findBericht(tx, scope, berichtId)
  return row !== null && row.direction === 'AANGELEVERD' && statusesBefore('fail').includes(row.status) ? row : null
}

/** A received bericht that can go on to the gemeente's software, whether somebody fetched it before or not. */
export async function findForwardable(tx: Tx, scope: ProductScope, berichtId: string): Promise<Bericht | null> {
  const row = await findBericht(tx, scope, berichtId)
  return row !== null && row.direction === 'ONTVANGEN' && statusesBefore('forward').includes(row.status) ? row : null
}
