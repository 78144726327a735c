import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** The words of a problem. */
export type ToldProblem = { readonly title: string; readonly detail?: string; readonly retryAfterSeconds?: number }

/** What our own code knows of an answer that is being made, and what the framework offers no place for. */
export type AnswerNotes = {
  /** The gate let the request through. */
  readonly isAdmitted?: true
  /** A page or an action of ours began: whatever goes wrong from here is not the sender's doing. */
  readonly isBegun?: true
  /** The texts of the faults with which a form comes back: the title of the page says that there are any. */
  readonly formFaults?: readonly string[]
  /** The action broke: the page, when it can be made, comes with status 500. */
  readonly hasFailed?: true
  /** What the page shows instead of its own content. */
  readonly refusal?: 'notFound' | 'forbidden'
  /** What the HTTP interface refuses in it, for who asked by a link or a button. */
  readonly problem?: ToldProblem
  /** The status of the answer, chosen by our own code. */
  readonly status?: number
}

type Answer = { readonly response: ServerResponse; readonly isScriptAction: boolean; notes: AnswerNotes }

const underway = () => sharedState('answers-underway', () => new Map<string, Answer>())

function follow(request: IncomingMessage, response: ServerResponse): void {
  const requestId = String(request.headers[REQUEST_ID_HEADER])
  underway().set(requestId, { response, isScriptAction: request.headers['next-action'] !== undefined, notes: {} })
  response.once('close', () => underway().delete(requestId))
}

/**
 * Keeps notes of every answer of this process until it has gone out. Pages cannot set the status of their answer, and an
 * action cannot tell the page that follows it in the same request anything; both go by the id of the request.
 * Call once per process, after markRequests; a second call does nothing.
 */
export function followAnswers(): void {
  sharedState('followed-answers', () => {
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
      follow(request, response)
    })
    return true
  })
}

/** What has been noted of an answer; nothing when it is unknown or gone. */
export const answerNotes = (requestId: string): AnswerNotes => underway().get(requestId)?.notes ?? {}

/** Whether a script of ours sent this request as an action: it reads the framework's own answer, whatever its status. */
export const isScriptAction = (requestId: string): boolean => underway().get(requestId)?.isScriptAction ?? false

/** Adds to the notes of an answer. A status is set at once, except for an action that a script sent. */
export function noteAnswer(requestId: string, notes: AnswerNotes): void {
  const answer = underway().get(requestId)
  if (!answer) return
  answer.notes = { ...answer.notes, ...notes }
  if (notes.status && !answer.isScriptAction && !answer.response.headersSent) answer.response.statusCode = notes.status
}
