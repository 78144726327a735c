import type { Readable } from 'node:stream'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'

/**
 * Where bytes at rest lie: a folder, a bucket. It knows nothing of content, contexts or keys of encryption. An adapter
 * keeps three promises: an object is there whole or not at all, whatever happens half way; what `write` answered is there
 * after a crash; memory does not grow with the object.
 */
export type ObjectStore = {
  /** Stores what the source gives under a key that is not in use. Rejects with the source's error, and then nothing is left. */
  write(key: string, source: Readable | Buffer, signal?: AbortSignal): Promise<{ readonly storedBytes: number }>
  /**
   * Puts other bytes in place of an object that is there, at once: whoever reads the old bytes reads them to their end, and
   * whoever opens later gets the new ones. When it rejects the old ones stay. Throws ContentMissingError when there is none.
   */
  replace(key: string, source: Readable | Buffer, signal?: AbortSignal): Promise<void>
  /** The bytes of an object with their number. Throws ContentMissingError when there is none. */
  open(key: string, signal?: AbortSignal): Promise<{ readonly stream: Readable; readonly storedBytes: number }>
  /** Takes the object away; nothing happens when it is not there. */
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  /** Keys of the objects that were stored more than so many milliseconds ago. */
  list(olderThanMs: number): AsyncIterable<string>
  /** Removes what writes have left that ended by the death of their process. Answers the number of pieces removed. */
  sweepIncomplete(olderThanMs: number): Promise<number>
}

/** There is no content under the key: never stored, or removed after its retention term. */
export class ContentMissingError extends Error {
  constructor() {
    super('no content is stored under this key')
    this.name = 'ContentMissingError'
  }
}

const KEY = /^[0-9a-f]{32}$/

/** A new name for stored content: 128 random bits, tells nothing about what it names. */
export function newStorageKey(): string {
  return ids.secretBytes(16).toString('hex')
}

/** Refuses everything that `newStorageKey` cannot have made, so that no key can point outside the store. */
export function assertStorageKey(key: string): void {
  if (!KEY.test(key)) throw new InvariantError('not a storage key')
}
