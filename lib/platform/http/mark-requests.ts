import { timingSafeEqual } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { BY_ITSELF } from '#/lib/platform/http/by-itself.ts'
import { LIVE_COOKIE } from '#/lib/platform/http/live-cookie.ts'
import { ids } from '#/lib/platform/ids.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** The other end of the connection. What a client sends under this name is overwritten. */
export const PEER_HEADER = 'x-portaal-peer'
/** Not empty when a browser asks by itself, which is no activity of a person: `prefetch`, `live` to bring a page up to date, `queue` for a file that had to wait or goes again. */
export const PURPOSE_HEADER = 'x-portaal-purpose'
/** How a browser will show the answer; see `Shown`. */
const SHOWN_HEADER = 'x-portaal-weergave'
/** Names the request in every log row and answer. Never the client's own. */
export const REQUEST_ID_HEADER = 'x-request-id'
/**
 * Known to this process only. After a server action Next asks itself for the next page and repeats the headers of the
 * browser's request: by this one such a request is recognised, and what was marked on the first counts for it. It would
 * otherwise come from this machine, and not from the browser's network.
 */
export const PROCESS_HEADER = 'x-portaal-proces'

/**
 * `whole` by a browser that shows what comes, `part` by Next's router because somebody chose a link, `aside` by what asks by itself
 * or shows nothing.
 */
export type Shown = 'whole' | 'part' | 'aside'

function shownFor({ method, headers }: IncomingMessage): Shown {
  if (method !== 'GET' || headers[PURPOSE_HEADER] !== '') return 'aside'
  // Next takes this header of its router's away before middleware could look at it.
  return headers.rsc === undefined ? 'whole' : 'part'
}

/** How the answer to a marked request will be shown. */
export function shownAs(headers: Headers): Shown {
  const shown = headers.get(SHOWN_HEADER)
  return shown === 'whole' || shown === 'part' ? shown : 'aside'
}

const isAhead = ({ headers }: IncomingMessage): boolean =>
  headers['next-router-prefetch'] !== undefined ||
  headers['next-router-segment-prefetch'] !== undefined ||
  [headers['sec-purpose'], headers.purpose].some((purpose) => String(purpose ?? '').startsWith('prefetch'))

/** The script that brings a page up to date says so by a cookie: a router's request takes no header of ours. */
const isLive = ({ headers }: IncomingMessage): boolean =>
  headers.rsc !== undefined && (headers.cookie ?? '').split('; ').includes(`${LIVE_COOKIE.name}=${LIVE_COOKIE.value}`)

const BY_ITSELF_NAMES = Object.keys(BY_ITSELF).map((name) => name.toLowerCase())
const isByItself = ({ headers }: IncomingMessage): boolean =>
  BY_ITSELF_NAMES.some((name) => headers[name] !== undefined)

function purposeOf(request: IncomingMessage): string {
  if (isAhead(request)) return 'prefetch'
  if (isLive(request)) return 'live'
  return isByItself(request) ? 'queue' : ''
}

function isOwn({ headers }: IncomingMessage, secret: Buffer): boolean {
  const sent = Buffer.from(String(headers[PROCESS_HEADER] ?? ''))
  return sent.length === secret.length && timingSafeEqual(sent, secret)
}

/** Marks one request; see `markRequests`. */
export function markRequest(request: IncomingMessage, secret: string): void {
  if (isOwn(request, Buffer.from(secret))) {
    // Next reads that answer itself, and what it sets for the browser does not get there.
    request.headers[SHOWN_HEADER] = 'aside'
    return
  }
  request.headers[PROCESS_HEADER] = secret
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
  request.headers[REQUEST_ID_HEADER] = ids.rowId()
  request.headers[PURPOSE_HEADER] = purposeOf(request)
  request.headers[SHOWN_HEADER] = shownFor(request)
}

/**
 * Marks every request that reaches this process before Next sees it, because Next keeps back what is needed to tell: the
 * address of the peer, and whether the browser is fetching ahead. Call once per process; a second call does nothing.
 */
export function markRequests(): void {
  sharedState('marked-requests', () => {
    const secret = ids.secretBytes(32).toString('base64url')
    subscribe('http.server.request.start', (message) =>
      markRequest((message as { request: IncomingMessage }).request, secret),
    )
    return true
  })
}
