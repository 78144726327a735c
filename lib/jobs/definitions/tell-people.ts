import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { spreadCauses } from '#/lib/inbox/telling/spread-causes.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every minute: makes notifications of what happened, for whoever it concerns. */
export const tellPeople = defineJob({
  name: 'inbox.tell-people',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 3, backoffSeconds: 15, maxPauseSeconds: 60 },
  key: () => 'tell',
  schedule: { cron: '* * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const causes = await spreadCauses(systemActor('inbox.tell-people', id), signal)
    if (causes > 0) log.info({ causes }, 'people told of what happened')
  },
})
