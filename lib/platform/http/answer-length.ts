import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Under this name a route states how many bytes it will stream. It never leaves the process. */
export const LENGTH_HEADER = 'x-portaal-length'

/** The moment before the headers go out, whoever sends them. */
function stateLength(response: ServerResponse): void {
  const length = response.getHeader(LENGTH_HEADER)
  if (length === undefined) return
  response.removeHeader(LENGTH_HEADER)
  if (!response.hasHeader('content-encoding')) response.setHeader('content-length', Number(length))
}

/**
 * Lets routes tell the length of what they stream, so that a browser shows how far a download is and notices when it was
 * cut off. Next leaves Content-Length out of every answer of a route. Call once per process; a second call does nothing.
 */
export function stateLengths(): void {
  sharedState('stated-lengths', () => {
    subscribe('http.server.request.start', (message) => {
      const { response } = message as { response: ServerResponse }
      const { writeHead } = response
      Object.defineProperty(response, 'writeHead', {
        configurable: true,
        writable: true,
        value: (...args: unknown[]) => {
          stateLength(response)
          return Reflect.apply(writeHead, response, args)
        },
      })
    })
    return true
  })
}
