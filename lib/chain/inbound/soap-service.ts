import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { type Caller, identifyCaller, softwareActor } from '#/lib/chain/inbound/caller.ts'
import { Connections } from '#/lib/chain/inbound/connections.ts'
import { REFUSALS } from '#/lib/chain/inbound/judge-envelope.ts'
import { loggedReference, recordRefusedCall } from '#/lib/chain/inbound/record-refusal.ts'
import { type ServiceFiles, secureOptions } from '#/lib/chain/inbound/service-files.ts'
import { type Intake, REJECTED, takeInEnvelope } from '#/lib/chain/inbound/take-in-envelope.ts'
import { tellFailure } from '#/lib/chain/inbound/tell-failure.ts'
import { openSoapBody, type SoapFault, SoapFaultError } from '#/lib/chain/soap/open-soap-body.ts'
import { SERVICE_PATH, SOAP_ACTIONS } from '#/lib/chain/soap/soap-names.ts'
import { type AnswerFacts, type Refusal, writeReceived, writeRefusal } from '#/lib/chain/soap/write-answer.ts'
import { wsdl } from '#/lib/chain/soap/wsdl.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { networkPrefix } from '#/lib/platform/http/client-address.ts'
import { drain } from '#/lib/platform/http/drain.ts'
import { type Chunks, chunksOf } from '#/lib/platform/http/request-chunks.ts'
import { ids } from '#/lib/platform/ids.ts'
import { log } from '#/lib/platform/log.ts'
import type { WebserviceSettings } from '#/lib/platform/settings/chain-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { ContentTooLargeError } from '#/lib/platform/storage/measure-content.ts'
import { isOfRegister, type RegisterRequest, serveQuestions } from '#/lib/wlz/software/serve-questions.ts'

/** What SOAP may add to an envelope. */
const SOAP_BYTES = 65_536
const MAXIMUM_REQUEST_BYTES = MAXIMUM_ENVELOPE_BYTES + SOAP_BYTES
/** A sender that stands still for so long has gone. */
const SILENCE_MS = 60_000
/** Longer than senders and proxies keep an idle connection. */
const KEEP_ALIVE_MS = 75_000
/** How the hub calls itself in what it says of its own accord. */
const OWN_NAME = 'IB'

const fault = (code: string, omschrijving: string, plek: Refusal['plek'] = 'client'): Refusal => ({
  kind: 'Fo03',
  code,
  omschrijving,
  plek,
})

/** Faults of the message itself; the codes are those of StUF 3.01 for what cannot be handled. */
const SOAP_FAULTS: Readonly<Record<SoapFault, string>> = {
  malformed: 'Het verzoek is geen SOAP-bericht',
  doctype: 'Een DOCTYPE is niet toegestaan',
  encoding: 'Het verzoek moet in UTF-8 staan',
  version: 'Alleen SOAP 1.1 wordt ondersteund',
  header: 'Een SOAP-header die begrepen moet worden, wordt niet ondersteund',
  no_body: 'Het SOAP-bericht heeft geen inhoud',
  operation: 'Het SOAP-bericht bevat geen envelop van StUF-GGk 2.1',
  too_long: 'Voor de envelop staat te veel',
  unfinished: 'Het SOAP-bericht is niet af, of gaat door na het einde',
}
const NOT_OF_SOAP = 'StUF001'
const OUT_OF_ORDER = fault('StUF058', 'Het verzoek kon niet worden verwerkt; verzend het later opnieuw', 'server')
const TOO_BUSY = fault('StUF058', 'De dienst is te druk; verzend het bericht later opnieuw', 'server')
const STRANGER = fault('IB002', 'Dit certificaat is hier niet bekend')
const EXPIRED = fault('IB002', 'Dit certificaat is verlopen')

function factsOf({ referentienummer, zender }: Pick<Intake, 'referentienummer' | 'zender'>): AnswerFacts {
  return {
    referentienummer: ids.referentienummer(),
    at: clock.now(),
    crossRefnummer: referentienummer,
    zender: OWN_NAME,
    ontvanger: zender,
    applicatie: settings().envelopeApplication.applicatie,
  }
}

const HANDLED = 'web service: envelope handled'

const NAMELESS = { referentienummer: null, zender: null }

function send(res: ServerResponse, status: number, body: Buffer | string, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store', ...headers })
  res.end(body)
}

function sendIntake(res: ServerResponse, intake: Intake): void {
  const facts = factsOf(intake)
  if (intake.kind === 'received') send(res, 200, writeReceived(facts))
  else if (intake.kind === 'refused') send(res, 500, writeRefusal(intake.refusal, facts))
  else send(res, 503, writeRefusal(TOO_BUSY, facts), { 'Retry-After': String(intake.retryAfterSeconds) })
}

/** The text of an error that was caught on the way in; null for a surprise. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof SoapFaultError) return fault(NOT_OF_SOAP, SOAP_FAULTS[error.fault])
  if (error instanceof ContentTooLargeError) return REFUSALS.tooLarge.error
  return null
}

/** Counts what comes in, so that nothing larger than an envelope with SOAP round it is read. */
async function* bounded(chunks: Chunks): AsyncGenerator<Buffer> {
  let size = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    size += next.value.byteLength
    if (size > MAXIMUM_REQUEST_BYTES) throw new ContentTooLargeError(MAXIMUM_REQUEST_BYTES)
    yield next.value
  }
}

/** What is wrong with a request before its body is read; null when nothing is. */
function checkRequest(req: IncomingMessage): { readonly status: number; readonly refusal: Refusal } | null {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  // application/soap+xml is SOAP 1.2, multipart/related an attachment (MTOM): neither is of this interface.
  if (type !== 'text/xml')
    return { status: 415, refusal: fault(NOT_OF_SOAP, 'Verzend het bericht als text/xml (SOAP 1.1)') }
  if (req.headers['content-encoding'] !== undefined && req.headers['content-encoding'] !== 'identity')
    return { status: 415, refusal: fault(NOT_OF_SOAP, 'Verzend het bericht zonder Content-Encoding') }
  if (Number(req.headers['content-length'] ?? 0) > MAXIMUM_REQUEST_BYTES)
    return { status: 500, refusal: REFUSALS.tooLarge.error }
  return null
}

/** The value of SOAPAction, with or without its quotes; null when it was not sent. */
const soapAction = (req: IncomingMessage): string | null => {
  const value = req.headers.soapaction
  return typeof value === 'string' ? value.trim().replace(/^"(.*)"$/, '$1') : null
}

const originOf = ({ socket }: IncomingMessage, requestId: string) => ({
  requestId,
  ipPrefix: networkPrefix(socket.remoteAddress ?? null),
})

/** SHA-256 of the caller's certificate; empty without one. */
function fingerprintOf({ socket }: IncomingMessage): string {
  const { fingerprint256 = '' } = (socket as TLSSocket).getPeerCertificate()
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

const refusedOf = (req: IncomingMessage, requestId: string) => ({
  fingerprint: fingerprintOf(req),
  origin: originOf(req, requestId),
})

async function takeIn(
  req: IncomingMessage,
  chunks: Chunks,
  caller: Caller,
  requestId: string,
  signal: AbortSignal,
): Promise<Intake> {
  const opened = await openSoapBody(bounded(chunks))
  const action = soapAction(req)
  // An empty SOAPAction says that the body tells what is meant (SOAP 1.1 chapter 6.1.1).
  if (action !== null && action !== '' && action !== SOAP_ACTIONS[opened.kind]) {
    await opened.envelope.return(undefined)
    return { ...NAMELESS, kind: 'refused', refusal: fault(NOT_OF_SOAP, 'De SOAPAction hoort niet bij deze envelop') }
  }
  const { ipPrefix } = originOf(req, requestId)
  return takeInEnvelope({ caller, requestId, ipPrefix, envelope: opened.envelope }, signal)
}

async function post(req: IncomingMessage, res: ServerResponse, caller: Caller, gone: AbortController): Promise<void> {
  const partyName = nameOf(caller)
  const requestId = ids.rowId()
  const chunks = chunksOf(req)
  const early = checkRequest(req)
  if (early) {
    send(res, early.status, writeRefusal(early.refusal, factsOf(NAMELESS)))
    return drain(chunks, gone.signal)
  }
  try {
    const intake = await takeIn(req, chunks, caller, requestId, gone.signal)
    const referentienummer = loggedReference(intake.referentienummer)
    const code = intake.kind === 'refused' ? intake.refusal.code : null
    log().info({ requestId, caller: partyName, outcome: intake.kind, refusal: code, referentienummer }, HANDLED)
    // A bericht that was rejected is kept, with a row of its own.
    if (code !== null && code !== REJECTED)
      await recordRefusedCall({ ...refusedOf(req, requestId), code, referentienummer })
    sendIntake(res, intake)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) tellFailure(error, gone.signal.aborted, { requestId, caller: partyName })
    if (gone.signal.aborted) return
    const found = refusal ?? OUT_OF_ORDER
    if (!res.headersSent) send(res, 500, writeRefusal(found, factsOf(NAMELESS)))
  }
  // Whoever is still sending must be able to read the answer.
  await drain(chunks, gone.signal)
}

const nameOf = (caller: Caller) => (caller.kind === 'chain' ? caller.party : caller.gemeenteCode)

/** Ends what is done for a sender that has gone. */
function whenGone(res: ServerResponse): AbortController {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return gone
}

/** Who calls, by the certificate that TLS has found to be sound. */
async function callerOf(req: IncomingMessage, partiesFile: string, requestId: string): Promise<Caller | null> {
  const fingerprint = fingerprintOf(req)
  const caller = fingerprint === '' ? null : await identifyCaller(partiesFile, fingerprint)
  if (caller === null) {
    log().warn({ fingerprint, requestId }, 'web service: a certificate that nobody registered')
    await recordRefusedCall({ ...refusedOf(req, requestId), code: STRANGER.code, referentienummer: null })
  }
  return caller
}

/** A question to the Wlz-register, which is no matter of SOAP. */
function serveRegister(
  req: IncomingMessage,
  res: ServerResponse,
  about: Pick<RegisterRequest, 'path' | 'requestId' | 'identify'>,
): Promise<void> {
  return serveQuestions({ req, res, ...about, signal: whenGone(res).signal })
}

/** The software that asks the register, by its certificate; null when it is that of no gemeente. */
async function askingSoftware(req: IncomingMessage, partiesFile: string, requestId: string) {
  const caller = await callerOf(req, partiesFile, requestId)
  return caller?.kind === 'gemeente' ? softwareActor(caller, originOf(req, requestId)) : null
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  { partiesFile, url }: WebserviceSettings,
): Promise<void> {
  const [path = '', query = ''] = (req.url ?? '').split('?')
  const requestId = ids.rowId()
  if (isOfRegister(path))
    return serveRegister(req, res, { path, requestId, identify: () => askingSoftware(req, partiesFile, requestId) })
  const gone = whenGone(res)
  if (path !== SERVICE_PATH && path !== url.pathname) return send(res, 404, '')
  const caller = await callerOf(req, partiesFile, requestId)
  if (caller === null) {
    send(res, 403, writeRefusal(STRANGER, factsOf(NAMELESS)))
    return drain(chunksOf(req), gone.signal)
  }
  if (req.method === 'GET' && query.toLowerCase() === 'wsdl') return send(res, 200, wsdl(url))
  if (req.method === 'POST') return post(req, res, caller, gone)
  send(res, 405, '', { Allow: 'GET, POST' })
  return drain(chunksOf(req), gone.signal)
}

/** Whether the certificate of the caller has ended since it was looked at: a kept connection and a resumed session outlive it. */
function hasExpired({ socket }: IncomingMessage): boolean {
  const certificate = (socket as TLSSocket).getPeerX509Certificate()
  return certificate !== undefined && certificate.validToDate <= clock.now()
}

async function answer(req: IncomingMessage, res: ServerResponse, about: WebserviceSettings): Promise<void> {
  if (!hasExpired(req)) return serve(req, res, about)
  res.shouldKeepAlive = false
  const requestId = ids.rowId()
  await recordRefusedCall({ ...refusedOf(req, requestId), code: EXPIRED.code, referentienummer: null })
  const [path = ''] = (req.url ?? '').split('?')
  if (isOfRegister(path)) return serveRegister(req, res, { path, requestId, identify: async () => null })
  send(res, 403, writeRefusal(EXPIRED, factsOf(NAMELESS)))
  return drain(chunksOf(req), whenGone(res).signal)
}

/** The web service, and the connections to it. */
export type SoapService = { readonly server: Server; readonly connections: Connections }

/**
 * The web service for chain and software of gemeenten. TLS asks for a client certificate of one of the authorities, refuses at the
 * handshake what is expired, revoked or of somebody else, and everything before TLS 1.2.
 */
export function makeSoapService(about: WebserviceSettings, files: ServiceFiles): SoapService {
  const server = createServer(
    {
      ...secureOptions(files),
      requestCert: true,
      rejectUnauthorized: true,
      handshakeTimeout: 10_000,
      headersTimeout: 20_000,
      requestTimeout: 5 * SILENCE_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 16_384,
    },
    (req, res) => {
      if (!connections.admit(req, res)) return
      answer(req, res, about).catch((error: unknown) => {
        log().error({ err: error }, 'web service: request failed')
        if (!res.headersSent) send(res, 500, writeRefusal(OUT_OF_ORDER, factsOf(NAMELESS)))
        else res.destroy()
      })
    },
  )
  const connections = new Connections(server)
  server.timeout = SILENCE_MS
  return { server, connections }
}
