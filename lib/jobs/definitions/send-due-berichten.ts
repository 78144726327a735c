import { z } from 'zod'
import { drainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every minute: takes up what a worker left behind that was killed, or lost its database at the wrong moment. */
export const sendDue = defineJob({
  name: 'chain.send-due-berichten',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 1, backoffSeconds: 10, maxPauseSeconds: 10 },
  key: () => 'due',
  schedule: { cron: '* * * * *', payload: {} },
  timeoutSeconds: 60,
  parallel: 1,
  async run() {
    await drainPool().addDue()
  },
})
