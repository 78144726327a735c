import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { deleteExpiredFacts } from '#/lib/berichten/facts/delete-expired-facts.ts'
import { sweepOrphanedContent } from '#/lib/berichten/sweep-orphans.ts'
import { deleteExpiredUploads } from '#/lib/berichten/uploads/delete-expired-uploads.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every hour: ends the contents and facts whose retention term is over and the files that did not arrive in a day, and removes contents that no bericht names. */
export const deleteExpiredContent = defineJob({
  name: 'berichten.delete-expired-content',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'delete-expired',
  schedule: { cron: '41 * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const actor = systemActor('berichten.delete-expired-content', id)
    const deleted = await deleteExpiredBerichten(actor, signal)
    const facts = await deleteExpiredFacts(actor, signal)
    const uploads = await deleteExpiredUploads(actor, signal)
    const orphans = await sweepOrphanedContent(signal)
    if (deleted + facts + uploads + orphans > 0)
      log.info({ deleted, facts, uploads, orphans }, 'expired content deleted')
  },
})
