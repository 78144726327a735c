import { type EnvelopeKind, GGK, ROOTS, STUF } from '#/lib/envelope/namespaces.ts'
import type { Around } from '#/lib/envelope/wrap-envelope.ts'

/** Namespace of SOAP 1.1. */
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

/** Where the web service of the chain is, on every host of it. */
export const SERVICE_PATH = '/ggk0210'

/** SOAPAction of each operation of port type OntvangAsynchroon (StUF-GGk 2.1): named after the kind of envelope. */
export const SOAP_ACTIONS = {
  Di01: `${GGK}/ggk_Di01`,
  Du01: `${GGK}/ggk_Du01`,
  Fo01: `${STUF}/Fo01`,
} as const satisfies Record<EnvelopeKind, string>

/** What stands round an envelope in a SOAP 1.1 message. */
export const SOAP_AROUND: Around = {
  before: `<?xml version="1.0" encoding="UTF-8"?>\r\n<soap:Envelope xmlns:soap="${SOAP}"><soap:Body>\r\n`,
  after: '</soap:Body></soap:Envelope>\r\n',
}

/** Root elements of the answers: received, and not received. */
export const ANSWER_ROOTS = { Bv03: 'Bv03Bericht', Fo03: 'Fo03Bericht', Fo01: ROOTS.Fo01.name } as const
