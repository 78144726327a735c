import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import pLimit from 'p-limit'
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

/**
 * A zip lies in memory from its first byte to its last file. One per person, so that nobody holds the places of others with
 * zips that come in slowly; those that are in whole are unpacked in their turn.
 */
const HELD_AT_ONCE = 8
const UNPACKED_AT_ONCE = 4
const running = sharedState('zip-deliveries', () => ({
  people: new Set<string>(),
  unpacking: pLimit(UNPACKED_AT_ONCE),
}))

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
    eigenBijdrage: zip.eigenBijdrage,
  }
  try {
    return await deliverBericht(actor, input, signal)
  } catch (error) {
    if (error instanceof DamagedEntryError) return { kind: 'entry', fault: 'damaged' }
    throw error
  }
}

async function deliverEntries(
  actor: Actor,
  zip: DeliverBericht,
  bytes: Buffer,
  onEntry: (entry: DeliveredEntry) => void,
  signal: AbortSignal,
): Promise<Result<number, ZipRefusal>> {
  signal.throwIfAborted()
  const opened = await openZip(bytes)
  if (!opened.ok) return err({ kind: 'zip', fault: opened.error })
  for (const [place, entry] of opened.value.entries()) {
    signal.throwIfAborted()
    const outcome = await deliverEntry(actor, zip, entry, place, signal)
    onEntry({ fileName: cleanFileName(entry.unverifiedFileName), outcome })
  }
  return ok(opened.value.length)
}

/**
 * Takes in the files of a zip one after the other, each as if it had been delivered by itself; `onEntry` hears of each in
 * turn, so that not all outcomes need to be held. Up to 26,214,400 bytes packed and 1,000 files. When it breaks off, what was
 * delivered stays. A person delivers one zip at a time. Throws ForbiddenError, also half way: at the first file after a block
 * or the loss of the role.
 */
export async function deliverZip(
  actor: Actor,
  zip: DeliverBericht,
  onEntry: (entry: DeliveredEntry) => void,
  signal: AbortSignal,
): Promise<Result<number, ZipRefusal>> {
  const { member } = authoriseProduct(actor, 'bericht.deliver', zip.product)
  if ((zip.declaredBytes ?? 0) > MAXIMUM_ENVELOPE_BYTES) return err({ kind: 'too_large' })
  const { people, unpacking } = running
  if (people.size >= HELD_AT_ONCE || people.has(member.memberId))
    return err({ kind: 'busy', retryAfterSeconds: BUSY_RETRY_SECONDS })
  people.add(member.memberId)
  try {
    const bytes = await readWhole(zip)
    return bytes.ok ? await unpacking(() => deliverEntries(actor, zip, bytes.value, onEntry, signal)) : bytes
  } finally {
    people.delete(member.memberId)
  }
}
