import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { NotScannedError, scanStream } from '#/lib/platform/scanner/clamd.ts'
import type { ScannerAddress } from '#/lib/platform/settings/scanner-address.ts'

/** The harmless file that every scanner calls a virus (eicar.org), in two parts: else scanners would object to this one. */
const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
/** Room for what an archive adds to its entries. */
const ARCHIVE_BYTES = 1_024
const BLOCK = Buffer.alloc(65_536)

function* padding(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= BLOCK.length) yield left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK
}

/** An uncompressed archive of nearly `bytes` bytes with the test virus and, behind it, nothing of interest. */
export function probe(bytes: number): AsyncIterable<Buffer> {
  const zip = new ZipFile()
  const options = { compress: false, mtime: new Date(0) }
  const size = bytes - TEST_VIRUS.length - ARCHIVE_BYTES
  zip.addBuffer(Buffer.from(TEST_VIRUS), 'test.com', options)
  zip.addReadStream(Readable.from(padding(size), { objectMode: false }), 'rest', { ...options, size })
  zip.end()
  return zip.outputStream as Readable
}

/**
 * Makes sure that the scanner looks at files of `bytes` bytes and finds what it must: a scanner that leaves large files out,
 * or has no signatures, calls everything clean. Throws NotScannedError.
 */
export async function proveScanner(address: ScannerAddress, bytes: number, signal: AbortSignal): Promise<void> {
  const verdict = await scanStream(address, probe(bytes), signal)
  if (verdict.kind === 'clean')
    throw new NotScannedError(
      'the virus scanner calls a test virus clean: it has no signatures, or leaves large files out',
    )
}
