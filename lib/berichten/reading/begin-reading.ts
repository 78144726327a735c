import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { BerichtAddress } from '#/lib/berichten/schema.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** The row, and who reads it in the log before anything is read. */
export async function beginReading(
  actor: Actor,
  { product, berichtId }: BerichtAddress,
  details: Readonly<Record<string, string | number>>,
): Promise<Bericht> {
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findBericht(tx, scope, berichtId)
    if (!row) throw new NotFoundError('bericht')
    await recordAudit(tx, member, {
      event: 'bericht.content-read',
      object: { kind: 'bericht', id: row.id },
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort, ...details },
    })
    return row
  })
}
