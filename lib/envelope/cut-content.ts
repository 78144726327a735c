import { positionOfByte, type TextPosition } from '#/lib/istandaarden/checks/text-position.ts'

// An envelope is a few lines round a content of up to 25 MB in base64. The content is cut out before any parser sees the
// file: what is parsed is small whatever was sent, and the content is decoded straight from the bytes.

/** The most that an envelope may take without its content. A real one takes two kilobytes. */
export const MAXIMUM_FRAME_BYTES = 65_536

/** Elements whose content is not the envelope's: the bericht, a file of another form, and the original message of an Fo01. */
const CONTENT_ELEMENTS = ['xmlBestand', 'tekstBestand', 'detailsXML']

/** Content that was cut out: the element it was in, and its place in the file, in bytes. */
export type Cut = { readonly element: string; readonly start: number; readonly end: number }

/** The envelope without content, and what was cut out, in the order of the file. */
export type CutFile = { readonly frame: Buffer; readonly cuts: readonly Cut[] }

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f

const endOf = (bytes: Buffer, mark: string, from: number): number => {
  const at = bytes.indexOf(mark, from)
  return at === -1 ? bytes.length : at + mark.length
}

/** Where a start tag ends: at the first `>` outside quotes. */
function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0
  const limit = Math.min(bytes.length, from + MAXIMUM_FRAME_BYTES + 1)
  for (let at = from; at < limit; at++) {
    const byte = bytes[at] ?? 0
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === GREATER) return at + 1
    else if (byte === 0x22 || byte === 0x27) quote = byte
  }
  return limit
}

/** Where the content of an element ends: at its end tag, or at the end of a file that has none. */
function endOfContent(bytes: Buffer, from: number, name: string): number {
  const mark = `</${name}`
  for (let at = bytes.indexOf(mark, from); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    const next = bytes[at + mark.length] ?? GREATER
    if (next === GREATER || next <= 0x20) return at
  }
  return bytes.length
}

/** The piece of markup at a `<`: where it ends, and the content behind it when it opens one. */
function markupAt(bytes: Buffer, at: number): { readonly end: number; readonly cut: Cut | null } {
  const start = bytes.toString('latin1', at, at + 9)
  if (start.startsWith('<!--')) return { end: endOf(bytes, '-->', at + 4), cut: null }
  if (start === '<![CDATA[') return { end: endOf(bytes, ']]>', at + 9), cut: null }
  if (start.startsWith('<?')) return { end: endOf(bytes, '?>', at + 2), cut: null }
  const end = endOfTag(bytes, at + 1)
  const name = /^<([^\s/<>!?]+)/.exec(bytes.toString('utf8', at, Math.min(end, at + 200)))?.[1]
  const element = name?.slice(name.indexOf(':') + 1)
  const opensContent = element !== undefined && CONTENT_ELEMENTS.includes(element) && bytes[end - 2] !== SLASH
  if (!opensContent || name === undefined) return { end, cut: null }
  const contentEnd = endOfContent(bytes, end, name)
  return { end: contentEnd, cut: { element, start: end, end: contentEnd } }
}

/** Cuts the content out of an envelope. Null when what is left is too much to be one; no more than that is looked at. */
export function cutContent(bytes: Buffer): CutFile | null {
  const cuts: Cut[] = []
  let cutBytes = 0
  for (let at = bytes.indexOf(LESS); at !== -1; ) {
    const { end, cut } = markupAt(bytes, at)
    if (cut !== null) {
      cuts.push(cut)
      cutBytes += cut.end - cut.start
    }
    if (end - cutBytes > MAXIMUM_FRAME_BYTES) return null
    at = bytes.indexOf(LESS, end)
  }
  if (bytes.length - cutBytes > MAXIMUM_FRAME_BYTES) return null
  const pieces: Buffer[] = []
  let from = 0
  for (const { start, end } of cuts) {
    pieces.push(bytes.subarray(from, start))
    from = end
  }
  return { frame: Buffer.concat([...pieces, bytes.subarray(from)]), cuts }
}

const isAtOrAfter = (one: TextPosition, other: TextPosition) =>
  one.regel > other.regel || (one.regel === other.regel && one.kolom >= other.kolom)

type Move = { readonly inFrame: TextPosition; readonly inFile: TextPosition }

function movesOf(bytes: Buffer, { frame, cuts }: CutFile): readonly Move[] {
  let removed = 0
  return cuts.map(({ start, end }) => {
    const inFrame = positionOfByte(frame, start - removed)
    removed += end - start
    return { inFrame, inFile: positionOfByte(bytes, end) }
  })
}

/**
 * Turns places in the frame into places in the file that was sent: cutting content out moved what stands behind it. The
 * content is walked over once, and only when a place is asked for.
 */
export function placesInFile(bytes: Buffer, cutFile: CutFile): (place: TextPosition) => TextPosition {
  let moves: readonly Move[] | null = null
  return (place) => {
    moves ??= movesOf(bytes, cutFile)
    const move = moves.findLast(({ inFrame }) => isAtOrAfter(place, inFrame))
    if (move === undefined) return place
    const { inFrame, inFile } = move
    if (place.regel === inFrame.regel) return { regel: inFile.regel, kolom: inFile.kolom + place.kolom - inFrame.kolom }
    return { regel: place.regel + inFile.regel - inFrame.regel, kolom: place.kolom }
  }
}
