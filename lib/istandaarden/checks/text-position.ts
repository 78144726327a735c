/** A place in a text as editors count it: lines and columns from 1, columns in characters. */
export type TextPosition = { readonly regel: number; readonly kolom: number }

const CR = 0x0d
const LF = 0x0a

/**
 * Turns offsets (UTF-16 units, ascending) into lines and columns in one walk over the text: a file on a single line with
 * thousands of faults costs as much as one with a single fault.
 */
export function positionsOf(text: string, offsets: readonly number[]): readonly TextPosition[] {
  const positions: TextPosition[] = []
  let regel = 1
  let kolom = 1
  let at = 0
  for (const offset of offsets) {
    for (; at < offset && at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) {
        regel++
        kolom = 1
      } else if (unit < 0xdc00 || unit > 0xdfff) kolom++ // the second half of a pair is no character of its own
    }
    positions.push({ regel, kolom })
  }
  return positions
}

/** The place of a byte in UTF-8 text; what stands before it must be valid UTF-8. */
export function positionOfByte(bytes: Buffer, offset: number): TextPosition {
  const before = bytes.toString('utf8', 0, offset)
  const [position] = positionsOf(`${before}x`, [before.length])
  return position ?? { regel: 1, kolom: 1 }
}
