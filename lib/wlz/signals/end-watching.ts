import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Forgets whom a gemeente had compared with the register. The signals that were given stay for their term. */
export async function endWatching(tx: Tx, { organisationId }: ProductScope<'settings.change'>): Promise<void> {
  await tx.wlzWatch.deleteMany({ where: { organisationId } })
}
