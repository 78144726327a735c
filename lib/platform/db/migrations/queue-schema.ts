import { once } from 'node:events'
import type { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from '#/lib/platform/db/migrations/app-role.ts'

/** Schema of the queue's own tables. */
export const QUEUE_SCHEMA = 'pgboss'

/**
 * Installs or updates the queue's tables and lets the application's role work with them: it sends, takes and finishes
 * jobs and makes queues, but changes no tables.
 */
export async function installQueue(admin: Client, connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: QUEUE_SCHEMA, supervise: false, schedule: false, max: 1 })
  const failed = once(boss, 'error').then(([error]: unknown[]) => Promise.reject(error))
  await Promise.race([boss.start(), failed])
  await boss.stop({ graceful: false })
  await admin.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
  `)
}
