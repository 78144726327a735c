import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** Files that one zip may have. */
export const MOST_ENTRIES = 1_000
/** What all files of a zip may come to when they are unpacked: twenty times what the zip itself may be. */
export const MOST_UNPACKED_BYTES = 20 * MAXIMUM_ENVELOPE_BYTES
/** No bericht deflates so well; what does was made to fill a machine (ASVS 5.2.3). */
const MOST_TIMES = 100
/** Below this no ratio does harm. */
const HARMLESS_BYTES = 1_048_576

/** `no_zip`: damaged, or something else. `empty`: no file in it. */
export type ZipFault = 'no_zip' | 'empty' | 'too_many' | 'unpacks_too_far'
/**
 * Why a file of a zip is not taken. `damaged`: its bytes are not those that were packed. `no_xml`: by its name; a zip in a zip
 * is none. `link`: it points elsewhere.
 */
export type EntryFault = 'damaged' | 'no_xml' | 'encrypted' | 'link' | 'expands_too_far'

/** One file of a zip, in its order. The name is as it was packed: data, never a path. */
export type ZipEntry = {
  readonly unverifiedFileName: string
  readonly fault: EntryFault | null
  readonly sizeBytes: number
  /** The unpacked bytes. Reading fails with DamagedEntryError when they are not what was packed. */
  open(): AsyncIterable<Buffer>
}

/** The bytes of a file in a zip cannot be unpacked, or are not those that were packed. */
export class DamagedEntryError extends Error {
  override readonly name = 'DamagedEntryError'
}

const LINK = 0o120_000
const FILE_KIND = 0o170_000
/** What programs put beside the files, and what our own zips have. */
const BESIDE = /^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$|^manifest\.json$/

const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & FILE_KIND) === LINK

function faultOf(entry: Entry, name: string): EntryFault | null {
  if (isLink(entry)) return 'link'
  if (!/\.xml$/i.test(name)) return 'no_xml'
  if (entry.isEncrypted()) return 'encrypted'
  if (!entry.canDecodeFileData()) return 'damaged'
  const { uncompressedSize, compressedSize } = entry
  return uncompressedSize > HARMLESS_BYTES && uncompressedSize > MOST_TIMES * compressedSize ? 'expands_too_far' : null
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let stream: Readable | null = null
  let sum = 0
  try {
    stream = await zip.openReadStreamPromise(entry)
    // The library holds the size against the index, and leaves the checksum to us.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw new DamagedEntryError(String(error), { cause: error })
  } finally {
    stream?.destroy()
  }
  if (sum !== entry.crc32) throw new DamagedEntryError('the checksum is another')
}

const toEntry = (zip: ZipFile, entry: Entry, name: string): ZipEntry => ({
  unverifiedFileName: name,
  fault: faultOf(entry, name),
  sizeBytes: entry.uncompressedSize,
  open: () => unpacked(zip, entry),
})

async function entriesOf(zip: ZipFile): Promise<Result<readonly ZipEntry[], ZipFault>> {
  if (zip.entryCount > MOST_ENTRIES * 2) return err('too_many')
  const entries: ZipEntry[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    if (name.endsWith('/') || BESIDE.test(name)) continue
    entries.push(toEntry(zip, entry, name))
    bytes += entry.uncompressedSize
    if (entries.length > MOST_ENTRIES) return err('too_many')
    if (bytes > MOST_UNPACKED_BYTES) return err('unpacks_too_far')
  }
  return entries.length === 0 ? err('empty') : ok(entries)
}

/**
 * Reads what is in a zip, from its index: nothing is unpacked yet, and nothing is ever written under a name that stands in it.
 * Folders, and what programs put beside the files, are no entries.
 */
export async function openZip(bytes: Buffer): Promise<Result<readonly ZipEntry[], ZipFault>> {
  try {
    return await entriesOf(await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false }))
  } catch (error) {
    // Whatever the library says of bytes that came from outside: they are no zip.
    if (error instanceof Error) return err('no_zip')
    throw error
  }
}
