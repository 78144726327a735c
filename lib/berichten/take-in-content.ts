import { addAbortSignal, Readable } from 'node:stream'
import { hashFacts } from '#/lib/berichten/facts/hash-facts.ts'
import type { PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { limitBareBericht } from '#/lib/berichten/limit-bare-bericht.ts'
import { hashClients } from '#/lib/berichten/search/hash-clients.ts'
import { envelopeDelivered } from '#/lib/berichten/stored-envelope.ts'
import { type FileReport, MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import type { SealContext } from '#/lib/platform/crypto/content-cipher.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Lock } from '#/lib/platform/db/lock.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type ContentStorage, contentStorage } from '#/lib/platform/storage/content-storage.ts'
import {
  ContentDigestError,
  ContentTooLargeError,
  type Measured,
  measureBytes,
} from '#/lib/platform/storage/measure-content.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import type { CheckFailure } from '#/lib/validator/check-task.ts'
import { type FileToCheck, fileInMemory, SMALL_FILE_BYTES, validatorPool } from '#/lib/validator/pool.ts'

/** What the content of a bericht belongs to; only with the same it opens again. */
export const sealContext = (organisationId: string, berichtId: string): SealContext => ({
  organisatie: organisationId,
  bericht: berichtId,
})

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
export type TakenInContent = Measured & {
  readonly storageKey: string
  readonly report: Omit<FileReport, 'feiten' | 'clienten'>
  /** The facts of the report, hashed: nothing of a client can be read back. */
  readonly facts: readonly PlacedFact[]
  /** The hashes by which it is found when somebody looks for a client. */
  readonly clients: readonly string[]
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

/** Opens stored content when it is its turn, so that what waits holds no file open and no memory. */
const storedFile = (storage: ContentStorage, key: string, sizeBytes: number, context: SealContext): FileToCheck => ({
  sizeBytes,
  open: () =>
    Readable.from(
      (async function* () {
        yield* await storage.open(key, { context })
      })(),
      { objectMode: false },
    ),
})

type Taking = { readonly input: ContentToTakeIn; readonly storageKey: string; readonly signal: AbortSignal }
const contextOf = ({ input }: Taking) => sealContext(input.organisationId, input.berichtId)
const failed = (error: CheckFailure): TakeInResult => ({ ok: false, error: error === 'busy' ? 'busy' : 'uncheckable' })

/** What is known of a file, without what would tell whom it is about. */
async function withoutClients({ organisationId, expected: { product } }: ContentToTakeIn, report: FileReport) {
  const { feiten: _feiten, clienten, ...rest } = report
  const owner = { organisationId, product }
  return { report: rest, facts: await hashFacts(owner, report), clients: await hashClients(owner, clienten) }
}

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
      const known = await withoutClients(input, checked.value)
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
  const { expectedSha256, expected } = input
  const storage = contentStorage()
  const { sizeBytes, sha256 } = await storage.write(storageKey, source, {
    context: contextOf(taking),
    signal,
    limitBytes: MAXIMUM_ENVELOPE_BYTES,
    ...(expectedSha256 ? { expectedSha256 } : {}),
  })
  const stored = Promise.resolve()
  try {
    const checked = await validatorPool().check(
      storedFile(storage, storageKey, sizeBytes, contextOf(taking)),
      expected,
      signal,
    )
    signal.throwIfAborted()
    if (checked.ok) {
      const known = await withoutClients(input, checked.value)
      return { ok: true, value: { sizeBytes, sha256, storageKey, ...known, stored } }
    }
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
  const expected = { ...input.expected, gemeenteCodes: [...settings().extraGemeenteCodes] }
  const taking = { input: { ...input, expected }, storageKey: newStorageKey(), signal }
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
