import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { deleteOutdated } from '#/lib/retention/delete-outdated.ts'

/** Every night: deletes ended sessions, used codes and what else about people has had its term. */
export const deleteOutdatedRows = defineJob({
  name: 'retention.delete-outdated',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'delete-outdated',
  schedule: { cron: '17 3 * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, log }) {
    const deleted = await deleteOutdated(systemActor('retention.delete-outdated', id))
    log.info(deleted, 'outdated rows deleted')
  },
})
