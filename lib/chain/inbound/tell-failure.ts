import { z } from 'zod'
import { log } from '#/lib/platform/log.ts'

/** What a connection that ends gives, and what was stopped for it. */
const OF_LEAVING = ['ABORT_ERR', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']
const Named = z.object({ name: z.string().optional(), code: z.union([z.string(), z.number()]).optional() })

/** Whether an error is no more than that somebody has gone. By its form: such errors are of classes of Node's own. */
function isOfLeaving(error: unknown): boolean {
  const { name, code } = Named.safeParse(error).data ?? {}
  return name === 'AbortError' || OF_LEAVING.includes(String(code))
}

/**
 * Logs why a request failed. That its sender has gone explains the end of a connection and nothing else: what broke for another reason
 * is told all the same.
 */
export function tellFailure(error: unknown, hasSenderGone: boolean, about: Readonly<Record<string, string>>): void {
  if (hasSenderGone && isOfLeaving(error)) log().info(about, 'web service: the sender has gone')
  else log().error({ err: error, ...about }, 'web service: request failed')
}
