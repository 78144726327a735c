/** Positions of plain bytes, both included, as in an HTTP range; without `end` to the last byte. */
export type ByteRange = { readonly start: number; readonly end?: number }

/** The bytes of a range out of a stream. What lies behind the range is not read. */
export async function* cutBytes(source: AsyncIterable<Buffer>, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  const after = (end ?? Number.POSITIVE_INFINITY) + 1
  let position = 0
  for await (const chunk of source) {
    const part = chunk.subarray(Math.max(0, start - position), Math.max(0, after - position))
    position += chunk.byteLength
    if (part.byteLength > 0) yield part
    if (position >= after) return
  }
}
