import { API_HEADERS } from '#/lib/platform/http/problem.ts'

/** This process answers. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: API_HEADERS })
}
