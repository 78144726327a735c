import { recogniseEnvelope } from '#/lib/envelope/recognise-envelope.ts'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { ContentTooLargeError } from '#/lib/platform/storage/measure-content.ts'

/** How far the beginning of a file is looked at for the name of its root. */
const HEAD_BYTES = 65_536

/**
 * Passes a file on. What is no envelope fails with ContentTooLargeError at the byte that passes the size of a bericht: more
 * would not fit in an envelope; and at once when its announced length says so. How large an envelope itself may be is for who reads from here.
 */
export async function* limitBareBericht(source: AsyncIterable<Buffer>, declaredBytes = 0): AsyncGenerator<Buffer> {
  let head: Buffer[] | null = []
  let isEnvelope = false
  let size = 0
  let nextLook = 0
  for await (const chunk of source) {
    size += chunk.byteLength
    head?.push(chunk)
    // Looked at again when there is twice as much: a file in single bytes must not be put together for each of them.
    if (head && size >= nextLook) {
      const recognised = recogniseEnvelope(Buffer.concat(head))
      isEnvelope = recognised === 'envelope'
      nextLook = size * 2
      if (recognised !== 'undecided' || size > HEAD_BYTES) head = null
    }
    const known = head === null ? Math.max(size, declaredBytes) : size
    if (!isEnvelope && known > MAXIMUM_BERICHT_BYTES) throw new ContentTooLargeError(MAXIMUM_BERICHT_BYTES)
    yield chunk
  }
}
