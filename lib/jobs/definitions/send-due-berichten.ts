import { z } from 'zod'
import { watchOutage } from '#/lib/chain/operations/watch-outage.ts'
import { drainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every minute: takes up what a worker left behind that was killed, and notices when the chain takes nothing in. */
export const sendDue = defineJob({
  name: 'chain.send-due-berichten',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 1, backoffSeconds: 10, maxPauseSeconds: 10 },
  key: () => 'due',
  schedule: { cron: '* * * * *', payload: {} },
  timeoutSeconds: 60,
  parallel: 1,
  async run(_payload, { log }) {
    await drainPool().addDue()
    const outage = await watchOutage()
    if (outage !== 'same') log.warn({ outage }, 'the chain is out of order, or no longer')
  },
})
