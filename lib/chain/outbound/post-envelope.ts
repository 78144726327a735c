import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Failure, FailureKind } from '#/lib/chain/outbound/failure.ts'
import { LONGEST_ANSWER_BYTES, readAnswer } from '#/lib/chain/soap/read-answer.ts'
import { SOAP_ACTIONS } from '#/lib/chain/soap/soap-names.ts'
import { OLDEST_TLS, type TlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import type { EnvelopeKind } from '#/lib/envelope/namespaces.ts'
import { isAllowedAddress, PRIVATE_ADDRESS, PrivateAddressError } from '#/lib/settings/endpoint-address.ts'

/** Where an envelope goes and as whom. */
export type Endpoint = {
  readonly url: URL
  readonly identity: TlsIdentity
  readonly timeoutSeconds: number
  /** How names are looked up, when not every address will do. */
  readonly lookup?: LookupFunction
}

/** A SOAP message with an envelope in it. */
export type SoapMessage = {
  readonly kind: EnvelopeKind
  readonly referentienummer: string
  readonly sizeBytes: number
  readonly body: AsyncIterable<Uint8Array>
}

export type PostOutcome = { readonly kind: 'received' } | { readonly kind: 'failed'; readonly failure: Failure }

const MOST_CONNECTIONS = 64
const agents = new Map<TlsIdentity, Agent>()

function agentOf(identity: TlsIdentity): Agent {
  const known = agents.get(identity)
  if (known) return known
  const agent = new Agent({
    ...identity,
    minVersion: OLDEST_TLS,
    keepAlive: true,
    maxSockets: MOST_CONNECTIONS,
    rejectUnauthorized: true,
  })
  agents.set(identity, agent)
  return agent
}

/** Ends the connections that are kept for the next envelope. */
export function closeChainConnections(): void {
  for (const agent of agents.values()) agent.destroy()
  agents.clear()
}

const ErrorWithCode = z.object({ code: z.string() })

class LongAnswerError extends Error {}

async function readText(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.byteLength
    if (size > LONGEST_ANSWER_BYTES) throw new LongAnswerError()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** What is wrong with a number in place of a name, which is not looked up; null when nothing is. */
export function addressFault({ url, lookup }: Pick<Endpoint, 'url' | 'lookup'>): Failure | null {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const isBad = lookup !== undefined && isIP(hostname) !== 0 && !isAllowedAddress(hostname)
  return isBad ? { kind: 'unreachable', code: PRIVATE_ADDRESS } : null
}

/** A call with our certificate. Throws PrivateAddressError. */
export function callTo({ url, identity, lookup }: Endpoint, options: RequestOptions): ClientRequest {
  if (addressFault({ url, ...(lookup ? { lookup } : {}) }) !== null) throw new PrivateAddressError()
  return request(url, { ...options, agent: agentOf(identity), ...(lookup ? { lookup } : {}) })
}

const failed = (kind: FailureKind, code: string | null = null) => ({
  kind: 'failed' as const,
  failure: { kind, code } satisfies Failure,
})

const UNREACHABLE = [
  PRIVATE_ADDRESS,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNTIMEOUT',
]

/** A fault of certificates has its own family of codes, of Node (`ERR_TLS_…`) and of OpenSSL. */
const isOfCertificate = (code: string) =>
  code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || /CERT|SELF_SIGNED|UNABLE_TO|HOSTNAME/.test(code)

/** The name of what went wrong on the way there or back. Throws what is no fault of the other side. */
export function failureOf(error: unknown): { readonly kind: 'failed'; readonly failure: Failure } {
  if (error instanceof LongAnswerError) return failed('unreadable')
  // By its form: errors of the network are of a class of Node's own.
  const code = (ErrorWithCode.safeParse(error).data ?? { code: '' }).code
  if (UNREACHABLE.includes(code)) return failed('unreachable', code)
  if (isOfCertificate(code)) return failed('certificate', code)
  if (code === '') throw error
  return failed('broken', code)
}

/** Codes of StUF, of the hub and VECOZO, and of SOAP 1.1 (chapter 4.4.1). What else stands there may be anything, also about somebody. */
const CODE = /^(?:StUF|IB|BRS|CC)[0-9]{1,4}$|^(?:[A-Za-z]{1,10}:)?(?:Client|Server|VersionMismatch|MustUnderstand)$/
const knownCode = (code: string): string | null => (CODE.test(code) ? code : null)

function outcomeOf(status: number, text: string, referentienummer: string): PostOutcome {
  const answer = readAnswer(text)
  // A fault comes with 500 (SOAP 1.1 chapter 6.2); any other answer than 200 is not one of the web service.
  if (answer === null) return status === 200 ? failed('unreadable') : failed('http', String(status))
  if (answer.kind === 'refused') return failed(answer.isFinal ? 'refused' : 'fault', knownCode(answer.code))
  if (status !== 200) return failed('http', String(status))
  if (answer.crossRefnummer !== null && answer.crossRefnummer !== referentienummer) return failed('other')
  return { kind: 'received' }
}

function begin(endpoint: Endpoint, { sizeBytes, kind }: SoapMessage, signal: AbortSignal): ClientRequest | PostOutcome {
  const headers = {
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': sizeBytes,
    SOAPAction: `"${SOAP_ACTIONS[kind]}"`,
    Accept: 'text/xml',
  }
  try {
    return callTo(endpoint, { method: 'POST', signal, headers })
  } catch (error) {
    return failureOf(error)
  }
}

/**
 * Sends one envelope by SOAP 1.1 with the client certificate, and waits for the answer. Redirects are not followed: an envelope
 * goes to nobody but the address that was agreed. Rejects only on `signal` and on a fault of the body itself.
 */
export async function postEnvelope(
  endpoint: Endpoint,
  message: SoapMessage,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const limit = AbortSignal.timeout(endpoint.timeoutSeconds * 1_000)
  const answered = Promise.withResolvers<IncomingMessage>()
  const outgoing = begin(endpoint, message, AbortSignal.any([signal, limit]))
  if (!('once' in outgoing)) return outgoing
  outgoing.once('response', answered.resolve)
  outgoing.once('error', answered.reject)
  // Looked at below; a failure of the body comes first.
  answered.promise.catch(() => undefined)
  try {
    // Whoever answers before the whole has been sent has decided already.
    const sending = pipeline(Readable.from(message.body, { objectMode: false }), outgoing)
    sending.catch(() => undefined)
    const answer = await Promise.race([answered.promise, sending.then(() => answered.promise)])
    return outcomeOf(answer.statusCode ?? 0, await readText(answer), message.referentienummer)
  } catch (error) {
    if (limit.aborted && !signal.aborted) return failed('timeout')
    signal.throwIfAborted()
    return failureOf(error)
  } finally {
    if (!outgoing.destroyed && !outgoing.writableFinished) outgoing.destroy()
  }
}
