import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { type DeliverBericht, type DeliverOutcome, deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import {
  DamagedEntryError,
  type EntryFault,
  openZip,
  type ZipEntry,
  type ZipFault,
} from '#/lib/berichten/zip-delivery/open-zip.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'
import { ContentDigestError, ContentTooLargeError, measuring } from '#/lib/platform/storage/measure-content.ts'
import { BUSY_RETRY_SECONDS } from '#/lib/validator/pool.ts'

/** A zip lies in memory while it is unpacked; more of them at once wait for their turn elsewhere. */
const AT_ONCE = 4
const running = sharedState('zip-deliveries', () => ({ count: 0 }))

/** What became of one file of a zip. */
export type EntryOutcome = DeliverOutcome | { readonly kind: 'entry'; readonly fault: EntryFault }
export type DeliveredEntry = { readonly fileName: string; readonly outcome: EntryOutcome }

/** Why nothing of a zip was taken in. */
export type ZipRefusal =
  | { readonly kind: 'zip'; readonly fault: ZipFault }
  | { readonly kind: 'too_large' | 'digest_mismatch' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }

async function readWhole({ body, declaredSha256 }: DeliverBericht): Promise<Result<Buffer, ZipRefusal>> {
  const chunks: Buffer[] = []
  const demand = { limitBytes: MAXIMUM_ENVELOPE_BYTES, expectedSha256: declaredSha256 }
  try {
    for await (const chunk of measuring(body, demand, () => undefined)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof ContentTooLargeError) return err({ kind: 'too_large' })
    if (error instanceof ContentDigestError) return err({ kind: 'digest_mismatch' })
    throw error
  }
  return ok(Buffer.concat(chunks))
}

/** A key for each file: the same zip sent again under its key counts once, file by file. */
const keyOf = (key: string | undefined, place: number): string | undefined =>
  key === undefined ? undefined : createHash('sha256').update(`${key}\n${place}`).digest('hex')

async function deliverEntry(
  actor: Actor,
  zip: DeliverBericht,
  entry: ZipEntry,
  place: number,
  signal: AbortSignal,
): Promise<EntryOutcome> {
  if (entry.fault !== null) return { kind: 'entry', fault: entry.fault }
  const input = {
    product: zip.product,
    unverifiedFileName: entry.unverifiedFileName,
    body: Readable.from(entry.open(), { objectMode: false }),
    declaredBytes: entry.sizeBytes,
    idempotencyKey: keyOf(zip.idempotencyKey, place),
  }
  try {
    return await deliverBericht(actor, input, signal)
  } catch (error) {
    if (error instanceof DamagedEntryError) return { kind: 'entry', fault: 'damaged' }
    throw error
  }
}

/**
 * Takes in the files of a zip one after the other, each as if it had been delivered by itself; `onEntry` hears of each in
 * turn, so that not all outcomes need to be held. Up to 26,214,400 bytes packed and 1,000 files. When it breaks off, what was
 * delivered stays. Throws ForbiddenError.
 */
export async function deliverZip(
  actor: Actor,
  zip: DeliverBericht,
  onEntry: (entry: DeliveredEntry) => void,
  signal: AbortSignal,
): Promise<Result<number, ZipRefusal>> {
  authoriseProduct(actor, 'bericht.deliver', zip.product)
  if ((zip.declaredBytes ?? 0) > MAXIMUM_ENVELOPE_BYTES) return err({ kind: 'too_large' })
  if (running.count >= AT_ONCE) return err({ kind: 'busy', retryAfterSeconds: BUSY_RETRY_SECONDS })
  running.count += 1
  try {
    const bytes = await readWhole(zip)
    if (!bytes.ok) return bytes
    const opened = await openZip(bytes.value)
    if (!opened.ok) return err({ kind: 'zip', fault: opened.error })
    for (const [place, entry] of opened.value.entries()) {
      signal.throwIfAborted()
      const outcome = await deliverEntry(actor, zip, entry, place, signal)
      onEntry({ fileName: cleanFileName(entry.unverifiedFileName), outcome })
    }
    return ok(opened.value.length)
  } finally {
    running.count -= 1
  }
}
