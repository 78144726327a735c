import { AGREEMENT_KINDS } from '#/lib/organisations/gemeenten/schema.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** A gemeente of which every agreement is in force: its berichten may come and go. */
export type ConnectedGemeente = {
  readonly organisationId: string
  readonly organisationName: string
  readonly gemeenteCode: string
}

/** Finds a gemeente that is connected, by id or by gemeentecode. Null when there is none, or an agreement is missing. */
export async function findConnected(
  tx: Tx,
  by: { readonly id: string } | { readonly gemeenteCode: string },
): Promise<ConnectedGemeente | null> {
  const row = await tx.organisation.findFirst({
    where: by,
    select: {
      id: true,
      name: true,
      gemeenteCode: true,
      agreements: { where: { withdrawnAt: null }, select: { kind: true } },
    },
  })
  if (row === null) return null
  const inForce = new Set(row.agreements.map(({ kind }) => kind))
  if (!AGREEMENT_KINDS.every((kind) => inForce.has(kind))) return null
  return { organisationId: row.id, organisationName: row.name, gemeenteCode: row.gemeenteCode }
}
