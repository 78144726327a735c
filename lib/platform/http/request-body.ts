import { Readable } from 'node:stream'
import { drain } from '#/lib/platform/http/drain.ts'

/** The body of a request as a stream that may be left half way without breaking the connection. */
export type RequestBody = {
  readonly stream: Readable
  /** Reads and throws away what is left (drain), so that an early answer arrives. */
  drain(): Promise<void>
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Buffer> {
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
}

/** Opens the body of a request. Leaving the stream early does not cancel the body, as a stream of Node's own would. */
export function openRequestBody(body: ReadableStream<Uint8Array> | null, signal: AbortSignal): RequestBody {
  const reader = body?.getReader()
  return {
    stream: Readable.from(reader ? chunksOf(reader) : [], { objectMode: false }),
    async drain() {
      if (reader) await drain(chunksOf(reader), signal)
    },
  }
}

/**
 * Reads and throws away the body of a request that is refused without a look at it, so that its sender hears why. A body
 * of which something was read already is left to who reads it.
 */
export async function drainUnread({ body, bodyUsed, signal }: Pick<Request, 'body' | 'bodyUsed' | 'signal'>) {
  if (body && !bodyUsed && !body.locked) await openRequestBody(body, signal).drain()
}

/** A small body that was read, or that was none. */
export type SmallBody = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too_large' }

/**
 * The text of a small body, or `too_large`: by its stated length before anything is read, otherwise as soon as so much has
 * been counted. What is left is then read and thrown away, so that the answer arrives.
 */
export async function readSmallBody(
  { headers, body, signal }: Pick<Request, 'headers' | 'body' | 'signal'>,
  mostBytes: number,
): Promise<SmallBody> {
  if (Number(headers.get('content-length') ?? 0) > mostBytes) return { kind: 'too_large' }
  const opened = openRequestBody(body, signal)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of opened.stream) {
    const bytes = chunk as Buffer
    size += bytes.byteLength
    if (size > mostBytes) {
      await opened.drain()
      return { kind: 'too_large' }
    }
    chunks.push(bytes)
  }
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') }
}
