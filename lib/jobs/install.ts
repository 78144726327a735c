import { Client, escapeIdentifier } from 'pg'
import type { PgBoss } from 'pg-boss'
import type { RunnableJob } from '#/lib/jobs/define-job.ts'
import { administratingQueue, DEAD_LETTER_QUEUE, QUEUE_SCHEMA } from '#/lib/jobs/queue-connection.ts'
import { jobRegistry } from '#/lib/jobs/registry.ts'
import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

const DAY_SECONDS = 24 * 60 * 60
const APPLICATION_ROLE = 'portaal_app'

export type InstallOptions = {
  /** Shortens every pause between tries to this, so that a demo shows what comes after a failure. */
  readonly maxPauseSeconds?: number
}

async function installQueue(boss: PgBoss, job: RunnableJob, longestPause: number): Promise<void> {
  const options = {
    retryLimit: job.retry.limit,
    retryDelay: Math.min(job.retry.backoffSeconds, longestPause),
    retryBackoff: true,
    retryDelayMax: Math.min(job.retry.maxPauseSeconds, longestPause),
    expireInSeconds: job.timeoutSeconds,
    // Longer than all tries together, else a job that waits for its next try would be dropped.
    retentionSeconds: 60 * DAY_SECONDS,
    deadLetter: DEAD_LETTER_QUEUE,
    notify: true,
  }
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
  else await boss.createQueue(job.name, { ...options, policy: job.isKeyed ? 'stately' : 'standard' })
}

/** Brings the schedules in the database in line with the definitions: what is no longer scheduled stops. */
async function installSchedules(boss: PgBoss, jobs: readonly RunnableJob[]): Promise<void> {
  const scheduled = new Set<string>()
  for (const job of jobs) {
    if (!job.schedule) continue
    scheduled.add(job.name)
    await boss.schedule(job.name, job.schedule.cron, job.schedule.data, { tz: TIME_ZONE, missed: 'once' })
  }
  for (const { name, key } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name, key)
}

/** The application may use the queue, not change its tables. */
async function grantQueue(adminUrl: string): Promise<void> {
  const schema = escapeIdentifier(QUEUE_SCHEMA)
  const role = escapeIdentifier(APPLICATION_ROLE)
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};`)
  } finally {
    await client.end()
  }
}

/**
 * Makes or updates the queue's tables, every queue and every schedule, and gives the application's role its rights. Part
 * of `db:migrate`, with the administrator's connection; may be repeated. Web and worker processes refuse to start before.
 */
export async function installQueues(
  adminUrl: string,
  { maxPauseSeconds = Number.POSITIVE_INFINITY }: InstallOptions = {},
  jobs: readonly RunnableJob[] = jobRegistry,
): Promise<void> {
  const boss = await administratingQueue(adminUrl).start()
  try {
    if (!(await boss.getQueue(DEAD_LETTER_QUEUE)))
      await boss.createQueue(DEAD_LETTER_QUEUE, { retentionSeconds: 90 * DAY_SECONDS })
    for (const job of jobs) await installQueue(boss, job, maxPauseSeconds)
    await installSchedules(boss, jobs)
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
  await grantQueue(adminUrl)
}
