import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { drain } from '#/lib/platform/http/drain.ts'
import { log } from '#/lib/platform/log.ts'

const OF_PAGES = ['GET', 'HEAD', 'POST']
/** What a route may answer; Next itself answers 405 for those that a route lacks. */
const OF_ROUTES = [...OF_PAGES, 'OPTIONS', 'PUT', 'PATCH', 'DELETE']

const allowedMethods = (url: string): readonly string[] => (url.startsWith('/api/') ? OF_ROUTES : OF_PAGES)

/** Next's names for pages of its own, which are no pages of the portal. */
const FRAMEWORK_PAGE = /^\/_(?!next\/)/

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

/** A path that Next breaks on, or takes for a page of its own, as one that simply does not exist. */
function harmlessPath(target: string): string {
  const [path = '', ...query] = target.split('?')
  const readable = isDecodable(path) ? path : path.replaceAll('%', '%25')
  return [FRAMEWORK_PAGE.test(readable) ? `/-${readable}` : readable, ...query].join('?')
}

/** The target of a request as Next may see it. One in absolute form (RFC 9112 chapter 3.2.2) that names this portal is its path. */
function mendedTarget(target: string, portaalUrl: URL): string {
  if (target.startsWith('/')) return harmlessPath(target)
  const url = URL.canParse(target) ? new URL(target) : null
  return url?.origin === portaalUrl.origin ? harmlessPath(`${url.pathname}${url.search}`) : target
}

/** What this portal is and takes. */
export type RequestBounds = {
  readonly portaalUrl: URL
  /** The most bytes that a body may have for a path; null where the route counts by itself. */
  readonly mostBytes: (path: string) => number | null
}

function refusedStatus({ method = '', url = '', headers }: IncomingMessage, { mostBytes }: RequestBounds) {
  if (!allowedMethods(url).includes(method)) return 405
  if (!url.startsWith('/')) return 400
  const most = mostBytes(url.split('?', 1)[0] ?? '')
  return most !== null && Number(headers['content-length'] ?? 0) > most ? 413 : null
}

/** Answers when what was still being sent has been read away: the sender would not see the answer otherwise. */
async function answerLate(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  await drain(req[Symbol.asyncIterator](), gone.signal)
  res.end()
}

/**
 * Refuses what no browser sends and Next answers by 500, by sending the client to a host of its choice, or only when it
 * has read all of it: methods that no page or route knows, request lines that name no path of this portal, and bodies
 * whose stated length is too much. The answer is bare (replaceBareAnswers). False leaves the request to Next, with a path
 * that it can read.
 */
export function refuseOddRequest(req: IncomingMessage, res: ServerResponse, bounds: RequestBounds): boolean {
  req.url = mendedTarget(req.url ?? '', bounds.portaalUrl)
  const status = refusedStatus(req, bounds)
  if (status === null) return false
  res.statusCode = status
  if (status === 405) res.setHeader('allow', allowedMethods(req.url).join(', '))
  // Mostly a broken connection ends here: nobody is left to be answered.
  answerLate(req, res).catch((error: unknown) => {
    log().info({ err: error }, 'an odd request was not answered')
    res.destroy()
  })
  return true
}

/**
 * The portal is no proxy and speaks no other protocol: CONNECT is refused in words instead of by a closed connection, and
 * a wish to change the protocol, which clients may always be refused (RFC 9110 chapter 7.8), is passed over.
 */
export function refuseOtherProtocols(server: Server): void {
  server.removeAllListeners('upgrade')
  server.on('connect', (_request, socket) =>
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    ),
  )
}
