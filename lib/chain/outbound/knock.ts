import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Failure } from '#/lib/chain/outbound/failure.ts'
import { callTo, type Endpoint, failureOf } from '#/lib/chain/outbound/post-envelope.ts'
import { clock } from '#/lib/platform/clock.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * Asks a web service for its description with our certificate: tries name, certificates and answer, and sends nothing. What it answers
 * is not read. `timeoutSeconds` of the endpoint is all the time there is: then it is a `timeout`.
 */
export async function knock(
  endpoint: Endpoint,
): Promise<Result<{ readonly status: number; readonly milliseconds: number }, Failure>> {
  const limit = AbortSignal.timeout(endpoint.timeoutSeconds * 1_000)
  const began = clock.now().getTime()
  try {
    const url = new URL(endpoint.url)
    url.search = '?wsdl'
    const outgoing = callTo({ ...endpoint, url }, { method: 'GET', signal: limit })
    outgoing.end()
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const status = answer.statusCode ?? 0
    answer.destroy()
    return ok({ status, milliseconds: clock.now().getTime() - began })
  } catch (error) {
    if (limit.aborted) return err({ kind: 'timeout', code: null })
    return err(failureOf(error).failure)
  }
}
