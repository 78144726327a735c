import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type SealContext, UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import type { ContentStorage } from '#/lib/platform/storage/content-storage.ts'
import { type Measured, measuring } from '#/lib/platform/storage/measure-content.ts'
import { assertStorageKey, ContentMissingError } from '#/lib/platform/storage/object-store.ts'

type Stored = { readonly plain: Buffer; readonly context: string; readonly storedAt: number }

const MEMORY_KEY = 'geheugen'

const contextText = (context: SealContext) => JSON.stringify(Object.entries(context).sort())

/** A storage in memory that keeps the promises of the port (the same contract suite runs against it), for use case tests. */
export function memoryStorage(): ContentStorage {
  const contents = new Map<string, Stored>()
  return {
    async write(key, source, options) {
      assertStorageKey(key)
      let measured: Measured | undefined
      const note = (result: Measured) => {
        measured = result
      }
      const plain = await buffer(
        Readable.from(measuring(source, options, note), options.signal ? { signal: options.signal } : {}),
      )
      if (!measured) throw new InvariantError('content ended before its end was seen')
      if (contents.has(key)) throw new InvariantError('the storage key is in use')
      contents.set(key, { plain, context: contextText(options.context), storedAt: Date.now() })
      return { ...measured, storedBytes: plain.byteLength }
    },
    async writeBytes(key, bytes, options) {
      await this.write(key, Readable.from([bytes]), options)
    },
    async open(key, { context, range }) {
      assertStorageKey(key)
      const stored = contents.get(key)
      if (!stored) throw new ContentMissingError()
      if (stored.context !== contextText(context)) throw new UnreadableContentError('context')
      const part = stored.plain.subarray(range?.start ?? 0, range?.end === undefined ? undefined : range.end + 1)
      return Readable.from(part.byteLength > 0 ? [part] : [], { objectMode: false })
    },
    async sealedUnder(key) {
      assertStorageKey(key)
      if (!contents.has(key)) throw new ContentMissingError()
      return MEMORY_KEY
    },
    // Nothing is sealed in memory, so nothing has to be sealed anew.
    async reseal(key, { context }) {
      await this.open(key, { context })
      return false
    },
    async remove(key) {
      assertStorageKey(key)
      contents.delete(key)
    },
    async exists(key) {
      assertStorageKey(key)
      return contents.has(key)
    },
    async *list(olderThanMs) {
      for (const [key, { storedAt }] of contents) if (storedAt < Date.now() - olderThanMs) yield key
    },
    sweepIncomplete: async () => 0,
  }
}
