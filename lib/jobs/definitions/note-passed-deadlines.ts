import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { notePassedDeadlines } from '#/lib/berichten/terms/note-passed-deadlines.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Shortly after midnight, and every hour for what is missed: notes where the day on which an answer was due has passed. */
export const notePassed = defineJob({
  name: 'berichten.note-passed-deadlines',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'passed-deadlines',
  schedule: { cron: '3 * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const noted = await notePassedDeadlines(systemActor('berichten.note-passed-deadlines', id), signal)
    if (noted > 0) log.info({ noted }, 'passed deadlines noted')
  },
})
