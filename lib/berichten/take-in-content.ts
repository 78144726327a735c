import { Readable } from 'node:stream'
import {
  type CheckExpectations,
  type CheckReport,
  MAXIMUM_BERICHT_BYTES,
} from '#/lib/istandaarden/checks/check-report.ts'
import type { SealContext } from '#/lib/platform/crypto/content-cipher.ts'
import { type ContentStorage, contentStorage, type StoredContent } from '#/lib/platform/storage/content-storage.ts'
import { ContentDigestError, ContentTooLargeError } from '#/lib/platform/storage/measure-content.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import type { CheckResult } from '#/lib/validator/check-task.ts'
import { type FileToCheck, SMALL_FILE_BYTES, validatorPool } from '#/lib/validator/pool.ts'

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
  readonly expectedSha256?: string | undefined
}

/** Content that is stored and checked. Whoever does not keep it removes it from the storage. */
export type TakenInContent = StoredContent & { readonly storageKey: string; readonly report: CheckReport }

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

/** Passes the source on and, when it turns out to be small, hands over its bytes at its end. */
async function* keepingSmall(source: AsyncIterable<Buffer>, small: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  let kept: Buffer[] | null = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.byteLength
    if (size > SMALL_FILE_BYTES) kept = null
    kept?.push(chunk)
    yield chunk
  }
  if (kept) small(Buffer.concat(kept))
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

/**
 * Stores the content of a bericht encrypted while it streams in, counted and hashed on the way, and has it checked outside
 * this process. A small file is checked from memory while it is being written to the disk; a big one is read back as a
 * stream, so that memory does not grow with the number of uploads. On any failure or abort nothing is left.
 */
export async function takeInContent(input: ContentToTakeIn, signal: AbortSignal): Promise<TakeInResult> {
  const storage = contentStorage()
  const storageKey = newStorageKey()
  const context = sealContext(input.organisationId, input.berichtId)
  const giveUp = new AbortController()
  const checkSignal = AbortSignal.any([signal, giveUp.signal])
  const check = (file: FileToCheck) => validatorPool().check(file, input.expected, checkSignal)
  const early: { check?: Promise<PromiseSettledResult<CheckResult>[]> } = {}
  const source = Readable.from(
    keepingSmall(input.body as AsyncIterable<Buffer>, (bytes) => {
      early.check = Promise.allSettled([check({ sizeBytes: bytes.byteLength, open: () => Readable.from([bytes]) })])
    }),
    { objectMode: false },
  )
  let stored: StoredContent
  try {
    stored = await storage.write(storageKey, source, {
      context,
      signal,
      limitBytes: MAXIMUM_BERICHT_BYTES,
      ...(input.expectedSha256 ? { expectedSha256: input.expectedSha256 } : {}),
    })
  } catch (error) {
    giveUp.abort()
    return { ok: false, error: failureOf(error) }
  }
  try {
    const checked = early.check
      ? await settled(early.check)
      : await check(storedFile(storage, storageKey, stored.sizeBytes, context))
    signal.throwIfAborted()
    if (checked.ok) return { ok: true, value: { ...stored, storageKey, report: checked.value } }
    await storage.remove(storageKey)
    return { ok: false, error: checked.error === 'busy' ? 'busy' : 'uncheckable' }
  } catch (error) {
    await storage.remove(storageKey)
    throw error
  }
}

/** The result of a check that was started early: its failure is looked at here, not where nobody waits for it. */
async function settled(early: Promise<PromiseSettledResult<CheckResult>[]>): Promise<CheckResult> {
  const [outcome] = await early
  if (outcome?.status === 'fulfilled') return outcome.value
  throw outcome?.reason
}

/** The columns of a bericht that its content decides. */
export function contentColumns({ sizeBytes, sha256, storageKey, report }: TakenInContent) {
  const { berichtsoort, versie, afzender, ontvanger, identificatie, dagtekening } = report.kenmerken
  return {
    berichtsoort,
    versie,
    afzender,
    ontvanger,
    identificatie,
    dagtekening: dateOf(dagtekening),
    sizeBytes,
    sha256: new Uint8Array(Buffer.from(sha256, 'hex')),
    storageKey,
    findings: report.bevindingen,
  }
}

/** A date of a header can have the right form and yet not exist, such as 30 February. */
function dateOf(text: string | null): Date | null {
  const date = text === null ? null : new Date(`${text}T00:00:00.000Z`)
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text ?? '') ? date : null
}
