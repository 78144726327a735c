import { WORKER_INSTANCE } from '#/lib/jobs/queue-connection.ts'
import { jobSender } from '#/lib/jobs/sender.ts'

/** Whether jobs can be sent, and whether a worker that is alive (heard from in the last 90 s) is there to take them. */
export async function areJobsTaken(): Promise<boolean> {
  const instances = await (await jobSender()).getInstances()
  return instances.some((instance) => instance.live && instance.name === WORKER_INSTANCE)
}
