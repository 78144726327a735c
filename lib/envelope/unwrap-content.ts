import { createHash } from 'node:crypto'
import { ContentDecoder, InvalidBase64Error } from '#/lib/envelope/content-decoder.ts'
import type { Cut } from '#/lib/envelope/cut-content.ts'

const PIECE_BYTES = 1_048_576

/** The decoded content, or the byte of the file at which it stops being base64. */
export type Unwrapped =
  | { readonly ok: true; readonly bytes: Buffer; readonly sha256: string }
  | { readonly ok: false; readonly faultAt: number }

const isForeign = (byte: number) => !/[A-Za-z0-9+/= \t\r\n]/.test(String.fromCharCode(byte))

/** Where to point: at the first character that base64 does not have, or at the end when only something is missing. */
function faultIn(bytes: Buffer, { start, end }: Cut): number {
  for (let at = start; at < end; at++) if (isForeign(bytes[at] ?? 0)) return at
  return end
}

/** Decodes what was cut out of an envelope, in pieces, so that next to the file and its content nothing large is kept. */
export function unwrapContent(bytes: Buffer, cut: Cut): Unwrapped {
  const decoder = new ContentDecoder()
  const hash = createHash('sha256')
  const content = Buffer.allocUnsafe(Math.ceil((cut.end - cut.start) / 4) * 3)
  let size = 0
  const take = (piece: Buffer) => {
    hash.update(piece)
    size += piece.copy(content, size)
  }
  try {
    for (let at = cut.start; at < cut.end; at += PIECE_BYTES)
      take(decoder.push(bytes.subarray(at, Math.min(cut.end, at + PIECE_BYTES))))
    take(decoder.end())
  } catch (error) {
    if (error instanceof InvalidBase64Error) return { ok: false, faultAt: faultIn(bytes, cut) }
    throw error
  }
  return { ok: true, bytes: content.subarray(0, size), sha256: hash.digest('hex') }
}
