import { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import type { ElementPlan } from '#/lib/istandaarden/rules/element-plan.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

// Reads a bericht once, from front to back. libxml2 has found it well-formed, without DOCTYPE, and its schema has accepted
// it: names, order and namespaces need no second look, and that makes reading a matter of finding the next `<`.

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20]
const [BANG, DOUBLE_QUOTE, SINGLE_QUOTE, SLASH, COLON, GREATER, QUESTION] = [0x21, 0x22, 0x27, 0x2f, 0x3a, 0x3e, 0x3f]

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

function resolved(reference: string): string {
  if (reference.startsWith('#x')) return String.fromCodePoint(Number.parseInt(reference.slice(2), 16))
  if (reference.startsWith('#')) return String.fromCodePoint(Number(reference.slice(1)))
  return PREDEFINED[reference] ?? ''
}

// A parser hands on every line end as one LF, and only then resolves references: &#13; stays what it says.
const withoutCr = (raw: string) => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)
const decoded = (raw: string) => {
  const text = withoutCr(raw)
  if (!text.includes('&')) return text
  return text.replace(/&([^;]+);/g, (_, reference: string) => resolved(reference))
}

// NaN stands behind the end of the text.
const endsName = (unit: number) =>
  unit === GREATER ||
  unit === SLASH ||
  unit === SPACE ||
  unit === LF ||
  unit === CR ||
  unit === TAB ||
  Number.isNaN(unit)

class Scan {
  readonly #text: string
  readonly #root: ElementPlan
  readonly #ended: (element: BerichtElement) => void
  #open: BerichtElement | null = null
  /** Where the text that belongs to the open element goes on. */
  #textStart = 0
  /** What the open element held before a comment or a CDATA section. */
  #earlier = ''

  constructor(text: string, root: ElementPlan, ended: (element: BerichtElement) => void) {
    this.#text = text
    this.#root = root
    this.#ended = ended
  }

  run() {
    let at = this.#text.indexOf('<')
    while (at !== -1) at = this.#text.indexOf('<', this.#markup(at))
  }

  /** Reads what starts at `at`; answers where it ends. */
  #markup(at: number): number {
    const unit = this.#text.charCodeAt(at + 1)
    if (unit === SLASH) return this.#endTag(at)
    if (unit === QUESTION) return this.#aside(at, '?>')
    if (unit !== BANG) return this.#startTag(at)
    return this.#text.startsWith('<![CDATA[', at) ? this.#aside(at, ']]>') : this.#aside(at, '-->')
  }

  /** A comment, a processing instruction, or a CDATA section: the last is text of the element, and the others are not. */
  #aside(at: number, closing: '-->' | '?>' | ']]>'): number {
    // Behind its opening, so that `<!-->` does not end in itself.
    const end = this.#text.indexOf(closing, at + (closing === '?>' ? 2 : 4))
    if (end === -1) throw new InvariantError('a bericht that is well-formed closes what it opens')
    this.#earlier += decoded(this.#text.slice(this.#textStart, at))
    if (closing === ']]>') this.#earlier += withoutCr(this.#text.slice(at + '<![CDATA['.length, end))
    this.#textStart = end + closing.length
    return this.#textStart
  }

  #startTag(at: number): number {
    const text = this.#text
    let start = at + 1
    let end = start
    let unit = text.charCodeAt(end)
    while (!endsName(unit)) {
      if (unit === COLON) start = end + 1
      unit = text.charCodeAt(++end)
    }
    const plan = this.#planOf(text.slice(start, end))
    while (unit !== GREATER) {
      // A value in quotes may hold a `>` of its own.
      if (unit === DOUBLE_QUOTE) end = text.indexOf('"', end + 1)
      else if (unit === SINGLE_QUOTE) end = text.indexOf("'", end + 1)
      unit = text.charCodeAt(++end)
      if (Number.isNaN(unit)) throw new InvariantError('a bericht that is well-formed closes its tags')
    }
    this.#open = new BerichtElement(plan, this.#open, at)
    this.#textStart = end + 1
    this.#earlier = ''
    if (text.charCodeAt(end - 1) === SLASH) this.#close('')
    return end + 1
  }

  #planOf(name: string): ElementPlan {
    const plan = this.#open === null ? this.#root : this.#open.plan.children.get(name)
    if (plan === undefined) throw new InvariantError('a bericht that its schema accepts has no unknown elements')
    return plan
  }

  #endTag(at: number): number {
    // Text between elements is white space and of no use.
    const hasValue = this.#open !== null && this.#open.plan.base !== null
    this.#close(hasValue ? this.#earlier + decoded(this.#text.slice(this.#textStart, at)) : '')
    this.#textStart = at + 2
    this.#earlier = ''
    return this.#textStart
  }

  #close(value: string) {
    const element = this.#open
    if (element === null) throw new InvariantError('a bericht that is well-formed closes only what is open')
    element.value = value
    this.#ended(element)
    element.end()
    this.#open = element.parent
  }
}

/** Hands over every element when it ends, children before their parent. The text must be a bericht that its schema accepts. */
export function scanBericht(text: string, root: ElementPlan, ended: (element: BerichtElement) => void): void {
  new Scan(text, root, ended).run()
}
