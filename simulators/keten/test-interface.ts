import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { functieVersieOf } from '#/lib/envelope/functies.ts'
import { BERICHTSOORTEN, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import { type ChainState, Mode } from '#/simulators/keten/chain-state.ts'
import { type PortalRoad, sendBericht } from '#/simulators/keten/send-to-portal.ts'

type Answer = { readonly status: number; readonly body: unknown }
export type TestInterface = { readonly state: ChainState; readonly road: PortalRoad }

const bad = (...fouten: string[]): Answer => ({ status: 400, body: { fouten } })

const ModeBody = z.strictObject({ modus: Mode })

function setMode({ state }: TestInterface, body: Buffer): Answer {
  let input: unknown
  try {
    input = JSON.parse(body.toString('utf8'))
  } catch {
    return bad('geen JSON')
  }
  const parsed = ModeBody.safeParse(input)
  if (!parsed.success) return bad('modus: kies uit normaal, storing, traag, verbreek of fo01:CODE')
  state.mode = parsed.data.modus
  return { status: 200, body: parsed.data }
}

const first = (xml: string, name: string) => new RegExp(`<[^<>/]*:${name}>([^<]*)<`).exec(xml)?.[1]

/** Wraps a bericht of a provider and delivers it to the web service, once. */
async function deliver({ state, road }: TestInterface, content: Buffer): Promise<Answer> {
  const xml = content.toString('utf8')
  const soort = BERICHTSOORTEN.find(({ namespace }) => xml.includes(`"${namespace}"`) || xml.includes(`'${namespace}'`))
  if (soort === undefined) return bad('geen bericht van een bekende release')
  const gemeenteCode = first(xml, soort.gemeenteVeld)
  if (gemeenteCode === undefined) return bad(`${soort.gemeenteVeld} ontbreekt`)
  const heen = soort.heen === null ? null : findBerichtsoort(soort.heen)
  const answered = heen && state.findHeen(heen.soort, first(xml, 'Identificatie') ?? '')
  const header = {
    ...makeEnvelopeHeader(soort.soort, content, {
      gemeenteCode,
      referentienummer: ids.referentienummer(),
      crossRefnummer: answered?.referentienummer ?? ids.referentienummer(),
      at: new Date(),
    }),
    ...functieVersieOf(soort.versie),
  }
  const outcome = await sendBericht(road, header, content)
  const { referentienummer } = header
  if (outcome.kind === 'received') return { status: 200, body: { referentienummer, antwoord: 'Bv03' } }
  const { kind, code } = outcome.failure
  return { status: 200, body: { referentienummer, antwoord: kind === 'fault' ? (code ?? 'Fo03') : kind, code } }
}

async function answer(about: TestInterface, req: IncomingMessage, url: URL): Promise<Answer> {
  const call = `${req.method} ${url.pathname}`
  if (call === 'GET /test/ontvangen')
    return { status: 200, body: about.state.receivedAfter(url.searchParams.get('na')) }
  if (call === 'POST /test/modus') return setMode(about, await buffer(req))
  if (call === 'POST /test/stuur') return deliver(about, await buffer(req))
  return { status: 404, body: { fouten: ['deze aanroep bestaat niet'] } }
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A page of another site in the same browser, or a name of outside that resolves to this machine, may not use it. */
function isOwn(req: IncomingMessage): boolean {
  const host = `http://${req.headers.host ?? ''}`
  return URL.canParse(host) && LOOPBACK.has(new URL(host).hostname) && req.headers['sec-fetch-site'] !== 'cross-site'
}

function sendJson(res: ServerResponse, { status, body }: Answer): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify(body))
}

/** The test interface of the chain (contract chapter 7), on loopback. */
export function makeTestInterface(about: TestInterface, onError: (error: unknown) => void): Server {
  return createServer((req, res) => {
    if (!isOwn(req)) return sendJson(res, { status: 403, body: { fouten: ['alleen op deze computer'] } })
    answer(about, req, new URL(req.url ?? '/', 'http://localhost')).then(
      (given) => sendJson(res, given),
      (error: unknown) => {
        onError(error)
        sendJson(res, { status: 500, body: { fouten: ['dit verzoek is mislukt'] } })
      },
    )
  })
}
