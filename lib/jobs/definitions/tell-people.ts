import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { mailAtOnce } from '#/lib/inbox/telling/mail-at-once.ts'
import { spreadCauses } from '#/lib/inbox/telling/spread-causes.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every minute: makes notifications of what happened, for whoever it concerns, and mails those who want to hear at once. */
export const tellPeople = defineJob({
  name: 'inbox.tell-people',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 3, backoffSeconds: 15, maxPauseSeconds: 60 },
  key: () => 'tell',
  schedule: { cron: '* * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const actor = systemActor('inbox.tell-people', id)
    const causes = await spreadCauses(actor, signal)
    const mails = await mailAtOnce(actor, signal)
    if (causes + mails > 0) log.info({ causes, mails }, 'people told of what happened')
  },
})
