import { z } from 'zod'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { HOUR_MS } from '#/lib/platform/clock.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'

/** Longer than any upload takes: what nobody has written to for so long was left by a process that died. */
const ABANDONED_AFTER_MS = HOUR_MS

/** Removes what killed processes left half written. An aborted upload cleans up after itself; a killed one cannot. */
export async function sweepIncompleteContent(): Promise<number> {
  return contentStorage().sweepIncomplete(ABANDONED_AFTER_MS)
}

export const sweepIncomplete = defineJob({
  name: 'storage.sweep-incomplete',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 3, backoffSeconds: 60, maxPauseSeconds: 600 },
  key: () => 'sweep',
  schedule: { cron: '17 * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { log }) {
    const removed = await sweepIncompleteContent()
    if (removed > 0) log.info({ removed }, 'incomplete content removed')
  },
})
