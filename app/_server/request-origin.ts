import { createHash } from 'node:crypto'
import type { Origin } from '#/lib/access/actor.ts'
import { clientAddress, networkPrefix } from '#/lib/platform/http/client-address.ts'
import { PEER_HEADER, REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { ids } from '#/lib/platform/ids.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

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
