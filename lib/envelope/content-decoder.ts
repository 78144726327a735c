// Base64 as XML Schema has it (xs:base64Binary): the alphabet of RFC 4648, white space anywhere, padding at the end only.

/** The text is not base64. */
export class InvalidBase64Error extends Error {
  constructor() {
    super('the content of the envelope is not base64')
    this.name = 'InvalidBase64Error'
  }
}

/** The longest mark that a piece of text can be cut in: what may be the beginning of one waits for the next piece. */
const LONGEST_MARK = 12
const MARKS_IN_TEXT = /<!\[CDATA\[|<!--|<\?|&#x([0-9a-fA-F]{1,6});|&#([0-9]{1,7});/g
const END_OF_CDATA = /\]\]>/g

/**
 * The text of an element as an XML parser would give it, from its bytes in pieces: comments, processing instructions and
 * the marks of CDATA are left out, character references become characters. What has none of these is passed on as it is.
 */
class ElementText {
  #rest = ''
  #isCdata = false
  /** The end of what is being left out. */
  #skipTo: string | null = null

  push(piece: string): string {
    const isPlain = this.#rest === '' && !this.#isCdata && this.#skipTo === null && !/[<&]/.test(piece)
    return isPlain ? piece : this.#read(this.#rest + piece, false)
  }

  end(): string {
    const text = this.#read(this.#rest, true)
    if (this.#isCdata || this.#skipTo !== null) throw new InvalidBase64Error()
    return text
  }

  #read(text: string, isLast: boolean): string {
    let found = ''
    let at = 0
    for (;;) {
      if (this.#skipTo !== null) {
        const end = text.indexOf(this.#skipTo, at)
        if (end === -1) {
          this.#rest = isLast ? '' : text.slice(Math.max(at, text.length - this.#skipTo.length + 1))
          return found
        }
        at = end + this.#skipTo.length
        this.#skipTo = null
      }
      const marks = this.#isCdata ? END_OF_CDATA : MARKS_IN_TEXT
      marks.lastIndex = at
      const mark = marks.exec(text)
      if (mark === null) return found + this.#take(text.slice(at), isLast)
      found += text.slice(at, mark.index) + character(mark[1] ?? null, mark[2] ?? null)
      at = mark.index + mark[0].length
      this.#pass(mark[0])
    }
  }

  #pass(mark: string) {
    if (mark === '<!--') this.#skipTo = '-->'
    else if (mark === '<?') this.#skipTo = '?>'
    else if (mark === '<![CDATA[') this.#isCdata = true
    else if (mark === ']]>') this.#isCdata = false
  }

  /** Text without a whole mark in it; what may be the beginning of one is kept back. */
  #take(text: string, isLast: boolean): string {
    const tail = Math.max(0, text.length - LONGEST_MARK)
    const start = isLast ? -1 : text.slice(tail).search(/[<&\]]/)
    const at = start === -1 ? text.length : tail + start
    this.#rest = text.slice(at)
    return text.slice(0, at)
  }
}

function character(hexadecimal: string | null, decimal: string | null): string {
  if (hexadecimal === null && decimal === null) return ''
  const code = hexadecimal === null ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  return code < 0x80 ? String.fromCharCode(code) : '?'
}

/** Decodes base64 that comes in pieces of any size, strictly: what is not base64 is refused instead of passed over. */
export class ContentDecoder {
  readonly #text = new ElementText()
  #carry = ''
  #hasEnded = false

  /** The bytes of a piece, as far as they are complete. Throws InvalidBase64Error. */
  push(piece: Uint8Array): Buffer {
    return this.#decode(
      this.#text.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')),
    )
  }

  /** The bytes that were left. Throws InvalidBase64Error, also when something is missing. */
  end(): Buffer {
    const last = this.#decode(this.#text.end())
    if (this.#carry !== '') throw new InvalidBase64Error()
    return last
  }

  #decode(text: string): Buffer {
    const written = this.#carry + (/[ \t\r\n]/.test(text) ? text.replace(/[ \t\r\n]+/g, '') : text)
    const whole = written.length - (written.length % 4)
    const coded = written.slice(0, whole)
    this.#carry = written.slice(whole)
    if (coded === '') return Buffer.alloc(0)
    const bytes = Buffer.from(coded, 'base64')
    // Node reads over what is not base64. Written again it is then another text.
    if (this.#hasEnded || bytes.toString('base64') !== coded) throw new InvalidBase64Error()
    this.#hasEnded = coded.endsWith('=')
    return bytes
  }
}

/** Decodes a stream of coded text. Throws InvalidBase64Error. */
export async function* decodeContent(coded: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const decoder = new ContentDecoder()
  for await (const piece of coded) {
    const bytes = decoder.push(piece)
    if (bytes.length > 0) yield bytes
  }
  const last = decoder.end()
  if (last.length > 0) yield last
}
