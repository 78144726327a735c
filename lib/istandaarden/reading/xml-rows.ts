/** A piece of a line of a file as it is shown; a long line takes several. Line and column count from 1, in characters. */
export type XmlRow = { readonly regel: number; readonly kolom: number; readonly text: string }

/** A part of the lines of a file; `next` is where the first row stands that is not shown, null at the end. */
export type XmlRows = {
  readonly rows: readonly XmlRow[]
  readonly next: Omit<XmlRow, 'text'> | null
  readonly lineCount: number
}

/** More than a person reads in one line: a file without line ends would be one. */
export const ROW_CHARACTERS = 1_000
/** Rows on one page. */
export const ROWS_SHOWN = 200

const LINE_END = /\r\n|\r|\n/

/** As long as it was, so that columns stay what they are; the last three digits of a whole number are shown. */
const hidden = (value: string): string =>
  value.replace(/\S+/g, (word) =>
    word.length >= 9 ? '•'.repeat(word.length - 3) + word.slice(-3) : '•'.repeat(word.length),
  )

/**
 * Masks burgerservicenummers in the lines of a file, one after the other: what stands between a start tag Bsn and the next tag.
 * By the form of the text, so that it holds in a file that is no XML too; a tag or its value may go over several lines.
 */
class BsnMask {
  #inside: 'text' | 'tag' | 'value' = 'text'

  mask(line: string): string {
    let masked = ''
    let rest = line
    while (rest !== '') {
      if (this.#inside === 'value') {
        const end = rest.indexOf('<')
        const value = end === -1 ? rest : rest.slice(0, end)
        masked += hidden(value)
        rest = end === -1 ? '' : rest.slice(end)
        if (end !== -1) this.#inside = 'text'
      } else if (this.#inside === 'tag') {
        const end = rest.indexOf('>')
        masked += end === -1 ? rest : rest.slice(0, end + 1)
        rest = end === -1 ? '' : rest.slice(end + 1)
        if (end !== -1) this.#inside = masked.endsWith('/>') ? 'text' : 'value'
      } else {
        const start = /<(?:[^\s<>/]*:)?bsn(?=[\s>/]|$)/i.exec(rest)
        const end = start ? start.index + start[0].length : rest.length
        masked += rest.slice(0, end)
        rest = rest.slice(end)
        if (start) this.#inside = 'tag'
      }
    }
    return masked
  }
}

/** Lines of a text that comes in pieces, without their ends. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    // A carriage return at the end may be the first half of a line end.
    const held = rest + piece
    const isOpen = held.endsWith('\r')
    const lines = (isOpen ? held.slice(0, -1) : held).split(LINE_END)
    rest = (lines.pop() ?? '') + (isOpen ? '\r' : '')
    yield* lines
  }
  const last = rest.endsWith('\r') ? [rest.slice(0, -1), ''] : [rest]
  yield* last
}

function* rowsOf(regel: number, text: string): Generator<XmlRow> {
  const characters = Array.from(text)
  if (characters.length <= ROW_CHARACTERS) {
    yield { regel, kolom: 1, text }
    return
  }
  for (let at = 0; at < characters.length; at += ROW_CHARACTERS)
    yield { regel, kolom: at + 1, text: characters.slice(at, at + ROW_CHARACTERS).join('') }
}

/**
 * The rows of a file from a line and, within it, a column on, without any burgerservicenummer; the whole file is read, a page of
 * it is held.
 */
export async function readXmlRows(
  pieces: AsyncIterable<string>,
  from: { readonly regel: number; readonly kolom: number },
): Promise<XmlRows> {
  const mask = new BsnMask()
  const rows: XmlRow[] = []
  let regel = 0
  let next: XmlRow | null = null
  for await (const line of linesOf(pieces)) {
    regel += 1
    const masked = mask.mask(line)
    if (regel < from.regel || next !== null) continue
    for (const row of rowsOf(regel, masked)) {
      if (regel === from.regel && row.kolom + ROW_CHARACTERS <= from.kolom) continue
      if (rows.length < ROWS_SHOWN) rows.push(row)
      else {
        next = row
        break
      }
    }
  }
  return { rows, next: next && { regel: next.regel, kolom: next.kolom }, lineCount: regel }
}
