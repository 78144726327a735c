import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import { removeContents } from '#/lib/berichten/uploads/remove-contents.ts'
import { findRoom, forgetUploads } from '#/lib/berichten/uploads/repository.ts'
import { type BeginUpload, UPLOAD_TERM_MS } from '#/lib/berichten/uploads/schema.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
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

/**
 * Makes room for a file that comes in parts; its first byte is still to come. An earlier beginning under the same key is
 * forgotten: whoever begins anew did not hear of it. Up to 26,214,400 bytes. Throws ForbiddenError.
 */
export async function beginUpload(
  actor: Actor,
  input: BeginUpload,
): Promise<Result<{ readonly id: string; readonly turn: number }, BeginRefusal>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', input.product)
  if (input.sizeBytes > MAXIMUM_ENVELOPE_BYTES) return err({ kind: 'too_large' })
  const limit = { name: 'aanleveren-in-delen', max: settings().uploadsPerMinute, windowSeconds: 60 }
  const verdict = await countAgainst(limit, member.memberId)
  if (!verdict.allowed) return err({ kind: 'rate_limited', retryAfterSeconds: verdict.retryAfterSeconds })
  const { organisationId } = scope
  const owner = { scope, userId: member.userId }
  const now = clock.now()
  const row = {
    id: ids.rowId(),
    organisationId,
    userId: member.userId,
    product: scope.product,
    fileName: cleanFileName(input.unverifiedFileName),
    isZip: input.isZip,
    sizeBytes: input.sizeBytes,
    receivedBytes: 0,
    sha256: input.sha256 === undefined ? null : new Uint8Array(Buffer.from(input.sha256, 'hex')),
    idempotencyKey: input.idempotencyKey,
    turn: 0,
    touchedAt: now,
    expiresAt: new Date(now.getTime() + UPLOAD_TERM_MS),
  }
  // One at a time for a gemeente: two that begin at once would both find the last place free.
  const locks = [lockOn(`uploads ${organisationId}`)]
  const leaving = await inTransaction(
    scope.realm,
    async (tx) => {
      const room = await findRoom(tx, owner, input.idempotencyKey)
      if (room === null) return null
      const storageKeys = await forgetUploads(tx, room)
      await tx.upload.create({ data: row })
      return storageKeys
    },
    locks,
  )
  if (leaving === null) return err({ kind: 'too_many', retryAfterSeconds: ROOM_RETRY_SECONDS })
  await removeContents(leaving)
  return ok({ id: row.id, turn: row.turn })
}
