import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { removeContents } from '#/lib/berichten/uploads/remove-contents.ts'
import { forgetUploads } from '#/lib/berichten/uploads/repository.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Forgets the files whose term is over, whole or not, in the realm of each gemeente. Answers how many. */
export async function deleteExpiredUploads(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const expired = await inTransaction({ kind: 'systeem' }, (tx) =>
    tx.upload.findMany({
      where: { expiresAt: { lte: clock.now() } },
      select: { id: true, organisationId: true, product: true },
    }),
  )
  for (const { id, organisationId, product } of expired) {
    signal.throwIfAborted()
    const { scope } = authoriseSystem(actor, 'bericht.expire', organisationId, productOf(product))
    await removeContents(await inTransaction(scope.realm, (tx) => forgetUploads(tx, [id])))
  }
  return expired.length
}
