import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { sweepOrphanedContent } from '#/lib/berichten/sweep-orphans.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every hour: ends the contents whose retention term is over, and removes those that no bericht names. */
export const deleteExpiredContent = defineJob({
  name: 'berichten.delete-expired-content',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'delete-expired',
  schedule: { cron: '41 * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const deleted = await deleteExpiredBerichten(systemActor('berichten.delete-expired-content', id), signal)
    const orphans = await sweepOrphanedContent(signal)
    if (deleted + orphans > 0) log.info({ deleted, orphans }, 'expired content deleted')
  },
})
