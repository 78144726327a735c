import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { ClientRegistration } from '#/simulators/makelaar/connections.ts'
import { BodyTooLargeError, sendHtml, sendJson } from '#/simulators/makelaar/http-answers.ts'
import { serveLogin } from '#/simulators/makelaar/login-routes.ts'
import { indexPage, notFoundPage, smsListPage } from '#/simulators/makelaar/pages/developer-pages.ts'
import { STYLESHEET_PATH } from '#/simulators/makelaar/pages/layout.ts'
import { STYLESHEET } from '#/simulators/makelaar/pages/stylesheet.ts'
import { makeSimulator, type Simulator } from '#/simulators/makelaar/simulator.ts'
import { serveTestInterface } from '#/simulators/makelaar/test-interface.ts'

/** A simulator that listens. */
export type RunningSimulator = {
  /** Address without a slash at the end. */
  readonly url: string
  readonly simulator: Simulator
  /** Ends all connections, also those of slow answers. */
  close(): Promise<void>
}

/** The port is in use by another process. */
export class PortTakenError extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is taken`)
    this.name = 'PortTakenError'
    this.port = port
  }
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A host name of outside that resolves to this machine must not reach the simulator (DNS rebinding). */
function isLoopbackHost(req: IncomingMessage): boolean {
  const host = `http://${req.headers.host ?? ''}`
  return URL.canParse(host) && LOOPBACK_HOSTS.has(new URL(host).hostname)
}

async function route(simulator: Simulator, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!isLoopbackHost(req)) return sendJson(res, 403, { fouten: ['alleen op deze computer'] })
  const target = `${simulator.url}${req.url ?? '/'}`
  if (!URL.canParse(target)) return sendHtml(res, 400, notFoundPage())
  const url = new URL(target)
  const [first = '', second = '', ...rest] = url.pathname.split('/').slice(1)
  if (url.pathname === STYLESHEET_PATH) {
    res.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' })
    res.end(STYLESHEET)
    return
  }
  if (url.pathname === '/') return sendHtml(res, 200, indexPage(simulator.state.faults.list()))
  if (url.pathname === '/sms') return sendHtml(res, 200, smsListPage(simulator.state.sms.list()))
  if (first === 'test') return serveTestInterface(simulator, req, res, url)
  const issuer = await simulator.issuers.get(first)?.()
  if (!issuer) return sendHtml(res, 404, notFoundPage())
  if (second === 'inloggen') return serveLogin(simulator, issuer, { req, res }, rest)
  // The issuer's router sees paths from its own root; its links are built from its address.
  Object.assign(req, { originalUrl: req.url })
  req.url = (req.url ?? '').slice(`/${first}`.length) || '/'
  await issuer.provider.callback()(req, res)
}

function answerFailure(error: unknown, res: ServerResponse, log: Logger): void {
  const tooLarge = error instanceof BodyTooLargeError
  if (!tooLarge) log.error({ err: error }, 'request failed')
  if (res.headersSent) res.destroy()
  else sendJson(res, tooLarge ? 413 : 500, { fouten: ['dit verzoek is mislukt'] })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    )
    server.listen(port, 'localhost', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('server has no address'))
    })
  })
}

/**
 * Starts the makelaar simulator on loopback. The registrations are asked for once the port is known (port 0: a free one).
 * Throws PortTakenError.
 */
export async function startSimulator(options: {
  readonly port: number
  readonly portaalUrl: string
  readonly log: Logger
  readonly registrations: (url: string) => readonly ClientRegistration[]
}): Promise<RunningSimulator> {
  const { portaalUrl, log } = options
  const built = Promise.withResolvers<Simulator>()
  // The port is known only when the server listens, and the issuers need it: whoever knocks in between waits.
  const server = createServer((req, res) => {
    built.promise.then((ready) => route(ready, req, res)).catch((error: unknown) => answerFailure(error, res, log))
  })
  const port = await listen(server, options.port)
  const url = `http://localhost:${port}`
  const simulator = makeSimulator({
    url,
    portaalUrl,
    registrations: options.registrations(url),
    onFailure: (supplier, error) => log.error({ supplier, err: error }, 'issuer failed'),
  })
  built.resolve(simulator)
  return {
    url,
    simulator,
    close: () =>
      new Promise((resolve) => {
        simulator.state.stopping.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
