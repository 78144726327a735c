import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { removeContents } from '#/lib/berichten/uploads/remove-contents.ts'
import { findOwn, forgetUploads } from '#/lib/berichten/uploads/repository.ts'
import type { UploadAddress } from '#/lib/berichten/uploads/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Forgets a file that somebody does not want to deliver after all. False when it is not there. Throws ForbiddenError. */
export async function endUpload(actor: Actor, { product, uploadId }: UploadAddress): Promise<boolean> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  const storageKeys = await inTransaction(scope.realm, async (tx) => {
    const upload = await findOwn(tx, { scope, userId: member.userId }, uploadId)
    return upload ? forgetUploads(tx, [upload.id]) : null
  })
  await removeContents(storageKeys ?? [])
  return storageKeys !== null
}
