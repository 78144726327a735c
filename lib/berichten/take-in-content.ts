import { addAbortSignal, Readable } from 'node:stream'
import { checkStored, expecting, type KnownContent, sealContext, withoutClients } from '#/lib/berichten/check-stored.ts'
import { limitBareBericht } from '#/lib/berichten/limit-bare-bericht.ts'
import { envelopeDelivered } from '#/lib/berichten/stored-envelope.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Lock } from '#/lib/platform/db/lock.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import {
  ContentDigestError,
  ContentTooLargeError,
  type Measured,
  measureBytes,
} from '#/lib/platform/storage/measure-content.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import type { CheckFailure } from '#/lib/validator/check-task.ts'
import { fileInMemory, SMALL_FILE_BYTES, validatorPool } from '#/lib/validator/pool.ts'

export type ContentToTakeIn = {
  readonly organisationId: string
  readonly berichtId: string
  readonly body: Readable
  readonly expected: CheckExpectations
  /** The length that was announced, if any. */
  readonly declaredBytes?: number | undefined
  readonly expectedSha256?: string | undefined
}

/**
 * Content that is checked and stored, or on its way to the disk: `stored` resolves when it is there for good. Whoever
 * keeps it does so by `keepContent`; whoever does not calls `discardContent`.
 */
export type TakenInContent = Measured &
  KnownContent & {
    readonly storageKey: string
    readonly stored: Promise<void>
  }

/**
 * Why nothing was kept: too many bytes, another digest than announced, no room in the queue of the validators, or a file
 * that no check gets through (too heavy, too slow, or it ends the process that checks it).
 */
export type TakeInFailure = 'too_large' | 'digest_mismatch' | 'busy' | 'uncheckable'
export type TakeInResult =
  | { readonly ok: true; readonly value: TakenInContent }
  | { readonly ok: false; readonly error: TakeInFailure }

const failureOf = (error: unknown): TakeInFailure => {
  if (error instanceof ContentTooLargeError) return 'too_large'
  if (error instanceof ContentDigestError) return 'digest_mismatch'
  throw error
}

/** Reads until the end or until it is more than a small file: then the rest is still to come. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const head: Buffer[] = []
  let size = 0
  while (size <= SMALL_FILE_BYTES) {
    const next = await chunks.next()
    if (next.done) return { bytes: Buffer.concat(head), isWhole: true }
    head.push(next.value)
    size += next.value.byteLength
  }
  return { bytes: Buffer.concat(head), isWhole: false }
}

async function* headAndRest(head: Buffer, rest: AsyncIterableIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* rest
}

type Taking = { readonly input: ContentToTakeIn; readonly storageKey: string; readonly signal: AbortSignal }
const contextOf = ({ input }: Taking) => sealContext(input.organisationId, input.berichtId)
const failed = (error: CheckFailure): TakeInResult => ({ ok: false, error: error === 'busy' ? 'busy' : 'uncheckable' })

/** From memory: the disk writes while the validator checks, and on while the rows are written. */
async function takeInSmall(taking: Taking, bytes: Buffer): Promise<TakeInResult> {
  const { input, storageKey, signal } = taking
  const measured = measureBytes(bytes, input.expectedSha256)
  const writing = contentStorage().writeBytes(storageKey, bytes, { context: contextOf(taking), signal })
  const stored = writing.then(() => undefined)
  // Looked at by keepContent or discardContent; a failure before that ends nothing.
  stored.catch(() => undefined)
  try {
    const checked = await validatorPool().check(fileInMemory(bytes), input.expected, signal)
    signal.throwIfAborted()
    if (checked.ok) {
      const known = await withoutClients(input.organisationId, input.expected, checked.value)
      return { ok: true, value: { ...measured, storageKey, ...known, stored } }
    }
    await discardContent({ storageKey, stored })
    return failed(checked.error)
  } catch (error) {
    await discardContent({ storageKey, stored })
    throw error
  }
}

/** Read back from the storage as a stream, so that memory does not grow with the number of uploads. */
async function takeInLarge(taking: Taking, source: Readable): Promise<TakeInResult> {
  const { input, storageKey, signal } = taking
  const { organisationId, berichtId, expectedSha256, expected } = input
  const { sizeBytes, sha256 } = await contentStorage().write(storageKey, source, {
    context: contextOf(taking),
    signal,
    limitBytes: MAXIMUM_ENVELOPE_BYTES,
    ...(expectedSha256 ? { expectedSha256 } : {}),
  })
  const stored = Promise.resolve()
  try {
    const checked = await checkStored({ organisationId, berichtId, storageKey, sizeBytes }, expected, signal)
    if (checked.ok) return { ok: true, value: { sizeBytes, sha256, storageKey, ...checked.value, stored } }
    await discardContent({ storageKey, stored })
    return failed(checked.error)
  } catch (error) {
    await discardContent({ storageKey, stored })
    throw error
  }
}

/**
 * Stores the content of a bericht encrypted while it streams in, counted and hashed on the way, and has it checked outside
 * this process. On any failure or abort nothing is left.
 */
export async function takeInContent(input: ContentToTakeIn, signal: AbortSignal): Promise<TakeInResult> {
  const taking = { input: { ...input, expected: expecting(input.expected) }, storageKey: newStorageKey(), signal }
  addAbortSignal(signal, input.body)
  const chunks = limitBareBericht(input.body as AsyncIterable<Buffer>, input.declaredBytes)
  try {
    const { bytes, isWhole } = await readHead(chunks)
    if (isWhole) return await takeInSmall(taking, bytes)
    return await takeInLarge(taking, Readable.from(headAndRest(bytes, chunks), { objectMode: false }))
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}

/**
 * Writes the rows of a bericht in one transaction that commits only once its content is there for good: waiting for the
 * disk and writing the rows go on side by side.
 */
export async function keepContent<T>(
  realm: Realm,
  { stored }: Pick<TakenInContent, 'stored'>,
  work: (tx: Tx) => Promise<T>,
  locks: readonly Lock[],
): Promise<T> {
  const whenStored = async (tx: Tx) => {
    const result = await work(tx)
    await stored
    return result
  }
  return inTransaction(realm, whenStored, locks)
}

/** Takes content away that is not kept, also when it is still being written. */
export async function discardContent({
  storageKey,
  stored,
}: Pick<TakenInContent, 'storageKey' | 'stored'>): Promise<void> {
  await Promise.allSettled([stored])
  await contentStorage().remove(storageKey)
}

/** The columns of a bericht that its content decides. Size and digest are those of the bericht, not of an envelope round it. */
export function contentColumns({ sizeBytes, sha256, storageKey, report }: TakenInContent) {
  const bericht = report.envelop?.payload ?? { sizeBytes, sha256 }
  const { berichtsoort, versie, afzender, ontvanger, identificatie, dagtekening } = report.kenmerken
  const { heenIdentificatie, heenDagtekening } = report.kenmerken
  return {
    berichtsoort,
    versie,
    afzender,
    ontvanger,
    identificatie,
    dagtekening: dateOf(dagtekening),
    heenIdentificatie,
    heenDagtekening: dateOf(heenDagtekening),
    verdict: report.oordeel,
    sizeBytes: bericht.sizeBytes,
    sha256: new Uint8Array(Buffer.from(bericht.sha256, 'hex')),
    storageKey,
    envelope: envelopeDelivered(report, { sizeBytes, sha256 }),
    fault: null,
    findings: report.bevindingen,
  }
}

/** A date of a header can have the right form and yet not exist, such as 30 February. */
function dateOf(text: string | null): Date | null {
  const date = text === null ? null : new Date(`${text}T00:00:00.000Z`)
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text ?? '') ? date : null
}
