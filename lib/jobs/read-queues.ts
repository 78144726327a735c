import { DEAD_LETTER_QUEUE } from '#/lib/jobs/queue-connection.ts'
import { jobSender } from '#/lib/jobs/sender.ts'

/** How one queue stands. What failed for the last time lies in the queue of dead letters. */
export type QueueState = {
  readonly name: string
  readonly isDeadLetters: boolean
  readonly waiting: number
  readonly active: number
}

/** Every queue by name, counted by the worker every minute. */
export async function readQueues(): Promise<readonly QueueState[]> {
  const queues = await (await jobSender()).getQueues()
  return queues
    .map(({ name, queuedCount, activeCount }) => ({
      name,
      isDeadLetters: name === DEAD_LETTER_QUEUE,
      waiting: queuedCount,
      active: activeCount,
    }))
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}
