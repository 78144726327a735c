import { installQueues } from '#/lib/jobs/install.ts'
import { migrate } from '#/lib/platform/db/migrations/migrate.ts'

export type PrepareOptions = {
  /** Connection of the administrator. */
  readonly adminUrl: string
  /** Password for portaal_app; null leaves its login to whoever runs the database server. */
  readonly appPassword: string | null
  readonly project: string
  /** Longest pause between two tries of a job; the demo keeps it short. */
  readonly maxPauseSeconds?: number
}

/** Everything a database needs before the portal starts: tables and rights, then queues. May be repeated. Returns the migrations applied. */
export async function prepareDatabase(options: PrepareOptions): Promise<readonly string[]> {
  const applied = await migrate(options)
  await installQueues(options.adminUrl, options.maxPauseSeconds ? { maxPauseSeconds: options.maxPauseSeconds } : {})
  return applied
}
