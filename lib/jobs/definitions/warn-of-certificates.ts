import { z } from 'zod'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { warnOfCertificates } from '#/lib/settings/warn-certificates.ts'

/** Every morning: tells gemeenten whose software has a certificate that is about to expire. */
export const warnOfCertificateEnds = defineJob({
  name: 'settings.warn-of-certificates',
  version: 1,
  payload: z.strictObject({}),
  retry: { limit: 5, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: () => 'certificates',
  schedule: { cron: '11 7 * * *', payload: {} },
  parallel: 1,
  async run(_payload, { id, log }) {
    const told = await warnOfCertificates(id)
    if (told > 0) log.info({ told }, 'ends of certificates told')
  },
})
