import { Readable } from 'node:stream'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { DeliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { removeContents } from '#/lib/berichten/uploads/remove-contents.ts'
import { findOwn, forgetParts, listParts, type Owner, partContext } from '#/lib/berichten/uploads/repository.ts'
import type { UploadAddress } from '#/lib/berichten/uploads/schema.ts'
import type { Upload } from '#/lib/generated/prisma/client.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { ContentMissingError } from '#/lib/platform/storage/object-store.ts'

/** What the HTTP interface says of a file, as it goes over the line. */
export type UploadAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Delivers a whole file in the ordinary way, and gives the ordinary answer. */
export type DeliverWhole = (isZip: boolean, input: DeliverBericht) => Promise<UploadAnswer>

/** Answers after which the same file may be offered again: nothing was decided about it. */
const isUndecided = ({ status }: UploadAnswer) => status === 429 || status >= 500

const ANSWER = 'upload-antwoord'

async function* plainBytes(parts: readonly string[], { organisationId, id }: Upload): AsyncGenerator<Buffer> {
  for (const key of parts) yield* await contentStorage().open(key, { context: partContext(organisationId, id) })
}

async function answerOf({ organisationId, id, sealedAnswer }: Upload): Promise<UploadAnswer | null> {
  if (sealedAnswer === null) return null
  return JSON.parse(await openText(ANSWER, sealedAnswer, partContext(organisationId, id))) as UploadAnswer
}

/** Keeps the answer and forgets the parts, both or neither: from now on the file is there once, as a bericht. */
async function settle(owner: Owner, { id, organisationId }: Upload, answer: UploadAnswer): Promise<void> {
  const sealedAnswer = await sealText(ANSWER, JSON.stringify(answer), partContext(organisationId, id))
  const storageKeys = await inTransaction(owner.scope.realm, async (tx) => {
    await tx.upload.updateMany({ where: { id, sealedAnswer: null }, data: { sealedAnswer } })
    return forgetParts(tx, [id])
  })
  await removeContents(storageKeys)
}

const inputOf = (upload: Upload, product: DeliverBericht['product'], parts: readonly string[]): DeliverBericht => ({
  product,
  unverifiedFileName: upload.fileName,
  body: Readable.from(plainBytes(parts, upload), { objectMode: false }),
  declaredBytes: upload.sizeBytes,
  declaredSha256: upload.sha256 ? Buffer.from(upload.sha256).toString('hex') : undefined,
  idempotencyKey: upload.idempotencyKey,
})

/**
 * Delivers a file of which all parts are there. Asked again it gives the same answer, for as long as the file has a term:
 * an answer that was lost is asked for, and a try that broke off half way is made again under the same idempotency key.
 * `incomplete`: bytes are missing. Throws ForbiddenError.
 */
export async function finishUpload(
  actor: Actor,
  { product, uploadId }: UploadAddress,
  deliver: DeliverWhole,
): Promise<Result<UploadAnswer, 'not_found' | 'incomplete'>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  const owner = { scope, userId: member.userId }
  const look = () =>
    inTransaction(scope.realm, async (tx) => {
      const upload = await findOwn(tx, owner, uploadId)
      return upload && { upload, parts: await listParts(tx, uploadId) }
    })
  const found = await look()
  if (!found) return err('not_found')
  const known = await answerOf(found.upload)
  if (known) return ok(known)
  const { upload, parts } = found
  if (upload.receivedBytes < upload.sizeBytes) return err('incomplete')
  try {
    const answer = await deliver(upload.isZip, inputOf(upload, product, parts))
    if (!isUndecided(answer)) await settle(owner, upload, answer)
    return ok(answer)
  } catch (error) {
    if (!(error instanceof ContentMissingError)) throw error
    // Asked twice at once, and the other came first: its answer counts for both.
    const other = await look()
    const answer = other && (await answerOf(other.upload))
    if (!answer) throw error
    return ok(answer)
  }
}
