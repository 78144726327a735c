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

class NoAnswerError extends Error {}

type Read = { readonly path: string[]; readonly texts: Map<string, string> }

/** Element names by namespace in short: `soap:Body/StUF:Bv03Bericht`. Whatever else stands there has no name here. */
function nameOf({ uri, local }: SaxesTagNS): string {
  if (uri === SOAP) return `soap:${local}`
  if (uri === STUF) return `StUF:${local}`
  return uri === '' ? local : '?'
}

function readTexts(text: string): Read['texts'] {
  const { path, texts }: Read = { path: [], texts: new Map() }
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  parser.on('doctype', () => {
    throw new NoAnswerError('doctype')
  })
  parser.on('error', (error) => {
    throw new NoAnswerError(error.message)
  })
  parser.on('opentag', (tag) => {
    path.push(nameOf(tag))
    const at = path.join('/')
    if (!texts.has(at)) texts.set(at, '')
  })
  const take = (piece: string) => {
    const at = path.join('/')
    if (at !== '') texts.set(at, (texts.get(at) ?? '') + piece)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => path.pop())
  parser.write(text).close()
  return texts
}

const BODY = 'soap:Envelope/soap:Body'

/**
 * Reads the answer to an envelope that was sent; null when it is none: no XML, no SOAP 1.1, with a DOCTYPE, or neither Bv03 nor
 * fault. `text` is at most LONGEST_ANSWER_BYTES long.
 */
export function readAnswer(text: string): SoapAnswer | null {
  let texts: Read['texts']
  try {
    texts = readTexts(text)
  } catch (error) {
    if (error instanceof NoAnswerError) return null
    throw error
  }
  const value = (path: string) => texts.get(`${BODY}/${path}`)?.trim() || null
  const has = (path: string) => texts.has(`${BODY}/${path}`)
  const fault = `soap:Fault`
  if (has(fault)) {
    const roots = [ANSWER_ROOTS.Fo03, ANSWER_ROOTS.Fo01].map((root) => `${fault}/detail/StUF:${root}/StUF:body`)
    const body = roots.find(has)
    return {
      kind: 'refused',
      isFinal: body?.includes(`StUF:${ANSWER_ROOTS.Fo01}/`) ?? false,
      code: (body && value(`${body}/StUF:code`)) ?? value(`${fault}/faultcode`) ?? '',
      omschrijving: (body && value(`${body}/StUF:omschrijving`)) ?? value(`${fault}/faultstring`) ?? '',
    }
  }
  const received = `StUF:${ANSWER_ROOTS.Bv03}`
  if (!has(received)) return null
  return { kind: 'received', crossRefnummer: value(`${received}/StUF:stuurgegevens/StUF:crossRefnummer`) }
}
