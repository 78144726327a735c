import { addAbortSignal, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openBytes, openingStream, sealBytes, sealingStream } from '#/lib/platform/crypto/content-cipher.ts'
import { sealingKeyId } from '#/lib/platform/crypto/master-keyrings.ts'
import { HEADER_AT_MOST_BYTES, sealedUnder } from '#/lib/platform/crypto/sealed-under.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import type {
  ContentStorage,
  OpenOptions,
  StoredContent,
  WriteOptions,
} from '#/lib/platform/storage/content-storage.ts'
import { type Measured, measuring } from '#/lib/platform/storage/measure-content.ts'
import type { ObjectStore } from '#/lib/platform/storage/object-store.ts'

/**
 * Up to this size content is sealed and opened in one call instead of through streams: a message of 10 KB then costs half
 * the CPU, and of a small file not a byte is given out before all of it is verified.
 */
const SMALL_BYTES = 128 * 1024

/** Reads on until the content turns out to be more than small. */
async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer[]; isWhole: boolean }> {
  const head: Buffer[] = []
  let size = 0
  while (size <= SMALL_BYTES) {
    const next = await chunks.next()
    if (next.done) return { head, isWhole: true }
    head.push(next.value)
    size += next.value.byteLength
  }
  return { head, isWhole: false }
}

async function* headAndRest(head: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* head
  yield* rest
}

async function write(store: ObjectStore, key: string, source: Readable, options: WriteOptions): Promise<StoredContent> {
  const { context, signal } = options
  if (signal) addAbortSignal(signal, source)
  let measured: Measured | undefined
  const chunks = measuring(source, options, (result) => {
    measured = result
  })
  try {
    const { head, isWhole } = await readHead(chunks)
    const { storedBytes } = isWhole
      ? await store.write(key, await sealBytes(Buffer.concat(head), context), signal)
      : await store.write(key, sealingStream(headAndRest(head, chunks), context), signal)
    if (!measured) throw new InvariantError('content was stored before its end was seen')
    return { ...measured, storedBytes }
  } catch (error) {
    source.destroy()
    throw error
  }
}

async function open(store: ObjectStore, key: string, { context, range, signal }: OpenOptions): Promise<Readable> {
  const { stream, storedBytes } = await store.open(key, signal)
  if (storedBytes > SMALL_BYTES) return openingStream(stream, context, range)
  const plain = await openBytes(await buffer(stream), context)
  const part = range ? plain.subarray(range.start, range.end === undefined ? undefined : range.end + 1) : plain
  return Readable.from(part.byteLength > 0 ? [part] : [], { objectMode: false })
}

async function sealedUnderOf(store: ObjectStore, key: string): Promise<string> {
  const { stream } = await store.open(key)
  const head: Buffer[] = []
  let size = 0
  // Leaving the loop closes the stream.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    head.push(chunk)
    size += chunk.byteLength
    if (size >= HEADER_AT_MOST_BYTES) break
  }
  return sealedUnder(Buffer.concat(head))
}

async function reseal(
  store: ObjectStore,
  key: string,
  { context, signal }: Pick<OpenOptions, 'context' | 'signal'>,
): Promise<boolean> {
  if ((await sealedUnderOf(store, key)) === sealingKeyId()) return false
  const { stream, storedBytes } = await store.open(key, signal)
  const source =
    storedBytes > SMALL_BYTES
      ? sealingStream((await openingStream(stream, context)) as AsyncIterable<Buffer>, context)
      : await sealBytes(await openBytes(await buffer(stream), context), context)
  await store.replace(key, source, signal)
  return true
}

/** Puts encryption, counting and hashing in front of a store of bytes. */
export function encryptedStorage(store: ObjectStore): ContentStorage {
  return {
    write: (key, source, options) => write(store, key, source, options),
    writeBytes: async (key, bytes, { context, signal }) => {
      await store.write(key, await sealBytes(bytes, context), signal)
    },
    open: (key, options) => open(store, key, options),
    sealedUnder: (key) => sealedUnderOf(store, key),
    reseal: (key, options) => reseal(store, key, options),
    remove: (key) => store.remove(key),
    exists: (key) => store.exists(key),
    list: (olderThanMs) => store.list(olderThanMs),
    sweepIncomplete: (olderThanMs) => store.sweepIncomplete(olderThanMs),
  }
}
