import type { Readable } from 'node:stream'
import type { SealContext } from '#/lib/platform/crypto/content-cipher.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'
import type { ByteRange } from '#/lib/platform/storage/cut-bytes.ts'
import { encryptedStorage } from '#/lib/platform/storage/encrypted-storage.ts'
import { openObjectStore } from '#/lib/platform/storage/object-stores.ts'

/** What was stored, measured on the plain bytes while they streamed by. */
export type StoredContent = {
  readonly sizeBytes: number
  /** Of the plain bytes, 64 hexadecimal digits. */
  readonly sha256: string
  /** What it takes in the store. */
  readonly storedBytes: number
}

export type WriteOptions = {
  /** Whose content it is. `open` must be given the same. */
  readonly context: SealContext
  readonly signal?: AbortSignal
  /** Stops at the first byte too many with ContentTooLargeError. */
  readonly limitBytes?: number
  /** Refuses content of another digest with ContentDigestError (the Content-Digest of an upload). */
  readonly expectedSha256?: string
}

export type OpenOptions = { readonly context: SealContext; readonly range?: ByteRange; readonly signal?: AbortSignal }

/**
 * The portal's store of contents of berichten, encrypted at rest with a key per file. Content is there whole and verified
 * or not at all; once there its bytes never change.
 */
export type ContentStorage = {
  /**
   * Stores a source under a key of `newStorageKey`. When it rejects (the source fails, the signal aborts, the content is
   * too large or not the expected one, the disk is full) nothing is left, and the source is destroyed.
   */
  write(key: string, source: Readable, options: WriteOptions): Promise<StoredContent>
  /** Stores bytes that are in memory whole, in the same way and with the same promises. For small content. */
  writeBytes(key: string, bytes: Buffer, options: Pick<WriteOptions, 'context' | 'signal'>): Promise<void>
  /**
   * The plain bytes, of the whole or of a range. Rejects with ContentMissingError or UnreadableContentError before the
   * first byte, and gives out verified bytes only: a file damaged further on ends the stream with an error.
   */
  open(key: string, options: OpenOptions): Promise<Readable>
  /** The id of the master key under which it lies. Throws ContentMissingError and UnreadableContentError. */
  sealedUnder(key: string): Promise<string>
  /**
   * Seals content anew under the first master key, unless it is already: a new data key, the same bytes under the same key of the
   * store. Readers are not disturbed. True when it was done. When it rejects the content lies as before.
   */
  reseal(key: string, options: Pick<OpenOptions, 'context' | 'signal'>): Promise<boolean>
  /** Takes the content away; nothing happens when it is not there. */
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  /** Keys of contents stored more than so many milliseconds ago, to find those that no bericht names. */
  list(olderThanMs: number): AsyncIterable<string>
  /** Removes what killed processes left half written more than so many milliseconds ago. Answers how many. */
  sweepIncomplete(olderThanMs: number): Promise<number>
}

/** The process's storage, at the place that STORAGE_URL names. */
export function contentStorage(): ContentStorage {
  return sharedState('content-storage', () => encryptedStorage(openObjectStore(settings().storageUrl)))
}
