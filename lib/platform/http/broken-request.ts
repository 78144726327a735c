import { answerNotes } from '#/lib/platform/http/answer-notes.ts'
import { REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { log } from '#/lib/platform/log.ts'

/** What the framework tells of a request that it could not answer. */
export type BrokenRequest = {
  readonly method: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Pattern of the address, without the ids in it. */
  readonly route: string
  readonly part: string
}

/**
 * Writes it to the process log: as a fault of ours, or as a form that could not be read and never reached anything of ours.
 * Answers the id of the request when it is a fault.
 */
export function logBrokenRequest(error: unknown, { method, headers, route, part }: BrokenRequest): string | null {
  const requestId = String(headers[REQUEST_ID_HEADER] ?? '')
  const about = { err: error, requestId, method, route, part }
  const { isAdmitted, isBegun } = answerNotes(requestId)
  if (method === 'POST' && isAdmitted && !isBegun) {
    log().info(about, 'form could not be read')
    return null
  }
  log().error(about, 'request broke')
  return requestId
}
