import { v5 } from 'uuid'
import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/** Tells the notification addresses of the Wlz-Registertoets that there are new signals: one mail for all since the last, about nobody. */
export const tellSignals = defineJob({
  name: 'wlz.tell-signals',
  version: 1,
  payload: z.strictObject({ organisationId: z.uuid() }),
  retry: { limit: 5, backoffSeconds: 30, maxPauseSeconds: 3_600 },
  key: ({ organisationId }) => organisationId,
  async run({ organisationId }, { id }) {
    const actor = systemActor('wlz.signalen-melden', id)
    const { scope } = authoriseSystem(actor, 'wlz.watch', organisationId, 'wlz-registertoets')
    await inTransaction(scope.realm, async (tx) => {
      const { notificationAddresses } = await settingsInForce(tx, scope)
      const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
      const params = organisation ? { gemeente: organisation.name } : {}
      for (const address of notificationAddresses) {
        const mail = { to: await sealedAddress(address), template: 'wlz-signals', params } as const
        // The id follows from the job and the address: a second run of this job adds no second mail.
        await enqueue(tx, sendMail, mail, { id: v5(address, id) })
      }
    })
  },
})
