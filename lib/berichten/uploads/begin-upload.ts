import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import { removeContents } from '#/lib/berichten/uploads/remove-contents.ts'
import { findBegun, findRoom, forgetUploads, type Owner } from '#/lib/berichten/uploads/repository.ts'
import { type BeginUpload, UPLOAD_TERM_MS } from '#/lib/berichten/uploads/schema.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import type { Upload } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { lockOn } from '#/lib/platform/db/lock.ts'
import { ids } from '#/lib/platform/ids.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Why a file may not begin. `too_many`: so many are being written to now that there is no room for another. */
export type BeginRefusal =
  | { readonly kind: 'too_large' }
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number }
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }

/** When somebody with too many files under way may look again. */
const ROOM_RETRY_SECONDS = 30

type Begun = { readonly id: string; readonly turn: number }

function rowOf(owner: Owner, input: BeginUpload): Upload {
  const now = clock.now()
  return {
    id: ids.rowId(),
    organisationId: owner.scope.organisationId,
    userId: owner.userId,
    product: owner.scope.product,
    fileName: cleanFileName(input.unverifiedFileName),
    isZip: input.isZip,
    sizeBytes: input.sizeBytes,
    receivedBytes: 0,
    sha256: input.sha256 === undefined ? null : new Uint8Array(Buffer.from(input.sha256, 'hex')),
    idempotencyKey: input.idempotencyKey,
    turn: 0,
    sealedAnswer: null,
    touchedAt: now,
    expiresAt: new Date(now.getTime() + UPLOAD_TERM_MS),
  }
}

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

/** Whether somebody who begins anew did not hear that it had begun: the same file, that has not been delivered yet. */
const isSame = (begun: Upload, row: Upload): boolean =>
  begun.sealedAnswer === null &&
  begun.expiresAt > row.touchedAt &&
  begun.product === row.product &&
  begun.isZip === row.isZip &&
  begun.sizeBytes === row.sizeBytes &&
  begun.fileName === row.fileName &&
  hex(begun.sha256) === hex(row.sha256)

/**
 * Makes room for a file that comes in parts; its first byte is still to come. The same file that is begun again under the
 * same key is the one that began before, with what has come of it; another one takes its place. Up to 26,214,400 bytes.
 * Throws ForbiddenError.
 */
export async function beginUpload(actor: Actor, input: BeginUpload): Promise<Result<Begun, BeginRefusal>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', input.product)
  if (input.sizeBytes > MAXIMUM_ENVELOPE_BYTES) return err({ kind: 'too_large' })
  const limit = { name: 'aanleveren-in-delen', max: settings().uploadsPerMinute, windowSeconds: 60 }
  const verdict = await countAgainst(limit, member.memberId)
  if (!verdict.allowed) return err({ kind: 'rate_limited', retryAfterSeconds: verdict.retryAfterSeconds })
  const owner = { scope, userId: member.userId }
  const row = rowOf(owner, input)
  // One at a time for a gemeente: two that begin at once would both find the last place free.
  const locks = [lockOn(`uploads ${scope.organisationId}`)]
  const begin = async (tx: Tx) => {
    const earlier = await findBegun(tx, owner, row.idempotencyKey)
    if (earlier && isSame(earlier, row)) return { begun: earlier, leaving: [] }
    const room = await findRoom(tx, owner, earlier ? [earlier.id] : [])
    if (room === null) return null
    const leaving = await forgetUploads(tx, room)
    return { begun: await tx.upload.create({ data: row }), leaving }
  }
  const made = await inTransaction(scope.realm, begin, locks)
  if (made === null) return err({ kind: 'too_many', retryAfterSeconds: ROOM_RETRY_SECONDS })
  await removeContents(made.leaving)
  return ok({ id: made.begun.id, turn: made.begun.turn })
}
