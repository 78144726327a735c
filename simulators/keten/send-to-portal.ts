import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type PostOutcome, postEnvelope, type SoapMessage } from '#/lib/chain/outbound/post-envelope.ts'
import { SOAP_AROUND } from '#/lib/chain/soap/soap-names.ts'
import { type TlsIdentity, tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import type { CarryingHeader, FaultHeader } from '#/lib/envelope/schema.ts'
import { wrapContent, writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { type DemoCertificate, filesOf } from '#/simulators/keten/certificates.ts'

/** The chain's way to the web service of the portal. */
export type PortalRoad = { readonly url: URL; readonly folder: string; readonly signal: AbortSignal }

const TIMEOUT_SECONDS = 60
const TRIES = 20
const PAUSE_MS = 3_000

const identityOf = ({ folder }: PortalRoad, name: DemoCertificate): TlsIdentity => tlsIdentity(filesOf(folder, name))

/** One try, as that part of the chain. */
async function post(road: PortalRoad, sender: DemoCertificate, message: SoapMessage): Promise<PostOutcome> {
  const endpoint = { url: road.url, identity: identityOf(road, sender), timeoutSeconds: TIMEOUT_SECONDS }
  return postEnvelope(endpoint, message, road.signal)
}

/** Sends a bericht in an envelope with this header, once. */
export async function sendBericht(
  road: PortalRoad,
  header: CarryingHeader,
  content: Buffer,
  sender: DemoCertificate = 'vecozo',
): Promise<PostOutcome> {
  const envelope = wrapContent(header, content.length, { kind: 'xmlBestand' }, SOAP_AROUND)
  const body = await buffer(Readable.from(envelope.write(Readable.from([content]))))
  const { berichtcode: kind, referentienummer } = header
  return post(road, sender, { kind, referentienummer, sizeBytes: body.length, body: Readable.from([body]) })
}

/** Sends a functional error, once. */
export async function sendFault(
  road: PortalRoad,
  header: FaultHeader,
  sender: DemoCertificate = 'vecozo',
): Promise<PostOutcome> {
  const body = writeFault(header, SOAP_AROUND)
  const { referentienummer } = header
  return post(road, sender, { kind: 'Fo01', referentienummer, sizeBytes: body.length, body: Readable.from([body]) })
}

/** Tries until the portal has it, or it says that it never will. Answers whether it has. */
export async function untilReceived(road: PortalRoad, send: () => Promise<PostOutcome>): Promise<boolean> {
  for (let left = TRIES; left > 0 && !road.signal.aborted; left--) {
    const outcome = await send()
    if (outcome.kind === 'received') return true
    if (outcome.failure.kind === 'fault' && !outcome.failure.code?.startsWith('StUF')) return false
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS)
      road.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
  return false
}
