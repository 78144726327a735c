import { noteAnswer } from '#/lib/platform/http/answer-notes.ts'

/** A refusal of the HTTP interface (RFC 9457). `code` is stable, the texts are not. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly requestId: string
  readonly retryAfterSeconds?: number
  /** Members of our own, such as `id` and `bevindingen` of a rejected bericht. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** The body of a problem as it goes over the line. */
export const problemBody = ({ status, code, title, detail, requestId, extra }: Problem) => ({
  type: `urn:portaal-zorg:fout:${code.toLowerCase().replaceAll('_', '-')}`,
  title,
  status,
  ...(detail ? { detail } : {}),
  code,
  requestId,
  ...extra,
})

/** Headers of every answer of the HTTP interface that is not a page. */
export const API_HEADERS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const

/** The media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json'

/** The answer for a problem. Who asked by a link or a button gets a whole page with its words (replaceBareAnswers). */
export function problem(fault: Problem): Response {
  noteAnswer(fault.requestId, { problem: fault })
  return new Response(JSON.stringify(problemBody(fault)), {
    status: fault.status,
    headers: {
      ...API_HEADERS,
      'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
      'x-request-id': fault.requestId,
      ...(fault.retryAfterSeconds ? { 'retry-after': String(fault.retryAfterSeconds) } : {}),
    },
  })
}
