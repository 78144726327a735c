import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerNotes, type ToldProblem } from '#/lib/platform/http/answer-notes.ts'
import { REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { isNavigation } from '#/lib/platform/http/navigation.ts'
import { PROBLEM_TYPE } from '#/lib/platform/http/problem.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** An answer that the framework makes by itself, or that only software can read, about to go out. */
export type BareAnswer = {
  readonly status: number
  readonly request: IncomingMessage
  /** Path and query as they were asked for; Next may have made others of them. */
  readonly address: string
  readonly requestId: string
  /** The policy that the gate gave the page, when it came that far. */
  readonly policy: string | null
  /** What our own code said to software, when a person asked. */
  readonly problem: ToldProblem | null
}

/** What goes out in its place. */
export type WholeAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** Headers that belong to the body that is thrown away. */
const OF_THE_BODY = ['content-encoding', 'content-length', 'transfer-encoding', 'etag', 'link']

const requestIdOf = (request: IncomingMessage) => String(request.headers[REQUEST_ID_HEADER] ?? '')

/** Whether the answer is a problem for software while somebody pressed a link or a button and waits for a page. */
const isUnreadable = ({ headers }: IncomingMessage, response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith(PROBLEM_TYPE) && isNavigation((name) => headers[name])

/**
 * The status that is right for an answer that nothing of ours made, or null when it is to go out as it is. What the
 * framework could not read of a form never reached an action: the sender's fault, which it answers by 500 or 404.
 */
function bareStatus(request: IncomingMessage, response: ServerResponse): number | null {
  const { statusCode } = response
  const notes = answerNotes(requestIdOf(request))
  if (statusCode < 400 || statusCode === notes.status) return null
  const isBroken = statusCode >= 500 || statusCode === 404
  const isUnread = isBroken && request.method === 'POST' && notes.isAdmitted === true && !notes.isBegun
  const type = String(response.getHeader('content-type') ?? '')
  if (isUnread) return 400
  if (isUnreadable(request, response)) return statusCode
  return type === '' || /^text\/(?:html|plain)\b/.test(type) ? statusCode : null
}

function watch(request: IncomingMessage, response: ServerResponse, compose: (bare: BareAnswer) => WholeAnswer): void {
  const { writeHead, write, end } = response
  const address = request.url ?? '/'
  let isReplaced = false
  // True when the answer has been replaced, now or before: what the framework still writes goes nowhere.
  const replaced = (): boolean => {
    if (isReplaced || response.headersSent) return isReplaced
    const status = address.startsWith('/_next/') ? null : bareStatus(request, response)
    if (status === null) return false
    isReplaced = true
    // The policy of a problem is for what is never shown.
    const told = isUnreadable(request, response) ? (answerNotes(requestIdOf(request)).problem ?? null) : null
    const header = told ? null : response.getHeader('content-security-policy')
    const policy = typeof header === 'string' ? header : null
    const requestId = requestIdOf(request)
    const whole = compose({ status, request, address, requestId, policy, problem: told })
    for (const name of OF_THE_BODY) response.removeHeader(name)
    for (const [name, value] of Object.entries(whole.headers)) response.setHeader(name, value)
    response.setHeader('content-length', Buffer.byteLength(whole.body))
    writeHead.call(response, status)
    end.call(response, request.method === 'HEAD' ? '' : whole.body, 'utf8')
    return true
  }
  Object.assign(response, {
    writeHead: (...given: Parameters<typeof writeHead>) => (replaced() ? response : writeHead.apply(response, given)),
    write: (...given: Parameters<typeof write>) => replaced() || write.apply(response, given),
    end: (...given: Parameters<typeof end>) => (replaced() ? response : end.apply(response, given)),
  })
}

/**
 * Puts a whole answer in the place of every bare one: an empty shell that only a script fills, a line of plain text, or
 * nothing at all, which is what Next answers when something breaks, is unknown or cannot be read. Whatever is refused or
 * broken then says so to people without script, too; a problem in JSON does, to who pressed a link or a button. Call once per process; a second call does nothing.
 */
export function replaceBareAnswers(compose: (bare: BareAnswer) => WholeAnswer): void {
  sharedState('replaced-bare-answers', () => {
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
      watch(request, response, compose)
    })
    return true
  })
}
