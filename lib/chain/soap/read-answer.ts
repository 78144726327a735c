import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ANSWER_ROOTS, SOAP } from '#/lib/chain/soap/soap-names.ts'
import { STUF } from '#/lib/envelope/namespaces.ts'

/**
 * What the other side said. `received`: it has the envelope with this referentienummer for good. `refused`: a Fo03 or Fo01 in a
 * fault, or a fault without one, whose code is that of SOAP; `isFinal`: a Fo01, which the same envelope will always get.
 */
export type SoapAnswer =
  | { readonly kind: 'received'; readonly crossRefnummer: string | null }
  | { readonly kind: 'refused'; readonly isFinal: boolean; readonly code: string; readonly omschrijving: string }

/** More is no answer of a web service. */
export const LONGEST_ANSWER_BYTES = 65_536

/**
 * A message in the details of a fault, SOAP and all, is thirteen elements deep. Whatever goes deeper is no answer: every level costs what
 * all levels around it cost.
 */
const DEEPEST_ELEMENT = 16

class NoAnswerError extends Error {}

/** Element names by namespace in short: `soap:Body/StUF:Bv03Bericht`. Whatever else stands there has no name here. */
function nameOf({ uri, local }: SaxesTagNS): string {
  if (uri === SOAP) return `soap:${local}`
  if (uri === STUF) return `StUF:${local}`
  return uri === '' ? local : '?'
}

const BODY = 'soap:Envelope/soap:Body'
const FAULT = `${BODY}/soap:Fault`
const FAULT_BODIES = [ANSWER_ROOTS.Fo03, ANSWER_ROOTS.Fo01].map((root) => `${FAULT}/detail/StUF:${root}/StUF:body`)
const RECEIVED = `${BODY}/StUF:${ANSWER_ROOTS.Bv03}`
const CROSS_REFERENCE = `${RECEIVED}/StUF:stuurgegevens/StUF:crossRefnummer`

/** The elements that an answer is known by; of everything else nothing is kept. */
const KEPT: ReadonlySet<string> = new Set([
  FAULT,
  `${FAULT}/faultcode`,
  `${FAULT}/faultstring`,
  ...FAULT_BODIES.flatMap((body) => [body, `${body}/StUF:code`, `${body}/StUF:omschrijving`]),
  RECEIVED,
  CROSS_REFERENCE,
])

/** The texts of the elements that are kept, by their path. Throws NoAnswerError. */
function readTexts(text: string): ReadonlyMap<string, string> {
  const path: string[] = []
  const texts = new Map<string, string>()
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  parser.on('doctype', () => {
    throw new NoAnswerError('doctype')
  })
  parser.on('error', (error) => {
    throw new NoAnswerError(error.message)
  })
  parser.on('opentag', (tag) => {
    if (path.length === DEEPEST_ELEMENT) throw new NoAnswerError('too deep')
    path.push(nameOf(tag))
    const at = path.join('/')
    if (KEPT.has(at) && !texts.has(at)) texts.set(at, '')
  })
  const take = (piece: string) => {
    const at = path.join('/')
    const before = texts.get(at)
    if (before !== undefined) texts.set(at, before + piece)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => path.pop())
  parser.write(text).close()
  return texts
}

/**
 * Reads the answer to an envelope that was sent; null when it is none: no XML, no SOAP 1.1, with a DOCTYPE, neither Bv03 nor
 * fault, or nested as no message is. `text` is at most LONGEST_ANSWER_BYTES long.
 */
export function readAnswer(text: string): SoapAnswer | null {
  let texts: ReadonlyMap<string, string>
  try {
    texts = readTexts(text)
  } catch (error) {
    if (error instanceof NoAnswerError) return null
    throw error
  }
  const value = (path: string) => texts.get(path)?.trim() || null
  if (texts.has(FAULT)) {
    const body = FAULT_BODIES.find((one) => texts.has(one))
    return {
      kind: 'refused',
      isFinal: body?.includes(`StUF:${ANSWER_ROOTS.Fo01}/`) ?? false,
      code: (body && value(`${body}/StUF:code`)) ?? value(`${FAULT}/faultcode`) ?? '',
      omschrijving: (body && value(`${body}/StUF:omschrijving`)) ?? value(`${FAULT}/faultstring`) ?? '',
    }
  }
  return texts.has(RECEIVED) ? { kind: 'received', crossRefnummer: value(CROSS_REFERENCE) } : null
}
