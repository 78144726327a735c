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
