import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { peekHeader } from '#/lib/chain/inbound/peek-header.ts'
import { openSoapBody, SoapFaultError } from '#/lib/chain/soap/open-soap-body.ts'
import { SERVICE_PATH } from '#/lib/chain/soap/soap-names.ts'
import { type Refusal, writeReceived, writeRefusal } from '#/lib/chain/soap/write-answer.ts'
import { OLDEST_TLS, tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { ids } from '#/lib/platform/ids.ts'
import { DEMO_CERTIFICATES, filesOf } from '#/simulators/keten/certificates.ts'
import { type Callee, type ChainState, contentOf, type ReadEnvelope } from '#/simulators/keten/chain-state.ts'
import { CIZ_PATH, serveRegister } from '#/simulators/keten/ciz-register.ts'
import type { Stories } from '#/simulators/keten/stories.ts'

const SLOW_MS = 20_000

/** Paths: `/vecozo/ggk0210`, `/cak/ggk0210`, and `/software/9901/ggk0210` for the software of that gemeente. */
function calleeOf(path: string): Callee | null {
  const [, name, ...rest] = path.split('/')
  if (!path.endsWith(SERVICE_PATH)) return null
  if ((name === 'vecozo' || name === 'cak') && rest.length === 1) return name
  return name === 'software' && rest.length === 2 ? 'software' : null
}

const facts = (callee: Callee, read: ReadEnvelope | null) => ({
  referentienummer: ids.referentienummer(),
  at: new Date(),
  crossRefnummer: read?.header.referentienummer ?? null,
  zender: callee.toUpperCase(),
  ontvanger: read?.header.zender.organisatie ?? null,
  applicatie: callee === 'vecozo' ? 'VECOZOWebservice' : 'Simulator',
})

function send(res: ServerResponse, status: number, body: Buffer | string): void {
  res.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8' })
  res.end(body)
}

async function readEnvelope(req: IncomingMessage): Promise<ReadEnvelope | Refusal> {
  const refuse = (omschrijving: string): Refusal => ({ kind: 'Fo03', code: 'StUF055', omschrijving, plek: 'client' })
  try {
    const { envelope } = await openSoapBody(req as AsyncIterable<Buffer>)
    const peeked = await peekHeader(envelope)
    const text = (await buffer(Readable.from(peeked.bytes))).toString('utf8')
    const { header } = peeked
    if (header === null) return refuse('De envelop voldoet niet aan het schema')
    return { header, text, content: header.berichtcode === 'Fo01' ? null : contentOf(text) }
  } catch (error) {
    if (error instanceof SoapFaultError) return refuse(error.message)
    throw error
  }
}

type Chain = { readonly state: ChainState; readonly stories: Stories }

async function receive({ state, stories }: Chain, callee: Callee, req: IncomingMessage, res: ServerResponse) {
  const read = await readEnvelope(req)
  if (!('header' in read)) return send(res, 500, writeRefusal(read, facts(callee, null)))
  if (state.mode === 'storing') return send(res, 503, 'Storing')
  if (state.mode === 'traag') await setTimeout(SLOW_MS)
  const isNew = state.store(read.header.referentienummer)
  if (state.mode === 'verbreek') return void res.destroy()
  state.note(callee, read)
  send(res, 200, writeReceived(facts(callee, read)))
  if (!isNew || callee === 'software') return
  const [kind, code] = state.mode.split(':')
  if (kind === 'fo01' && code) stories.refuse(read.header, code)
  else stories.play(read)
}

const PORTAL = DEMO_CERTIFICATES.portaal.name

/** The side of the chain that the portal calls: VECOZO, CAK, and the software of gemeenten. It knows the portal by its certificate. */
export function makeTlsService(folder: string, chain: Chain, onError: (error: unknown) => void): Server {
  const identity = tlsIdentity(filesOf(folder, 'keten'))
  return createServer(
    { ...identity, requestCert: true, rejectUnauthorized: true, minVersion: OLDEST_TLS, keepAliveTimeout: 60_000 },
    (req, res) => {
      const callee = calleeOf((req.url ?? '').split('?')[0] ?? '')
      const isPortal = (req.socket as TLSSocket).getPeerCertificate().subject?.CN === PORTAL
      if (req.url === CIZ_PATH && isPortal) {
        serveRegister(chain.state, req, res).catch(onError)
        return
      }
      if (callee !== null && req.method === 'GET') return send(res, isPortal ? 200 : 403, '')
      if (callee === null || req.method !== 'POST') return send(res, 404, '')
      if (!isPortal) return send(res, 403, '')
      receive(chain, callee, req, res).catch((error: unknown) => {
        onError(error)
        res.destroy()
      })
    },
  )
}
