import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { noteNearDeadlines } from '#/lib/berichten/terms/note-near-deadlines.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every morning, before people begin: has them told of the answers that are due today or on the next working day. */
export const noteNear = defineJob({
  name: 'berichten.note-near-deadlines',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'near-deadlines',
  schedule: { cron: '5 7 * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const told = await noteNearDeadlines(systemActor('berichten.note-near-deadlines', id), signal)
    if (told > 0) log.info({ told }, 'near deadlines told')
  },
})
