import { connection } from 'next/server'
import { failingParts } from '#/app/api/health/ready/failing-parts.ts'
import { API_HEADERS } from '#/lib/platform/http/problem.ts'

/** The parts that this process cannot work without answer; else 503 with the names of those that do not, and no more. */
export async function GET(): Promise<Response> {
  await connection()
  const failing = await failingParts()
  const status = failing.length === 0 ? 200 : 503
  return Response.json(
    { status: status === 200 ? 'ok' : 'niet gereed', uitgevallen: failing },
    { status, headers: API_HEADERS },
  )
}
