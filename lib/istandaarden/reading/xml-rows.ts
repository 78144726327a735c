import { BsnMask } from '#/lib/istandaarden/reading/mask-xml.ts'

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

const hasPairs = (text: string) => /[\ud800-\udfff]/.test(text)

/** The first characters of a line that are a row of it; the whole line when there are no more. */
function firstRow(line: string): string {
  if (line.length <= ROW_CHARACTERS) return line
  const start = line.slice(0, 2 * ROW_CHARACTERS)
  return hasPairs(start) ? Array.from(start).slice(0, ROW_CHARACTERS).join('') : line.slice(0, ROW_CHARACTERS)
}

/** Cuts a text that comes in parts into rows; of a line without end no more is held than a part. */
class Rows {
  readonly #take: (row: XmlRow) => void
  #regel = 1
  #kolom = 1
  #held = ''
  #isAfterReturn = false

  constructor(take: (row: XmlRow) => void) {
    this.#take = take
  }

  add(part: string): void {
    if (part === '') return
    // A carriage return at the end of a part may be the first half of a line end.
    const text = this.#isAfterReturn && part.startsWith('\n') ? part.slice(1) : part
    this.#isAfterReturn = part.endsWith('\r')
    const [first = '', ...lines] = text.split(LINE_END)
    this.#held += first
    for (const line of lines) {
      this.end()
      this.#regel += 1
      this.#kolom = 1
      this.#held = line
    }
    this.#cut()
  }

  /** The end of a line, and of the file. */
  end(): void {
    this.#cut()
    this.#take({ regel: this.#regel, kolom: this.#kolom, text: this.#held })
    this.#held = ''
  }

  #cut(): void {
    for (let row = firstRow(this.#held); row.length < this.#held.length; row = firstRow(this.#held)) {
      this.#take({ regel: this.#regel, kolom: this.#kolom, text: row })
      this.#kolom += ROW_CHARACTERS
      this.#held = this.#held.slice(row.length)
    }
  }
}

/**
 * The rows of a file from a line and, within it, a column on, without any burgerservicenummer; the whole file is read, a page of
 * it is held.
 */
export async function readXmlRows(
  pieces: AsyncIterable<string>,
  from: { readonly regel: number; readonly kolom: number },
): Promise<XmlRows> {
  const rows: XmlRow[] = []
  let lineCount = 0
  let next: Omit<XmlRow, 'text'> | null = null
  const mask = new BsnMask()
  const cut = new Rows((row) => {
    const { regel, kolom } = row
    lineCount = regel
    if (next !== null || regel < from.regel) return
    if (regel === from.regel && kolom + ROW_CHARACTERS <= from.kolom) return
    if (rows.length < ROWS_SHOWN) rows.push(row)
    else next = { regel, kolom }
  })
  for await (const piece of pieces) cut.add(mask.add(piece))
  cut.add(mask.end())
  cut.end()
  return { rows, next, lineCount }
}
