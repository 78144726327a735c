import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { endRunOutSessions } from '#/lib/identity/sessions/end-run-out-sessions.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Every five minutes: the log tells of a session that ran out also when its browser never comes back. */
export const endRunOut = defineJob({
  name: 'sessions.end-run-out',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'run-out',
  schedule: { cron: '*/5 * * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, signal, log }) {
    const ended = await endRunOutSessions(systemActor('sessions.end-run-out', id), signal)
    if (ended > 0) log.info({ ended }, 'sessions that ran out were ended')
  },
})
