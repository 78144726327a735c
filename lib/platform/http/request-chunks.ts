import type { IncomingMessage } from 'node:http'

/** What is left of a body, read by hand. */
export type Chunks = AsyncIterator<Buffer>

/** The body, read by hand: whoever stops reading must not break the connection on which the answer goes. */
export const chunksOf = (req: IncomingMessage): Chunks =>
  req.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as Chunks

/** Reads a small body; null as soon as it is longer than so many bytes. */
export async function readSmallBody(chunks: Chunks, atMostBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    size += next.value.byteLength
    if (size > atMostBytes) return null
    pieces.push(next.value)
  }
  return Buffer.concat(pieces)
}
