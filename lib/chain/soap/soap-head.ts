import type { SoapFault } from '#/lib/chain/soap/open-soap-body.ts'
import { SOAP } from '#/lib/chain/soap/soap-names.ts'

// The beginning of a SOAP message as text with a character per byte, so that places in it are places in the bytes.

type Names = { readonly body: string; readonly envelope: string }
type Root = {
  readonly name: string
  readonly namespace: string
  /** Its start tag, with the namespaces that were declared around it. */
  readonly startTag: string
  /** Where its own start tag ends. */
  readonly end: number
}

/** What the beginning of a message says; `more`: it is too short to know. */
export type Head =
  | { readonly kind: 'more' }
  | { readonly kind: 'fault'; readonly fault: SoapFault }
  | { readonly kind: 'found'; readonly names: Names; readonly root: Root }

type Tag = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly isEmpty: boolean
  readonly start: number
  readonly end: number
}

class More extends Error {}
class Fault extends Error {
  readonly fault: SoapFault
  constructor(fault: SoapFault) {
    super(fault)
    this.fault = fault
  }
}

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*("[^"<]*"|'[^'<]*')/y
const NAME = /<([^\s<>/!?="'&]+)/y
const TAG_END = /\s*(\/?)>/y

/** The start tag at a place. Throws More when it is not whole. */
function tagAt(text: string, start: number): Tag {
  NAME.lastIndex = start
  const name = NAME.exec(text)?.[1]
  if (name === undefined) throw text.length - start < 2 ? new More() : new Fault('malformed')
  const attributes = new Map<string, string>()
  let at = start + 1 + name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const [all, key, value] = ATTRIBUTE.exec(text) ?? []
    if (all === undefined || key === undefined || value === undefined) break
    if (attributes.has(key)) throw new Fault('malformed')
    attributes.set(key, value)
    at += all.length
  }
  TAG_END.lastIndex = at
  const end = TAG_END.exec(text)
  if (end) return { name, attributes, isEmpty: end[1] === '/', start, end: at + end[0].length }
  // Without a `>` the rest of the tag is still to come.
  throw text.includes('>', at) ? new Fault('malformed') : new More()
}

/** Where the next markup that counts begins: behind blanks, comments and processing instructions. */
function nextTag(text: string, from: number): number {
  let at = from
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    if (text.length - at < 9) throw new More()
    if (text[at] !== '<') throw new Fault('malformed')
    if (text.startsWith('<!DOCTYPE', at)) throw new Fault('doctype')
    const skipped = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null
    if (skipped === null) return at
    const end = text.indexOf(skipped, at + 4)
    if (end === -1) throw new More()
    at = end + skipped.length
  }
}

const unquoted = (value: string | undefined) => value?.slice(1, -1)

type Scope = ReadonlyMap<string, string>

/** The namespaces in force inside a tag: `xmlns` and `xmlns:prefix` with their quoted values. */
const inside = (scope: Scope, { attributes }: Tag): Scope =>
  new Map([...scope, ...[...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))])

function expanded(tag: Tag, scope: Scope): { readonly name: string; readonly namespace: string } {
  const colon = tag.name.indexOf(':')
  const declared = unquoted(inside(scope, tag).get(colon === -1 ? 'xmlns' : `xmlns:${tag.name.slice(0, colon)}`))
  if (colon !== -1 && declared === undefined) throw new Fault('malformed')
  return { name: tag.name.slice(colon + 1), namespace: declared ?? '' }
}

const BOM = '\u00ef\u00bb\u00bf'

/** Behind the XML declaration, which must not speak of another encoding than UTF-8. */
function behindDeclaration(text: string): number {
  const start = text.startsWith(BOM) ? BOM.length : 0
  if (/^\u00fe\u00ff|^\u00ff\u00fe|^\0/.test(text)) throw new Fault('encoding')
  if (!text.startsWith('<?xml', start)) return start
  const end = text.indexOf('?>', start)
  if (end === -1) throw new More()
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(start, end))?.[1]
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw new Fault('encoding')
  return end + 2
}

/** Behind the Header, of which nothing is read; what it says that we must understand, we do not. */
function behindHeader(text: string, header: Tag): number {
  if (header.isEmpty) return header.end
  const mark = `</${header.name}`
  const at = text.indexOf(mark, header.end)
  if (at === -1) throw new More()
  if (/mustUnderstand\s*=\s*["']\s*(?:1|true)/.test(text.slice(header.end, at))) throw new Fault('header')
  const end = text.indexOf('>', at)
  if (end === -1) throw new More()
  return end + 1
}

function read(text: string): Head {
  const none: Scope = new Map()
  const envelope = tagAt(text, nextTag(text, behindDeclaration(text)))
  const outer = expanded(envelope, none)
  if (outer.name !== 'Envelope') throw new Fault('malformed')
  if (outer.namespace !== SOAP) throw new Fault('version')
  const inEnvelope = inside(none, envelope)
  let tag = tagAt(text, nextTag(text, envelope.end))
  if (expanded(tag, inEnvelope).name === 'Header' && expanded(tag, inEnvelope).namespace === SOAP)
    tag = tagAt(text, nextTag(text, behindHeader(text, tag)))
  const body = expanded(tag, inEnvelope)
  if (body.name !== 'Body' || body.namespace !== SOAP || tag.isEmpty) throw new Fault('no_body')
  const inBody = inside(inEnvelope, tag)
  const first = nextTag(text, tag.end)
  if (text.startsWith('</', first)) throw new Fault('no_body')
  const root = tagAt(text, first)
  // SOAP's own stays behind: nothing of the envelope is in it.
  const wanting = [...inBody]
    .filter(([key, value]) => !root.attributes.has(key) && unquoted(value) !== SOAP)
    .map(([key, value]) => ` ${key}=${value}`)
  const opening = `<${root.name}`
  const startTag = opening + wanting.join('') + text.slice(root.start + opening.length, root.end)
  const names = { body: tag.name, envelope: envelope.name }
  return { kind: 'found', names, root: { ...expanded(root, inBody), startTag, end: root.end } }
}

/** Reads the beginning of a SOAP 1.1 message up to and including the start tag of what is in its Body. */
export function readHead(text: string): Head {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof More) return { kind: 'more' }
    if (error instanceof Fault) return { kind: 'fault', fault: error.fault }
    throw error
  }
}
