import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { resendAsPortal } from '#/lib/berichten/resend-bericht.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'

/** Sends a bericht again that was given up, because the servicedesk asked for it. */
export const resendParked = defineJob({
  name: 'chain.resend-parked',
  version: 1,
  payload: z.strictObject({
    organisationId: z.uuid(),
    product: z.enum(BERICHT_PRODUCTS),
    berichtId: z.uuid(),
  }),
  retry: { limit: 5, backoffSeconds: 5, maxPauseSeconds: 300 },
  key: ({ berichtId }) => berichtId,
  async run(which, { id, log }) {
    const result = await resendAsPortal(systemActor('keten.opnieuw', id), which)
    if (!result.ok) log.warn({ berichtId: which.berichtId, why: result.error }, 'a bericht was not sent again')
  },
})
