import { randomUUID } from 'node:crypto'
import { access, type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { assertStorageKey, ContentMissingError, type ObjectStore } from '#/lib/platform/storage/object-store.ts'

const DIRECTORY_MODE = 0o700
const FILE_MODE = 0o600
const READ_BYTES = 256 * 1024
const WRITE_BYTES = 1024 * 1024

const isMissing = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** The files of a folder; none when the folder does not exist (yet, or any more). */
async function* filesIn(folder: string, recursive: boolean): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder, { recursive })) {
      if (entry.isFile()) yield join(entry.parentPath, entry.name)
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** Whether the file was last written before the moment; false when it has gone meanwhile. */
async function isOlder(path: string, before: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < before
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Fills a new file and closes it, flushed to the disk when asked. Answers the number of bytes. */
async function fill(
  file: FileHandle,
  source: Readable | Buffer,
  flush: boolean,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (!Buffer.isBuffer(source)) {
    // The stream owns the handle and closes it, also when it fails.
    const target = file.createWriteStream({ highWaterMark: WRITE_BYTES, flush })
    await pipeline(source, target, signal ? { signal } : {})
    return target.bytesWritten
  }
  try {
    signal?.throwIfAborted()
    await file.writeFile(source)
    if (flush) await file.sync()
    return source.byteLength
  } finally {
    await file.close()
  }
}

class FileStore implements ObjectStore {
  readonly #contentFolder: string
  readonly #incompleteFolder: string
  readonly #isDurable: boolean
  readonly #knownFolders = new Set<string>()

  constructor(root: string, isDurable: boolean) {
    this.#contentFolder = join(root, 'inhoud')
    this.#incompleteFolder = join(root, 'onvolledig')
    this.#isDurable = isDurable
  }

  #pathOf(key: string): string {
    assertStorageKey(key)
    return join(this.#contentFolder, key.slice(0, 2), key)
  }

  /** Makes the folder once per process; a folder that is new is itself made durable. */
  async #ensureFolder(folder: string): Promise<void> {
    if (this.#knownFolders.has(folder)) return
    const firstMade = await mkdir(folder, { recursive: true, mode: DIRECTORY_MODE })
    if (firstMade && this.#isDurable) {
      for (let at = folder; at.length >= firstMade.length; at = dirname(at)) await flushDirectory(dirname(at))
    }
    this.#knownFolders.add(folder)
  }

  async write(key: string, source: Readable | Buffer, signal?: AbortSignal): Promise<{ storedBytes: number }> {
    await this.#ensureFolder(dirname(this.#pathOf(key)))
    const storedBytes = await this.#put(key, source, signal, (isThere) => {
      if (isThere) throw new InvariantError('the storage key is in use')
    })
    return { storedBytes }
  }

  async replace(key: string, source: Readable | Buffer, signal?: AbortSignal): Promise<void> {
    await this.#put(key, source, signal, (isThere) => {
      if (!isThere) throw new ContentMissingError()
    })
  }

  /** Fills a file beside the contents and moves it to its place when `demand` agrees with what is there. */
  async #put(
    key: string,
    source: Readable | Buffer,
    signal: AbortSignal | undefined,
    demand: (isThere: boolean) => void,
  ): Promise<number> {
    const path = this.#pathOf(key)
    await this.#ensureFolder(this.#incompleteFolder)
    const part = join(this.#incompleteFolder, `${key}.${randomUUID()}`)
    try {
      const storedBytes = await fill(await open(part, 'wx', FILE_MODE), source, this.#isDurable, signal)
      demand(await this.exists(key))
      await rename(part, path)
      if (this.#isDurable) await flushDirectory(dirname(path))
      return storedBytes
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  async open(key: string, signal?: AbortSignal): Promise<{ stream: Readable; storedBytes: number }> {
    let file: FileHandle
    try {
      file = await open(this.#pathOf(key), 'r')
    } catch (error) {
      throw isMissing(error) ? new ContentMissingError() : error
    }
    const { size } = await file.stat()
    const stream = file.createReadStream({ highWaterMark: READ_BYTES, ...(signal ? { signal } : {}) })
    return { stream, storedBytes: size }
  }

  async remove(key: string): Promise<void> {
    const path = this.#pathOf(key)
    await rm(path, { force: true })
    if (this.#isDurable && (await this.#hasFolder(dirname(path)))) await flushDirectory(dirname(path))
  }

  async #hasFolder(folder: string): Promise<boolean> {
    try {
      await access(folder)
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  async exists(key: string): Promise<boolean> {
    return this.#hasFolder(this.#pathOf(key))
  }

  async *list(olderThanMs: number): AsyncGenerator<string> {
    const before = clock.now().getTime() - olderThanMs
    for await (const path of filesIn(this.#contentFolder, true)) {
      if (await isOlder(path, before)) yield path.slice(path.lastIndexOf('/') + 1)
    }
  }

  async sweepIncomplete(olderThanMs: number): Promise<number> {
    const before = clock.now().getTime() - olderThanMs
    let removed = 0
    for await (const path of filesIn(this.#incompleteFolder, false)) {
      if (!(await isOlder(path, before))) continue
      await rm(path, { force: true })
      removed += 1
    }
    return removed
  }
}

/**
 * Objects as files in 256 folders below the folder of a `file:///` address: making a folder durable costs more than the
 * file, and a second level made nearly every file wait for one. With `?fsync=nee` nothing is flushed to the disk before
 * `write` answers: faster, but a power cut can lose what was just accepted.
 */
export function openFileStore(address: URL): ObjectStore {
  const folder = new URL(address)
  folder.search = ''
  return new FileStore(fileURLToPath(folder), address.searchParams.get('fsync') !== 'nee')
}
