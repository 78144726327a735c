import type { RunnableJob } from '#/lib/jobs/define-job.ts'
import { workingQueue } from '#/lib/jobs/queue-connection.ts'
import { registerWorker } from '#/lib/jobs/register-worker.ts'
import { jobRegistry } from '#/lib/jobs/registry.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** How long running jobs get to finish when the worker ends; what is left then is tried again by another one. */
const FINISH_MS = 20_000
/** Without a look at its queue for so long, and no job in hand, a worker is stuck. */
const STUCK_MS = 60_000

export type WorkerHealth = { readonly ok: boolean; readonly stuck: readonly string[] }

export type RunningWorker = {
  /** Names the queues that are no longer looked at. */
  health(): WorkerHealth
  /** Takes no more jobs, lets the running ones finish for at most 20 s and closes the connections. */
  stop(): Promise<void>
}

/** Starts taking jobs of every kind in the registry. Rejects when the queue has not been installed by `db:migrate`. */
export async function startWorker(jobs: readonly RunnableJob[] = jobRegistry): Promise<RunningWorker> {
  const boss = await workingQueue(settings().databaseUrl).start()
  for (const job of jobs) await registerWorker(boss, job)
  log().info({ jobs: jobs.length }, 'worker takes jobs')
  return {
    health() {
      // Timers of the queue run by the process's clock, so that is the one to compare with.
      const now = Date.now()
      const stuck = boss
        .getWipData()
        .filter(({ count, lastFetchedOn, createdOn }) => count === 0 && now - (lastFetchedOn ?? createdOn) > STUCK_MS)
        .map(({ name }) => name)
      return { ok: stuck.length === 0, stuck }
    },
    stop: () => boss.stop({ graceful: true, timeout: FINISH_MS, close: true }),
  }
}
