import { subscribe } from 'node:diagnostics_channel'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Reads where the browser says that it stands; throws when that is no place. The framework's own reader. */
export type ReadRouterState = (header: string | string[] | undefined) => unknown

/** Where the browser says that it stands. */
const STATE_HEADER = 'next-router-state-tree'
/**
 * A word of the framework's older router, which no page of ours sends. Next answers it by 200 and an empty object before it
 * asks anything of ours: software would take that for what it asked for.
 */
const OLD_ROUTER_HEADER = 'x-middleware-prefetch'

function isReadable(header: string | string[] | undefined, read: ReadRouterState): boolean {
  try {
    read(header)
    return true
  } catch {
    // Whatever is wrong with it, no page of ours sent it.
    return false
  }
}

/**
 * Takes out of a request what the framework's router did not send: what cannot be read counts as not said, as in the query
 * of an address. Next itself would answer 500.
 */
export function dropOddRouterHeaders(headers: IncomingHttpHeaders, read: ReadRouterState): void {
  delete headers[OLD_ROUTER_HEADER]
  if (!isReadable(headers[STATE_HEADER], read)) delete headers[STATE_HEADER]
}

/** Does so with every request that reaches this process, before Next sees it. A second call does nothing. */
export function readRouterHeaders(read: ReadRouterState): void {
  sharedState('read-router-headers', () => {
    subscribe('http.server.request.start', (message) =>
      dropOddRouterHeaders((message as { request: IncomingMessage }).request.headers, read),
    )
    return true
  })
}
