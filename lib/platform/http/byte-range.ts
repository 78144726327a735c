/** Positions of the first and the last byte, both included. */
export type Bytes = { readonly start: number; readonly end: number }

const RANGE = /^bytes=(?:([0-9]{1,15})-([0-9]{1,15})?|-([0-9]{1,15}))$/

/**
 * Which part of a content of `size` bytes a Range header asks for (RFC 9110 chapter 14). Null means the whole: without
 * the header, and for forms that a server may leave alone (several ranges, other units). `unsatisfiable` is 416.
 */
export function requestedBytes(header: string | null, size: number): Bytes | 'unsatisfiable' | null {
  const match = header === null ? null : RANGE.exec(header.trim())
  if (!match) return null
  const [, first, last, suffix] = match
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== undefined && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: Math.min(last === undefined ? size - 1 : Number(last), size - 1) }
}
