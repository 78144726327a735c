import { Readable } from 'node:stream'
import { log } from '#/lib/platform/log.ts'

/** A body on its way out. */
export type StreamedBody = {
  readonly body: ReadableStream<Uint8Array>
  /** Whether all of it was handed to the connection, and nobody left before. To be asked once the answer is closed. */
  readonly isHandedOver: () => boolean
}

/**
 * Sends what `source` gives, as it gives it. That the browser goes away half way ends the stream and is nothing to tell; every
 * other failure is logged and breaks the answer off, so that nobody takes a part for the whole.
 */
export function streamAnswer(
  source: AsyncIterable<Buffer | string>,
  { signal, requestId }: { readonly signal: AbortSignal; readonly requestId: string },
): StreamedBody {
  let isAtEnd = false
  async function* noting(): AsyncGenerator<Buffer | string> {
    for await (const chunk of source) yield chunk
    isAtEnd = true
  }
  const body = Readable.from(noting(), { objectMode: false })
  body.once('error', (error) => {
    if (!signal.aborted) log().error({ err: error, requestId }, 'an answer broke off')
  })
  return {
    body: Readable.toWeb(body) as ReadableStream<Uint8Array>,
    isHandedOver: () => isAtEnd && !signal.aborted,
  }
}
