import { closeDrainPool, drainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { sweepIncompleteContent } from '#/lib/jobs/definitions/sweep-incomplete-content.ts'
import { type RunningWorker, startWorker } from '#/lib/jobs/run-worker.ts'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { requireBoundRole } from '#/lib/platform/db/bound-role.ts'
import { closeDatabase } from '#/lib/platform/db/client.ts'
import { followDatabaseClock } from '#/lib/platform/db/database-clock.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { log } from '#/lib/platform/log.ts'
import { closeMailTransport } from '#/lib/platform/mail/mail-transport.ts'
import { requireSettings } from '#/lib/platform/settings/settings.ts'

// The worker process (`npm run worker`): runs the portal's jobs until it is told to end.
process.title = 'portaal-worker'
requireSettings()

const endAsked = Promise.withResolvers<string>()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => endAsked.resolve(signal))
// Whoever forked this process has gone, perhaps by a kill: nobody would end it any more.
process.once('disconnect', () => endAsked.resolve('disconnect'))

async function start(): Promise<RunningWorker> {
  await requireBoundRole()
  await followDatabaseClock()
  await sweepIncompleteContent()
  const worker = await startWorker()
  // What waited while no worker was there, or was in the hands of one that was killed.
  await drainPool().addDue()
  return worker
}

try {
  const worker = await start()
  process.on('message', (message) => {
    const isQuestion = typeof message === 'object' && message !== null && 'type' in message && message.type === 'health'
    if (isQuestion) process.send?.({ type: 'health', ...worker.health() })
  })
  process.send?.({ type: 'ready' })
  log().info({ reason: await endAsked.promise }, 'worker ends')
  await worker.stop()
  await closeDrainPool()
  closeMailTransport()
  await closeJobSender()
  await stopNotices()
  await closeDatabase()
  process.exit(0)
} catch (error) {
  log().fatal({ err: error }, 'worker stopped')
  process.exit(1)
}
