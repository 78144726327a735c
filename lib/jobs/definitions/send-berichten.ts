import { drainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { Pair, pairKey } from '#/lib/chain/outbound/pair.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/**
 * Wakes a worker: something waits for this pair. Enqueued in the transaction of what waits. The job is done once the worker
 * knows it; what waits, in which order, and when it is tried again, lies in the table `dispatch` (decision 020).
 */
export const sendBerichten = defineJob({
  name: 'chain.send-berichten',
  version: 1,
  payload: Pair,
  retry: { limit: 3, backoffSeconds: 1, maxPauseSeconds: 10 },
  key: pairKey,
  timeoutSeconds: 30,
  run({ organisationId, sender, receiver }) {
    drainPool().add({ organisationId, sender, receiver })
    return Promise.resolve()
  },
})
