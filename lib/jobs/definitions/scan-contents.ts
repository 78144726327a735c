import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { scanWaiting } from '#/lib/berichten/scanning/scan-waiting.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/**
 * Has what came in scanned for viruses: at once when something comes, and every minute for what waits because the scanner was
 * away. Enqueued in the transaction of what comes in; one run sees to all of it.
 */
export const scanContents = defineJob({
  name: 'berichten.scan-contents',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 3, backoffSeconds: 15, maxPauseSeconds: 60 },
  key: () => 'scan',
  schedule: { cron: '* * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const run = await scanWaiting(systemActor('berichten.scan-contents', id), signal)
    if (run.clean > 0 || run.infected > 0) log.info(run, 'berichten scanned for viruses')
  },
})
