import { setTimeout } from 'node:timers/promises'

/** So much is read on and thrown away before an early answer: more than any file may be. */
const AT_MOST_BYTES = 64 * 1024 * 1024
/** A sender that sends nothing for so long waits for the answer. */
const STALLED_AFTER_MS = 1_000

type Chunks = AsyncIterator<{ readonly byteLength: number }>

/**
 * Reads and throws away what is left of a body: up to 64 MB, and until nothing has come for a second. An answer while the
 * other side still sends is often lost by a connection reset (measured: in half of the cases of a body of 27 MB), and
 * Node's own client stops sending at it and waits until the connection breaks. Ends quietly when the other side goes away.
 */
export async function drain(chunks: Chunks, signal: AbortSignal, stalledAfterMs = STALLED_AFTER_MS): Promise<void> {
  for (let drained = 0; drained < AT_MOST_BYTES && !signal.aborted; ) {
    const waiting = new AbortController()
    const stalled = setTimeout(stalledAfterMs, null, { signal: waiting.signal }).catch(() => null)
    const next = await Promise.race([chunks.next(), stalled])
      .catch((error: unknown) => {
        if (signal.aborted) return null
        throw error
      })
      .finally(() => waiting.abort())
    if (next === null || next.done) return
    drained += next.value.byteLength
  }
}
