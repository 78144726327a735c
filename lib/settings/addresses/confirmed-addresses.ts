import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The addresses for notices of a product whose owners have confirmed them: only these get mail. */
export async function confirmedAddresses(
  tx: Tx,
  {
    organisationId,
    product,
  }: ProductScope<'settings.change' | 'bericht.receive' | 'bericht.scan' | 'certificate.watch'>,
): Promise<readonly string[]> {
  const rows = await tx.notificationAddress.findMany({
    where: { organisationId, product, confirmedAt: { not: null } },
    select: { address: true },
    orderBy: { address: 'asc' },
  })
  return rows.map(({ address }) => address)
}
