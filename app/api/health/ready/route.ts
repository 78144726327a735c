import { connection } from 'next/server'
import { brokers } from '#/lib/identity/brokers/brokers.ts'
import { database } from '#/lib/platform/db/client.ts'
import { API_HEADERS } from '#/lib/platform/http/problem.ts'
import { log } from '#/lib/platform/log.ts'

const PARTS = {
  database: () => database().$queryRaw`SELECT 1`,
  makelaars: () => brokers(),
} as const

/** The parts that this process cannot work without answer; else 503 with the names of those that do not, and no more. */
export async function GET(): Promise<Response> {
  await connection()
  const failing: string[] = []
  for (const [name, ask] of Object.entries(PARTS)) {
    try {
      await ask()
    } catch (error) {
      log().error({ err: error, part: name }, 'not ready')
      failing.push(name)
    }
  }
  const status = failing.length === 0 ? 200 : 503
  return Response.json(
    { status: status === 200 ? 'ok' : 'niet gereed', uitgevallen: failing },
    { status, headers: API_HEADERS },
  )
}
