import { ANSWER_ROOTS, SOAP_AROUND } from '#/lib/chain/soap/soap-names.ts'
import { STUF } from '#/lib/envelope/namespaces.ts'
import { stufMoment } from '#/lib/envelope/stuf-moment.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** What every answer says about itself. */
export type AnswerFacts = {
  readonly referentienummer: string
  readonly at: Date
  /** Of the envelope that it answers; null when that could not be read. */
  readonly crossRefnummer: string | null
  /** Who is answered, and who answers, as on the envelope; null when that could not be read. */
  readonly zender: string
  readonly ontvanger: string | null
  /** How the answering system calls itself. */
  readonly applicatie: string
}

/**
 * Why nothing was taken in. `Fo03`: the envelope could not be handled, and may be sent again. `Fo01`: it never will be, as it is
 * (docs/decisions/021).
 */
export type Refusal = {
  readonly kind: 'Fo01' | 'Fo03'
  readonly code: string
  readonly omschrijving: string
  /** Whose fault it is: `client` of the sender, `server` of this side. */
  readonly plek: 'client' | 'server'
}

const element = (name: string, value: string) => `<StUF:${name}>${escapeXml(value)}</StUF:${name}>`

function control(berichtcode: string, facts: AnswerFacts): string {
  const { zender, ontvanger, applicatie, referentienummer, crossRefnummer, at } = facts
  return [
    '<StUF:stuurgegevens>',
    element('berichtcode', berichtcode),
    `<StUF:zender>${element('organisatie', zender)}${element('applicatie', applicatie)}</StUF:zender>`,
    ontvanger === null ? '' : `<StUF:ontvanger>${element('organisatie', ontvanger)}</StUF:ontvanger>`,
    element('referentienummer', referentienummer),
    element('tijdstipBericht', stufMoment(at)),
    crossRefnummer === null ? '' : element('crossRefnummer', crossRefnummer),
    '</StUF:stuurgegevens>',
  ].join('')
}

const inSoap = (text: string) => Buffer.from(`${SOAP_AROUND.before}${text}\r\n${SOAP_AROUND.after}`)

/** The answer that an envelope has been received and is kept (Bv03). */
export const writeReceived = (facts: AnswerFacts): Buffer =>
  inSoap(`<StUF:${ANSWER_ROOTS.Bv03} xmlns:StUF="${STUF}">${control('Bv03', facts)}</StUF:${ANSWER_ROOTS.Bv03}>`)

/** The answer that an envelope was not taken in: a SOAP fault that says why (Fo03 or Fo01). */
export function writeRefusal({ kind, code, omschrijving, plek }: Refusal, facts: AnswerFacts): Buffer {
  const root = ANSWER_ROOTS[kind]
  const body = [element('code', code), element('plek', plek), element('omschrijving', omschrijving.slice(0, 200))]
  return inSoap(
    [
      '<soap:Fault>',
      `<faultcode>soap:${plek === 'client' ? 'Client' : 'Server'}</faultcode>`,
      `<faultstring>${escapeXml(`${code}: ${omschrijving}`)}</faultstring>`,
      `<detail><StUF:${root} xmlns:StUF="${STUF}">${control(kind, facts)}`,
      `<StUF:body>${body.join('')}</StUF:body></StUF:${root}></detail>`,
      '</soap:Fault>',
    ].join(''),
  )
}
