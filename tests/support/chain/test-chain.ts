import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { peekHeader } from '#/lib/chain/inbound/peek-header.ts'
import { closeChainConnections } from '#/lib/chain/outbound/post-envelope.ts'
import { openSoapBody } from '#/lib/chain/soap/open-soap-body.ts'
import { writeReceived, writeRefusal } from '#/lib/chain/soap/write-answer.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { ensureCertificates, filesOf, PARTIES_FILE } from '#/simulators/keten/certificates.ts'

/** An envelope as it came over the wire. */
export type SeenEnvelope = {
  readonly referentienummer: string
  readonly functie: string | null
  readonly ontvanger: string
  readonly action: string | undefined
  readonly path: string
  readonly text: string
}

type Answering = (seen: SeenEnvelope, res: ServerResponse, req: IncomingMessage) => void

const facts = (crossRefnummer: string | null) => ({
  referentienummer: '00000000-0000-4000-8000-0000000000aa',
  at: new Date('2026-01-03T09:15:00.000Z'),
  crossRefnummer,
  zender: 'VECOZO',
  ontvanger: null,
  applicatie: 'VECOZOWebservice',
})

function send(res: ServerResponse, status: number, body: Buffer | string, type = 'text/xml; charset=utf-8'): void {
  res.writeHead(status, { 'Content-Type': type })
  res.end(body)
}

/** Ways in which the other side can answer. */
export const ANSWERS = {
  received: ({ referentienummer }, res) => send(res, 200, writeReceived(facts(referentienummer))),
  other: (_seen, res) => send(res, 200, writeReceived(facts('00000000-0000-4000-8000-0000000000bb'))),
  fo03: (_seen, res) =>
    send(res, 500, writeRefusal({ kind: 'Fo03', code: 'StUF058', omschrijving: 'later', plek: 'server' }, facts(null))),
  down: (_seen, res) => send(res, 503, 'Storing', 'text/plain'),
  html: (_seen, res) => send(res, 200, '<!doctype html><title>Inloggen</title>', 'text/html'),
  redirect: ({ path }, res) => {
    res.writeHead(307, { Location: path })
    res.end()
  },
  half: (_seen, res) => {
    res.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': '5000' })
    res.write('<soap:Envelope ')
    res.destroy()
  },
  endless: (_seen, res) => {
    res.writeHead(200, { 'Content-Type': 'text/xml' })
    const more = () => {
      while (!res.destroyed && res.write(' '.repeat(16_384)));
    }
    res.on('drain', more)
    more()
  },
  broken: (_seen, res) => void res.destroy(),
  silent: () => undefined,
} as const satisfies Record<string, Answering>

export type TestChain = {
  /** What came, in order; also what was not answered well. */
  readonly seen: SeenEnvelope[]
  /** Folder with the certificates of the demo. */
  readonly folder: string
  readonly port: number
  /** How the next envelopes are answered, each by the first that is left; the last one stays. */
  answer(...next: Answering[]): void
}

/**
 * A chain for this test file: a TLS server that asks for the portal's certificate. Call it after testDatabase; the settings point at
 * it from the first test on. `settings` are other values of the chain's.
 */
export function testChain(changes: Partial<NonNullable<ReturnType<typeof settings>['chain']>> = {}): TestChain {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-keten-'))
  const seen: SeenEnvelope[] = []
  let answers: Answering[] = [ANSWERS.received]
  let server: Server | null = null
  const chain = {
    seen,
    folder,
    port: 0,
    answer: (...next: Answering[]) => {
      answers = next
    },
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { envelope } = await openSoapBody(req as AsyncIterable<Buffer>)
    const { header, bytes } = await peekHeader(envelope)
    const text = (await buffer(Readable.from(bytes))).toString('utf8')
    if (header === null) throw new Error('the portal sent an envelope without a sound header')
    const one = {
      referentienummer: header.referentienummer,
      functie: 'functie' in header ? header.functie : null,
      ontvanger: header.ontvanger.organisatie,
      action: req.headers.soapaction?.toString(),
      path: req.url ?? '',
      text,
    }
    seen.push(one)
    const [now = ANSWERS.received, ...later] = answers
    if (later.length > 0) answers = later
    now(one, res, req)
  }

  beforeAll(async () => {
    await ensureCertificates(folder)
    server = createServer(
      { ...tlsIdentity(filesOf(folder, 'keten')), requestCert: true, rejectUnauthorized: true },
      (req, res) => {
        serve(req, res).catch(() => res.destroy())
      },
    )
    server.listen(0, 'localhost')
    await once(server, 'listening')
    chain.port = (server.address() as AddressInfo).port
    setSettings({
      ...settings(),
      chain: {
        url: new URL(`https://localhost:${chain.port}/vecozo/ggk0210`),
        cakUrl: new URL(`https://localhost:${chain.port}/cak/ggk0210`),
        ...filesOf(folder, 'portaal'),
        timeoutSeconds: 2,
        tries: 4,
        longestPauseSeconds: 1,
        ...changes,
      },
      webservice: {
        url: new URL('https://localhost:4443/ggk0210'),
        port: 0,
        host: 'localhost',
        ...filesOf(folder, 'webservice'),
        crlFile: null,
        partiesFile: join(folder, PARTIES_FILE),
      },
    })
  })
  afterAll(async () => {
    closeChainConnections()
    server?.closeAllConnections()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return chain
}
