import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { keepPart, partContext, takeTurn } from '#/lib/berichten/uploads/repository.ts'
import { PART_BYTES, type UploadAddress } from '#/lib/berichten/uploads/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'

/** How far a file is, for who has the turn at it from now on. */
export type UploadTurn = {
  readonly turn: number
  readonly sizeBytes: number
  readonly receivedBytes: number
  readonly expiresAt: Date
}

/**
 * Takes the turn at a file: whoever writes to it now, on a connection that is perhaps long dead, stops at its next part. Null
 * when it is not there, of somebody else, or over its term. Throws ForbiddenError.
 */
export async function takeUploadTurn(actor: Actor, { product, uploadId }: UploadAddress): Promise<UploadTurn | null> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  return inTransaction(scope.realm, (tx) => takeTurn(tx, { scope, userId: member.userId }, uploadId))
}

/** Somebody else has the turn at a file, or it has another end than the sender of a part thinks. */
export class TurnLostError extends Error {
  override readonly name = 'TurnLostError'
}

/** From where on bytes are written, and in whose turn. */
export type PartsToWrite = UploadAddress & {
  readonly turn: number
  readonly startByte: number
  readonly bytes: AsyncIterable<Buffer>
}

/**
 * Seals bytes in parts of about a mebibyte, each under a key of its own, and lets each count once it lies on the disk. What
 * came in before the bytes break off is kept too. Gives the new end of the file. Throws TurnLostError, ForbiddenError.
 */
export async function writeParts(actor: Actor, { product, uploadId, turn, startByte, bytes }: PartsToWrite) {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  const owner = { scope, userId: member.userId }
  let end = startByte
  let chunks: Buffer[] = []
  let sizeBytes = 0
  const keep = async () => {
    if (sizeBytes === 0) return
    const storageKey = newStorageKey()
    const context = partContext(scope.organisationId, uploadId)
    await contentStorage().writeBytes(storageKey, Buffer.concat(chunks), { context })
    const part = { uploadId, turn, startByte: end, sizeBytes, storageKey }
    const isKept = await inTransaction(scope.realm, (tx) => keepPart(tx, owner, part))
    if (!isKept) {
      await contentStorage().remove(storageKey)
      throw new TurnLostError()
    }
    end += sizeBytes
    chunks = []
    sizeBytes = 0
  }
  try {
    for await (const chunk of bytes) {
      chunks.push(chunk)
      sizeBytes += chunk.byteLength
      if (sizeBytes >= PART_BYTES) await keep()
    }
  } catch (error) {
    if (!(error instanceof TurnLostError)) await keep()
    throw error
  }
  await keep()
  return end
}
