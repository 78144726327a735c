import { withMaskedBsns } from '#/lib/istandaarden/bsn.ts'
import { NotWellFormedError } from '#/lib/istandaarden/reading/read-clients.ts'

const MARKUP: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<', '>'],
]
/** A longer piece is handed on in parts: memory does not grow with the file. */
const LONGEST = 65_536
const BSN_TAG = /^<(\/?)(?:[^\s<>/:]+:)?bsn(?=[\s/>]|$)/i
const OTHER_TAG = /^<[^!]/
/** The whole value of another element: a number of the standard, which may pass the 11-proof by chance. */
const IS_NUMBER = /^\s*[0-9]{9}\s*$/
// Signs that nobody sees, or that turn the direction of reading round: a text could look like another one.
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu

const dots = (text: string) => `${'•'.repeat(text.length - 3)}${text.slice(-3)}`

/** As long as it was, so that columns stay what they are; the last three signs of a whole number are shown. */
const hidden = (value: string): string =>
  value.replace(/[^\s<>]+/g, (word) => (/^[0-9]{9,}$/.test(word) ? dots(word) : '•'.repeat(word.length)))

/** Where the piece of markup or text that starts at `at` ends; -1 when that is not known yet. */
function endOf(text: string, at: number): number {
  if (text.charAt(at) !== '<') return text.indexOf('<', at)
  // Most markup is a tag, and there are hundreds of thousands of them.
  const isTag = text.charAt(at + 1) !== '!'
  const [start, end] = (isTag ? undefined : MARKUP.find(([begin]) => text.startsWith(begin, at))) ?? ['<', '>']
  const found = text.indexOf(end, at + start.length)
  return found < 0 ? -1 : found + end.length
}

/** A cut inside a number would hide that it is one. */
function cutOf(text: string, at: number): number {
  let cut = at + LONGEST
  while (cut > at + LONGEST - 100 && /[0-9\ud800-\udbff]/.test(text.charAt(cut - 1))) cut -= 1
  return cut
}

/**
 * Masks every burgerservicenummer in a file that comes in parts: all that stands in an element Bsn, comments and CDATA too, and
 * elsewhere (remarks, comments, attributes) nine digits that pass the 11-proof. By the form of the text, so that it holds in a
 * file that is no XML. What comes out is as long as what goes in.
 */
export class BsnMask {
  #rest = ''
  #isInside = false
  #isAfterTag = false

  /** What is known of the file up to here and was not handed on yet. Throws NotWellFormedError for what is no text, such as UTF-16. */
  add(part: string): string {
    if (part.includes('\0')) throw new NotWellFormedError('no text')
    const text = this.#rest + part.replace(UNSEEN, '\ufffd')
    let masked = ''
    let at = 0
    for (;;) {
      const end = endOf(text, at)
      if (end < 0 && text.length - at <= LONGEST) break
      const isWhole = end >= 0 && end - at <= LONGEST
      const until = isWhole ? end : cutOf(text, at)
      masked += this.#mask(text.slice(at, until), isWhole)
      at = until
    }
    this.#rest = text.slice(at)
    return masked
  }

  /** The rest of the file. */
  end(): string {
    return this.#mask(this.#rest, false)
  }

  #mask(text: string, isWhole: boolean): string {
    const isTag = OTHER_TAG.test(text)
    const tag = isTag ? BSN_TAG.exec(text) : null
    if (tag) this.#isInside = tag[1] === '' && !text.endsWith('/>')
    const isValue = isWhole && this.#isAfterTag && IS_NUMBER.test(text)
    this.#isAfterTag = isTag && isWhole
    if (this.#isInside && !isTag) return hidden(text)
    return isValue ? text : withMaskedBsns(text, dots)
  }
}
