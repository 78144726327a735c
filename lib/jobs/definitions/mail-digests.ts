import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { mailDigests } from '#/lib/inbox/telling/mail-digests.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every morning at eight, on working days: the mails of those who want to hear once a day or once a week. */
export const mailDigestsDaily = defineJob({
  name: 'inbox.mail-digests',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'digests',
  schedule: { cron: '0 8 * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const mails = await mailDigests(systemActor('inbox.mail-digests', id), signal)
    if (mails > 0) log.info({ mails }, 'digests ordered')
  },
})
