import { z } from 'zod'
import { tidyParked } from '#/lib/chain/operations/tidy-parked.ts'
import { watchOutage } from '#/lib/chain/operations/watch-outage.ts'
import { drainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/**
 * Every minute: takes up what a worker left behind that was killed, forgets what was given up and is settled since, and notices when
 * the chain takes nothing in.
 */
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
    await tidyParked()
    for (const outage of await watchOutage()) log.warn(outage, 'a side of the chain is out of order, or no longer')
  },
})
