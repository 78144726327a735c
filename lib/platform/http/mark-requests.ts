import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { ids } from '#/lib/platform/ids.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** The other end of the connection. What a client sends under this name is overwritten. */
export const PEER_HEADER = 'x-portaal-peer'
/** `prefetch` when the browser only fetches ahead: that is no activity of a person. */
export const PURPOSE_HEADER = 'x-portaal-purpose'
/** Names the request in every log row and answer. Never the client's own. */
export const REQUEST_ID_HEADER = 'x-request-id'

const isAhead = ({ headers }: IncomingMessage): boolean =>
  headers['next-router-prefetch'] !== undefined ||
  headers['next-router-segment-prefetch'] !== undefined ||
  [headers['sec-purpose'], headers.purpose].some((purpose) => String(purpose ?? '').startsWith('prefetch'))

function mark(request: IncomingMessage): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
  request.headers[REQUEST_ID_HEADER] = ids.rowId()
  request.headers[PURPOSE_HEADER] = isAhead(request) ? 'prefetch' : ''
}

/**
 * Marks every request that reaches this process before Next sees it, because Next keeps back what is needed to tell: the
 * address of the peer, and whether the browser is fetching ahead. Call once per process; a second call does nothing.
 */
export function markRequests(): void {
  sharedState('marked-requests', () => {
    subscribe('http.server.request.start', (message) => mark((message as { request: IncomingMessage }).request))
    return true
  })
}
