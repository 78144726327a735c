import { PgBoss } from 'pg-boss'
import { log } from '#/lib/platform/log.ts'

/** Where the queue's tables are, apart from the portal's own. */
export const QUEUE_SCHEMA = 'pgboss'

/** Where jobs end that failed for the last time, until somebody sends them on or drops them. */
export const DEAD_LETTER_QUEUE = 'jobs.dead-letter'

const asApplication = { schema: QUEUE_SCHEMA, migrate: false, createSchema: false, reindex: false } as const

/** The queue tells of faults of its own (a lost connection, which it mends itself) by an event, never by a rejection. */
function withLog(boss: PgBoss): PgBoss {
  boss.on('error', (error) => log().error({ err: error }, 'job queue: fault'))
  boss.on('warning', (warning) => log().warn({ warning: warning.message }, 'job queue: warning'))
  return boss
}

/** A connection that only sends: no maintenance, no clock, one connection to the database. */
export function sendingQueue(databaseUrl: string): PgBoss {
  return withLog(
    new PgBoss({ ...asApplication, connectionString: databaseUrl, supervise: false, schedule: false, max: 1 }),
  )
}

/** A connection that works: takes jobs, keeps the clock of scheduled ones and maintains the queues. */
export function workingQueue(databaseUrl: string): PgBoss {
  return withLog(
    new PgBoss({
      ...asApplication,
      connectionString: databaseUrl,
      useListenNotify: true,
      instanceName: WORKER_INSTANCE,
      max: 8,
    }),
  )
}

/** Name of workers in the queue's register of running instances. */
export const WORKER_INSTANCE = 'worker'

/** A connection of the administrator, who owns the tables and may make them. */
export function administratingQueue(adminUrl: string): PgBoss {
  return withLog(
    new PgBoss({ schema: QUEUE_SCHEMA, connectionString: adminUrl, supervise: false, schedule: false, max: 1 }),
  )
}
