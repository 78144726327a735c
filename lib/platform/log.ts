import { type Logger, pino } from 'pino'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

// ASVS 16.2.5: what must never stand in a log, also when somebody logs an object whole.
const SECRET_NAMES = ['password', 'token', 'cookie', 'authorization', 'bsn', 'secret']
/** A `code` is a secret everywhere but in an error, where it is what the operator needs. */
const SECRET_PATHS = [
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`]),
  ...['code', 'input.code', 'body.code', 'form.code', 'data.code'],
]

/**
 * The process's structured log: one JSON object per line, user text encoded by pino. Bind context
 * (`requestId, actorId, organisationId, berichtId`) with `child`; never names, Bsn, codes or content.
 */
export function log(): Logger {
  return sharedState('log', () =>
    pino({ level: settings().logLevel, base: { process: process.title }, redact: SECRET_PATHS }),
  )
}
