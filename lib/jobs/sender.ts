import type { PgBoss } from 'pg-boss'
import { sendingQueue } from '#/lib/jobs/queue-connection.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

type Holder = { sender: Promise<PgBoss> | null }
const holder = () => sharedState<Holder>('job-sender', () => ({ sender: null }))

/** The process's one connection for sending jobs, started at first use (about 0.1 s). A failed start is tried again at the next use. */
export function jobSender(): Promise<PgBoss> {
  const held = holder()
  held.sender ??= sendingQueue(settings().databaseUrl)
    .start()
    .catch((error: unknown) => {
      held.sender = null
      throw error
    })
  return held.sender
}

/** Ends the connection; the next use makes a new one. */
export async function closeJobSender(): Promise<void> {
  const { sender } = holder()
  replaceSharedState<Holder>('job-sender', { sender: null })
  const boss = await sender
  await boss?.stop({ graceful: false, close: true })
}
