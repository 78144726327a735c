import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { HOUR_MS } from '#/lib/platform/clock.ts'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { encryptedStorage } from '#/lib/platform/storage/encrypted-storage.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import { openObjectStore } from '#/lib/platform/storage/object-stores.ts'
import { describeContentStorage } from '#/tests/integration/storage/storage-contract.ts'
import { masterKey, settingsWith } from '#/tests/support/settings.ts'

const context = { organisatie: 'voorbeeldstad', bericht: 'b-1' }
let folder: string
const open = (fsync = 'nee') => encryptedStorage(openObjectStore(new URL(`${pathToFileURL(folder)}?fsync=${fsync}`)))
const pathOf = (key: string) => join(folder, 'inhoud', key.slice(0, 2), key)
const incomplete = () => readdir(join(folder, 'onvolledig'))

beforeEach(async () => {
  setSettings(settingsWith())
  folder = await mkdtemp(join(tmpdir(), 'inhoud-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describeContentStorage('files', open)
describeContentStorage('files, flushed to disk', () => open('ja'))

describe('files at rest', () => {
  // Guards ASVS 5.3.2 and encryption at rest: nothing readable, nothing that others may enter.
  it('holds no plain bytes, and only the owner may read', async () => {
    const key = newStorageKey()
    await open().write(key, Readable.from([Buffer.from('<Bericht>999990019</Bericht>')]), { context })
    expect((await readFile(pathOf(key))).includes('999990019')).toBe(false)
    expect((await stat(pathOf(key))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'inhoud'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'inhoud', key.slice(0, 2)))).mode & 0o777).toBe(0o700)
    expect(await incomplete()).toEqual([])
  })

  // Guards downloads: what a damaged disk or a meddling hand has changed is never handed out as content.
  it.each([10_000, 3_000_000])('gives out no changed byte of %i', async (size) => {
    const key = newStorageKey()
    const plain = randomBytes(size)
    await open().write(key, Readable.from([plain]), { context })
    const sealed = await readFile(pathOf(key))
    for (const at of [0, 20, 120, Math.floor(size / 2), sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(pathOf(key), changed)
      let given = 0
      const reading = (async () => {
        for await (const chunk of await open().open(key, { context })) {
          expect(Buffer.from(chunk).equals(plain.subarray(given, given + chunk.length))).toBe(true)
          given += chunk.length
        }
      })()
      await expect(reading).rejects.toThrow(UnreadableContentError)
    }
  })

  it.each([10_000, 3_000_000])('notices that the end of %i bytes is missing', async (size) => {
    const key = newStorageKey()
    await open().write(key, Readable.from([randomBytes(size)]), { context })
    const { size: sealedSize } = await stat(pathOf(key))
    for (const left of [sealedSize - 1, Math.floor(sealedSize * 0.7), 50, 0]) {
      await truncate(pathOf(key), left)
      await expect(open().open(key, { context }).then(buffer)).rejects.toThrow(UnreadableContentError)
    }
  })

  // Guards key rotation: what an earlier key sealed opens as long as that key is listed, and not a day longer.
  it.each([10_000, 3_000_000])('opens %i bytes by any listed key and by no other', async (size) => {
    const key = newStorageKey()
    await open().write(key, Readable.from([randomBytes(size)]), { context })
    setSettings(settingsWith({ PORTAAL_MASTER_KEY: `${masterKey('k10', 2)},${masterKey('k1', 1)}` }))
    expect(await buffer(await open().open(key, { context }))).toHaveLength(size)
    setSettings(settingsWith({ PORTAAL_MASTER_KEY: masterKey('k1', 3) }))
    await expect(open().open(key, { context })).rejects.toThrow(UnreadableContentError)
  })

  // Guards the disk against readers that go away: the file is closed with the stream.
  it('stops reading when the reader leaves', async () => {
    const key = newStorageKey()
    await open().write(key, Readable.from([randomBytes(5_000_000)]), { context })
    const reader = await open().open(key, { context })
    const [first] = await once(reader, 'data')
    expect(first.length).toBeGreaterThan(0)
    reader.destroy()
    await once(reader, 'close')
    await expect(open().open(key, { context, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('incomplete writes', () => {
  // Guards "aborted uploads leave nothing" for the case that no code can clean up: the process was killed half way.
  it('sweeps what a killed process left, and not what is being written now', async () => {
    const writer = fork(join(import.meta.dirname, 'killed-writer.ts'), [folder], { stdio: 'ignore' })
    await once(writer, 'message')
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const [left] = await incomplete()
    if (!left) throw new Error('the killed process left nothing to sweep')
    expect(await open().sweepIncomplete(HOUR_MS)).toBe(0)
    const twoHoursAgo = new Date(Date.now() - 2 * HOUR_MS)
    await utimes(join(folder, 'onvolledig', left), twoHoursAgo, twoHoursAgo)
    expect(await open().sweepIncomplete(HOUR_MS)).toBe(1)
    expect(await incomplete()).toEqual([])
  })
})
