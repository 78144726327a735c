import { MINUTE_MS } from '#/lib/platform/clock.ts'
import { requireBoundRole, UnboundRoleError } from '#/lib/platform/db/bound-role.ts'
import { correctClock } from '#/lib/platform/db/database-clock.ts'
import { stateLengths } from '#/lib/platform/http/answer-length.ts'
import { followAnswers } from '#/lib/platform/http/answer-notes.ts'
import { markRequests } from '#/lib/platform/http/mark-requests.ts'
import { secureAnswers } from '#/lib/platform/http/secure-answers.ts'
import { log } from '#/lib/platform/log.ts'
import { requireSettings } from '#/lib/platform/settings/settings.ts'

async function lookAtDatabase(): Promise<void> {
  try {
    await requireBoundRole()
    await correctClock()
  } catch (error) {
    if (error instanceof UnboundRoleError) {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    }
    // The last known difference stays in force; the ready check tells that the database is away.
    log().error({ err: error }, 'the database did not answer')
  }
}

/**
 * What every web process does before its first request: without good settings, or with a role that row level security does
 * not bind, it ends with a line for each fault; requests are marked, answers are followed and get the headers that all of
 * them carry, and its clock is kept in step with the database's. Once a minute it looks at the database again.
 */
export async function startWebProcess(): Promise<void> {
  requireSettings()
  markRequests()
  followAnswers()
  secureAnswers()
  stateLengths()
  await lookAtDatabase()
  setInterval(() => void lookAtDatabase(), MINUTE_MS).unref()
}
