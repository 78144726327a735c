import { createHash } from 'node:crypto'
import type { Origin } from '#/lib/access/actor.ts'
import { clientAddress, networkPrefix } from '#/lib/platform/http/client-address.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Set by middleware.ts on every request it sees; a copy that came from outside is replaced there. */
export const REQUEST_ID_HEADER = 'x-request-id'
/** Set by the web server (scripts/start.ts) on every request: the other end of the connection. */
export const PEER_HEADER = 'x-portaal-peer'
/** Set by the web server when the browser only fetches ahead: such a request is no activity. */
export const PURPOSE_HEADER = 'x-portaal-purpose'

/** The address of the browser, through trusted proxies only. Null when the web server did not say. */
export const addressOf = (headers: Headers): string | null =>
  clientAddress(headers.get(PEER_HEADER), headers.get('x-forwarded-for'), settings().trustedProxies)

/** Where a request came from, for the log and the session. */
export function originOf(headers: Headers): Origin {
  return {
    requestId: headers.get(REQUEST_ID_HEADER) ?? ids.rowId(),
    ipPrefix: networkPrefix(addressOf(headers)),
    userAgentHash: createHash('sha256')
      .update(headers.get('user-agent') ?? '')
      .digest('hex')
      .slice(0, 16),
  }
}
