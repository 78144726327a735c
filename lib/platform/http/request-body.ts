import { Readable } from 'node:stream'

/** Past what was taken of a body, so much is read on and thrown away before an early answer. */
const DRAINED_AT_MOST = 64 * 1024 * 1024

/** The body of a request as a stream that may be left half way without breaking the connection. */
export type RequestBody = {
  readonly stream: Readable
  /**
   * Reads and throws away what is left, up to 64 MB: an answer while the other side still sends is often lost by a
   * connection reset (measured: in half of the cases). Ends quietly when the other side goes away.
   */
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
      if (!reader) return
      for (let drained = 0; drained < DRAINED_AT_MOST && !signal.aborted; ) {
        const next = await reader.read().catch((error: unknown) => {
          if (signal.aborted) return { done: true as const, value: undefined }
          throw error
        })
        if (next.done) return
        drained += next.value.byteLength
      }
    },
  }
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
  const { stream, drain } = openRequestBody(body, signal)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    size += bytes.byteLength
    if (size > mostBytes) {
      await drain()
      return { kind: 'too_large' }
    }
    chunks.push(bytes)
  }
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') }
}
