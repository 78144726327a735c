import { fromPrisma, type SendOptions } from 'pg-boss'
import type { Job } from '#/lib/jobs/define-job.ts'
import { jobSender } from '#/lib/jobs/sender.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

export type EnqueueOptions = {
  /** A UUID of the caller's: enqueued again under the same id, nothing is added. */
  readonly id?: string
  /** Not before this moment. */
  readonly startAfter?: Date
}

/**
 * Puts a job in the queue in the caller's transaction: rolled back, it never was; committed, it runs. Answers its id, or
 * null when a job with the same id, or one waiting with the same key, is there already.
 */
export async function enqueue<P>(
  tx: Tx,
  job: Job<P>,
  payload: P,
  options: EnqueueOptions = {},
): Promise<string | null> {
  const sender = await jobSender()
  const key = job.keyOf(payload)
  const send: SendOptions = { db: fromPrisma(tx), ...options, ...(key === undefined ? {} : { singletonKey: key }) }
  return sender.send(job.name, job.dataOf(payload), send)
}
