import { type Frame, headerOf, readFrame } from '#/lib/envelope/read-frame.ts'
import type { EnvelopeHeader } from '#/lib/envelope/schema.ts'

/** What stands before the content of an envelope takes two kilobytes; what comes after this is not waited for. */
const MAXIMUM_PEEK_BYTES = 65_536
/** The start tag of the content, prefix included; a longer one is looked for no further than the header may go. */
const LONGEST_START_TAG = 256
const CONTENT_BEGINS = /<(?:[^\s<>/:]+:)?(?:xmlBestand|tekstBestand|detailsXML)[\s/>]/

/** The header of an envelope that still streams in, and all its bytes from the first. */
export type PeekedEnvelope = {
  /** Null when something in it does not have the form that it should have. */
  readonly header: EnvelopeHeader | null
  /** What stands there all the same, by path: `stuurgegevens/referentienummer`. */
  value(path: string): string | null
  readonly bytes: AsyncGenerator<Buffer>
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** The text up to the content, which is cut off there: what is read from it is what came before. */
const readSoFar = (bytes: Buffer): Frame | null => readFrame(bytes.toString('utf8'))

/** Reads an envelope up to its content, so that it is known whose it is before the content comes in. */
export async function peekHeader(envelope: AsyncIterable<Buffer>): Promise<PeekedEnvelope> {
  const chunks = envelope[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let size = 0
  let tail = ''
  while (size < MAXIMUM_PEEK_BYTES) {
    const next = await chunks.next()
    if (next.done) break
    pieces.push(next.value)
    size += next.value.byteLength
    // Each piece is looked at once, with the end of what came before it.
    const text = tail + next.value.toString('latin1')
    if (CONTENT_BEGINS.test(text)) break
    tail = text.slice(-LONGEST_START_TAG)
  }
  const head = Buffer.concat(pieces)
  const frame = readSoFar(head.subarray(0, MAXIMUM_PEEK_BYTES))
  return {
    header: frame && headerOf(frame),
    value: (path) => frame?.value(path) ?? null,
    bytes: joined(head, chunks),
  }
}
