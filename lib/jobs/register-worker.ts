import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import { PermanentJobError, type RunnableJob } from '#/lib/jobs/define-job.ts'
import { log } from '#/lib/platform/log.ts'

/** The least that the queue allows. With notifications on its default is 30 s, for which a backlog and a retry would wait. */
const POLL_SECONDS = 0.5

/** What is kept of a failure beside the job: its kind. A message can hold a name or an address, and a job is kept long. */
function failureOf(error: unknown): { readonly error: string } {
  return { error: error instanceof Error ? error.name : typeof error }
}

async function runOne(job: RunnableJob, given: JobWithMetadata<unknown>): Promise<JobResult> {
  const attempt = given.retryCount + 1
  const bound = log().child({ job: job.name, jobId: given.id, attempt })
  try {
    await job.run(given.data, { id: given.id, attempt, signal: given.signal, log: bound })
    return { id: given.id, status: 'completed' }
  } catch (error) {
    const isPermanent = error instanceof PermanentJobError
    const isLast = isPermanent || given.retryCount >= given.retryLimit
    if (isLast) bound.error({ err: error }, 'job failed for the last time and is parked')
    else bound.warn({ err: error }, 'job failed and will be tried again')
    return { id: given.id, status: isPermanent ? 'deadletter' : 'failed', output: failureOf(error) }
  }
}

/** Has this worker take the jobs of one kind: woken at once by a new one, in batches side by side while there is a backlog. */
export async function registerWorker(boss: PgBoss, job: RunnableJob): Promise<void> {
  await boss.work<
    unknown,
    unknown,
    {
      batchSize: number
      burstWhenBatchFull: boolean
      perJobResults: true
      includeMetadata: true
      pollingIntervalSeconds: number
      notifyPollingIntervalSeconds: number
    }
  >(
    job.name,
    {
      batchSize: job.parallel,
      burstWhenBatchFull: true,
      perJobResults: true,
      includeMetadata: true,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    },
    (jobs) => Promise.all(jobs.map((given) => runOne(job, given))),
  )
}
