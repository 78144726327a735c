import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import type { ContentStorage } from '#/lib/platform/storage/content-storage.ts'
import { ContentDigestError, ContentTooLargeError } from '#/lib/platform/storage/measure-content.ts'
import { ContentMissingError, newStorageKey } from '#/lib/platform/storage/object-store.ts'

const context = { organisatie: 'voorbeeldstad', bericht: 'b-1' }
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Cuts bytes into chunks of the given sizes, over and over; the last one takes what is left. */
function inChunks(bytes: Buffer, sizes: readonly number[]): Readable {
  const chunks: Buffer[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return Readable.from(chunks, { objectMode: false })
}

/** A source that gives some bytes and then waits for ever, like a browser whose network has gone. */
function stalling(bytes: Buffer): { source: Readable; gaveAll: Promise<void> } {
  const given = Promise.withResolvers<void>()
  let isGiven = false
  const source = new Readable({
    read() {
      if (isGiven) return given.resolve()
      isGiven = true
      this.push(bytes)
    },
  })
  return { source, gaveAll: given.promise }
}

async function keysOf(storage: ContentStorage): Promise<string[]> {
  const keys: string[] = []
  for await (const key of storage.list(-60_000)) keys.push(key)
  return keys
}

function roundTrips(storageOf: () => ContentStorage): void {
  // Guards the content itself: whatever size a bericht has and however the network cuts it, the same bytes come back.
  it('gives back what was written, with its size and digest, however it was cut', async () => {
    const storage = storageOf()
    const sizes = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(131_071, 131_072, 131_073, 1_048_575, 1_048_576, 1_048_577, 2_097_152),
      fc.integer({ min: 100_000, max: 3_000_000 }),
    )
    const cuts = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(sizes, cuts, async (size, cut) => {
        const plain = randomBytes(size)
        const key = newStorageKey()
        const stored = await storage.write(key, inChunks(plain, size > 300 ? cut.map((part) => part + 999) : cut), {
          context,
        })
        expect(stored).toMatchObject({ sizeBytes: size, sha256: digest(plain) })
        expect(digest(await buffer(await storage.open(key, { context })))).toBe(digest(plain))
        await storage.remove(key)
      }),
      { numRuns: 40 },
    )
  })

  // Guards small deliveries, which are stored from memory: they are the same content as one that streamed in.
  it.each([0, 1, 131_073, 1_048_577])('gives back %i bytes that were stored from memory', async (size) => {
    const storage = storageOf()
    const plain = randomBytes(size)
    const key = newStorageKey()
    await storage.writeBytes(key, plain, { context })
    expect((await buffer(await storage.open(key, { context }))).equals(plain)).toBe(true)
    await expect(storage.open(key, { context: { ...context, bericht: 'b-2' } })).rejects.toThrow(UnreadableContentError)
    await expect(storage.writeBytes(key, plain, { context })).rejects.toThrow(InvariantError)
  })

  // Guards downloads that are continued after a break: a range is exactly those bytes.
  it('gives exactly the bytes of a range', async () => {
    const storage = storageOf()
    const plain = randomBytes(2_500_000)
    const key = newStorageKey()
    await storage.write(key, inChunks(plain, [65_536]), { context })
    for (const [start, end] of [
      [0, 0],
      [0, 1_048_575],
      [1_048_576, 1_048_576],
      [1_048_000, 1_049_000],
      [2_499_999, 2_499_999],
      [2_400_000, undefined],
    ] as const) {
      const range = end === undefined ? { start } : { start, end }
      const part = await buffer(await storage.open(key, { context, range }))
      expect(part.equals(plain.subarray(start, (end ?? plain.length) + 1))).toBe(true)
    }
  })
}

function refusals(storageOf: () => ContentStorage): void {
  // Guards the border between gemeenten below the database: content copied to the row of another stays closed.
  it.each([100, 200_000])('does not open %i bytes with another context', async (size) => {
    const storage = storageOf()
    const key = newStorageKey()
    await storage.write(key, Readable.from([randomBytes(size)]), { context })
    for (const other of [{ ...context, organisatie: 'modelwijk' }, { organisatie: 'voorbeeldstad' }, {}])
      await expect(storage.open(key, { context: other })).rejects.toThrow(UnreadableContentError)
  })

  // Guards "nothing half stored": every way a write can end badly leaves neither content nor an open source.
  it.each([1_000, 2_000_000])(
    'leaves nothing of %i bytes that are too many, another digest or a failing source',
    async (size) => {
      const storage = storageOf()
      const before = await keysOf(storage)
      const key = newStorageKey()
      const plain = randomBytes(size)
      const tooLarge = Readable.from([plain, plain])
      await expect(storage.write(key, tooLarge, { context, limitBytes: size })).rejects.toThrow(ContentTooLargeError)
      expect(tooLarge.destroyed).toBe(true)
      const expectedSha256 = digest(randomBytes(1))
      await expect(storage.write(key, Readable.from([plain]), { context, expectedSha256 })).rejects.toThrow(
        ContentDigestError,
      )
      const broken = Readable.from(
        (async function* () {
          yield plain
          throw new Error('connection reset')
        })(),
      )
      await expect(storage.write(key, broken, { context })).rejects.toThrow('connection reset')
      await expect(storage.exists(key)).resolves.toBe(false)
      expect(await keysOf(storage)).toEqual(before)
    },
  )

  it.each([1_000, 3_000_000])('stops at once and leaves nothing when aborted after %i bytes', async (size) => {
    const storage = storageOf()
    const before = await keysOf(storage)
    const { source, gaveAll } = stalling(randomBytes(size))
    const abort = new AbortController()
    const writing = storage.write(newStorageKey(), source, { context, signal: abort.signal })
    const ended = expect(writing).rejects.toMatchObject({ name: 'AbortError' })
    await gaveAll
    abort.abort()
    await ended
    expect(source.destroyed).toBe(true)
    expect(await keysOf(storage)).toEqual(before)
  })

  it('does not write when the signal is aborted already', async () => {
    const writing = storageOf().write(newStorageKey(), Readable.from([randomBytes(10)]), {
      context,
      signal: AbortSignal.abort(),
    })
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' })
  })

  // Guards content that was accepted: a key names one content for ever.
  it('refuses a second write under the same key and keeps the first', async () => {
    const storage = storageOf()
    const key = newStorageKey()
    await storage.write(key, Readable.from([Buffer.from('first')]), { context })
    await expect(storage.write(key, Readable.from([Buffer.from('second')]), { context })).rejects.toThrow('in use')
    expect((await buffer(await storage.open(key, { context }))).toString()).toBe('first')
  })

  it.each(['', '../../../etc/passwd', 'ABCDEF', `${'a'.repeat(31)}/`, `${'a'.repeat(32)}\n`])(
    'refuses %j as a key',
    async (key) => {
      await expect(storageOf().write(key, Readable.from([]), { context })).rejects.toThrow('not a storage key')
      await expect(storageOf().open(key, { context })).rejects.toThrow('not a storage key')
      await expect(storageOf().remove(key)).rejects.toThrow('not a storage key')
      await expect(storageOf().exists(key)).rejects.toThrow('not a storage key')
    },
  )
}

/** What every storage promises; run it against each adapter and against the fake. */
export function describeContentStorage(name: string, storageOf: () => ContentStorage): void {
  describe(`content storage: ${name}`, () => {
    roundTrips(storageOf)
    refusals(storageOf)

    it('knows what exists, and what was removed is missing', async () => {
      const storage = storageOf()
      const key = newStorageKey()
      await expect(storage.open(key, { context })).rejects.toThrow(ContentMissingError)
      await storage.write(key, Readable.from([Buffer.from('x')]), { context })
      await expect(storage.exists(key)).resolves.toBe(true)
      expect(await keysOf(storage)).toContain(key)
      await storage.remove(key)
      await storage.remove(key)
      await expect(storage.exists(key)).resolves.toBe(false)
      await expect(storage.open(key, { context })).rejects.toThrow(ContentMissingError)
      expect(await keysOf(storage)).not.toContain(key)
    })
  })
}
