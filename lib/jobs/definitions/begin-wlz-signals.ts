import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { beginComparing } from '#/lib/wlz/signals/begin-comparing.ts'

/** Every night: the daily Wlz-signalen of the gemeenten that switched them on. */
export const beginWlzSignals = defineJob({
  name: 'wlz.begin-signals',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 10, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'begin',
  schedule: { cron: '23 5 * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, log }) {
    const gemeenten = await beginComparing(systemActor('wlz.signalen', id))
    if (gemeenten > 0) log.info({ gemeenten }, 'daily Wlz-signalen begun')
  },
})
