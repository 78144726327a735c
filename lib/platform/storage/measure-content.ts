import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

/** The content has more bytes than it may have. */
export class ContentTooLargeError extends Error {
  readonly limitBytes: number
  constructor(limitBytes: number) {
    super(`content is larger than ${limitBytes} bytes`)
    this.name = 'ContentTooLargeError'
    this.limitBytes = limitBytes
  }
}

/** The content is not the one that its sender announced: the SHA-256 differs. */
export class ContentDigestError extends Error {
  constructor() {
    super('content does not have the announced SHA-256')
    this.name = 'ContentDigestError'
  }
}

export type Measured = { readonly sizeBytes: number; readonly sha256: string }

/** Counts and hashes bytes that are in memory whole. Throws ContentDigestError when the digest is another than the expected one. */
export function measureBytes(bytes: Buffer, expectedSha256: string | undefined): Measured {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (expectedSha256 !== undefined && sha256 !== expectedSha256.toLowerCase()) throw new ContentDigestError()
  return { sizeBytes: bytes.byteLength, sha256 }
}

/**
 * Passes the bytes of a source on while counting and hashing them, and calls `done` after the last. Fails at the byte
 * that passes the limit, and at the end when the digest is another than the expected one, so that whoever reads from here
 * fails with it and keeps nothing.
 */
export async function* measuring(
  source: Readable,
  demand: { readonly limitBytes?: number | undefined; readonly expectedSha256?: string | undefined },
  done: (measured: Measured) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of source as AsyncIterable<Buffer | Uint8Array>) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    sizeBytes += bytes.byteLength
    if (demand.limitBytes !== undefined && sizeBytes > demand.limitBytes)
      throw new ContentTooLargeError(demand.limitBytes)
    hash.update(bytes)
    yield bytes
  }
  const sha256 = hash.digest('hex')
  if (demand.expectedSha256 !== undefined && sha256 !== demand.expectedSha256.toLowerCase())
    throw new ContentDigestError()
  done({ sizeBytes, sha256 })
}
