import type { ProductScope } from '#/lib/access/authorise.ts'
import { IDLE_MS, MOST_OF_A_GEMEENTE, MOST_OF_A_PERSON } from '#/lib/berichten/uploads/schema.ts'
import type { Upload } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { SealContext } from '#/lib/platform/crypto/content-cipher.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Whose file it is: nobody else of the gemeente sees it. */
export type Owner = { readonly scope: ProductScope; readonly userId: string }

/** What a part belongs to; only with the same it opens again. */
export const partContext = (organisationId: string, uploadId: string): SealContext => ({
  organisatie: organisationId,
  upload: uploadId,
})

const whereOwn = ({ scope, userId }: Owner, id: string) => ({
  id,
  organisationId: scope.organisationId,
  product: scope.product,
  userId,
})

/** The file of this person, or null: not there, of somebody else, or over its term. */
export async function findOwn(tx: Tx, owner: Owner, id: string): Promise<Upload | null> {
  return tx.upload.findFirst({ where: { ...whereOwn(owner, id), expiresAt: { gt: clock.now() } } })
}

/** Gives the next turn at a file and so ends that of who writes to it now. Null when `findOwn` would not find it. */
export async function takeTurn(tx: Tx, owner: Owner, id: string): Promise<Upload | null> {
  const where = { ...whereOwn(owner, id), expiresAt: { gt: clock.now() } }
  const [upload] = await tx.upload.updateManyAndReturn({ where, data: { turn: { increment: 1 } } })
  return upload ?? null
}

/** A part that is about to count. */
export type PartRow = {
  readonly uploadId: string
  readonly turn: number
  readonly startByte: number
  readonly sizeBytes: number
  readonly storageKey: string
}

/**
 * Lets a part count when it begins where the file ends, it has room, and the turn is still that of its sender. Two that write at once
 * meet here, whichever process they are in: the row is locked by the first, and the second finds another end.
 */
export async function keepPart(tx: Tx, owner: Owner, part: PartRow): Promise<boolean> {
  const { uploadId, turn, startByte, sizeBytes, storageKey } = part
  const end = startByte + sizeBytes
  const { count } = await tx.upload.updateMany({
    where: {
      ...whereOwn(owner, uploadId),
      turn,
      receivedBytes: startByte,
      sizeBytes: { gte: end },
      sealedAnswer: null,
    },
    data: { receivedBytes: end, touchedAt: clock.now() },
  })
  if (count === 0) return false
  const { organisationId } = owner.scope
  await tx.uploadPart.create({ data: { uploadId, startByte, organisationId, storageKey } })
  return true
}

/** The parts of a file from its beginning on. */
export async function listParts(tx: Tx, uploadId: string): Promise<readonly string[]> {
  const parts = await tx.uploadPart.findMany({ where: { uploadId }, orderBy: { startByte: 'asc' } })
  return parts.map(({ storageKey }) => storageKey)
}

/** Takes the rows of the parts of files away. Gives the names under which their contents lie, to be removed after the commit. */
export async function forgetParts(tx: Tx, uploadIds: readonly string[]): Promise<readonly string[]> {
  const where = { uploadId: { in: [...uploadIds] } }
  const parts = await tx.uploadPart.findMany({ where, select: { storageKey: true } })
  await tx.uploadPart.deleteMany({ where })
  return parts.map(({ storageKey }) => storageKey)
}

/** Takes files away with all that is known of them. Gives the names of contents, as `forgetParts`. */
export async function forgetUploads(tx: Tx, uploadIds: readonly string[]): Promise<readonly string[]> {
  const storageKeys = await forgetParts(tx, uploadIds)
  await tx.upload.deleteMany({ where: { id: { in: [...uploadIds] } } })
  return storageKeys
}

type Holder = { readonly where: { organisationId: string; userId?: string }; readonly most: number }

/** The file that this person began under a key before. */
export async function findBegun(tx: Tx, { scope, userId }: Owner, idempotencyKey: string): Promise<Upload | null> {
  return tx.upload.findFirst({ where: { organisationId: scope.organisationId, userId, idempotencyKey } })
}

/**
 * The files that have to go for a new one: those of `leaving`, and those that nobody has written to for longest when there
 * are too many. Null when there are too many, and all of them are being written to.
 */
export async function findRoom(
  tx: Tx,
  { scope, userId }: Owner,
  leaving: readonly string[],
): Promise<readonly string[] | null> {
  const { organisationId } = scope
  const ids = [...leaving]
  const holders: readonly Holder[] = [
    { where: { organisationId, userId }, most: MOST_OF_A_PERSON },
    { where: { organisationId }, most: MOST_OF_A_GEMEENTE },
  ]
  for (const { where, most } of holders) {
    const open = { ...where, sealedAnswer: null, id: { notIn: ids } }
    const tooMany = (await tx.upload.count({ where: open })) - most + 1
    if (tooMany <= 0) continue
    const touchedAt = { lt: new Date(clock.now().getTime() - IDLE_MS) }
    const idle = await tx.upload.findMany({
      where: { ...open, touchedAt },
      orderBy: { touchedAt: 'asc' },
      take: tooMany,
      select: { id: true },
    })
    if (idle.length < tooMany) return null
    ids.push(...idle.map(({ id }) => id))
  }
  return ids
}
