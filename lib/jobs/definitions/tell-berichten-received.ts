import { v5 } from 'uuid'
import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { defineJob } from '#/lib/jobs/define-job.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { confirmedAddresses } from '#/lib/settings/addresses/confirmed-addresses.ts'

/**
 * Tells the notification addresses of a gemeente that berichten have come in: those that are confirmed at the moment of
 * telling, one mail for all that came since the last.
 */
export const tellReceived = defineJob({
  name: 'berichten.tell-received',
  version: 1,
  payload: z.strictObject({ organisationId: z.uuid(), product: z.enum(BERICHT_PRODUCTS) }),
  retry: { limit: 5, backoffSeconds: 30, maxPauseSeconds: 3_600 },
  key: ({ organisationId, product }) => `${organisationId}:${product}`,
  async run({ organisationId, product }, { id }) {
    const { scope } = authoriseSystem(
      systemActor('berichten.tell-received', id),
      'bericht.receive',
      organisationId,
      product,
    )
    await inTransaction(scope.realm, async (tx) => {
      const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
      const params = organisation ? { gemeente: organisation.name } : {}
      for (const address of await confirmedAddresses(tx, scope)) {
        const mail = { to: await sealedAddress(address), template: 'berichten-received', params } as const
        // The id follows from the job and the address: a second run of this job adds no second mail.
        await enqueue(tx, sendMail, mail, { id: v5(address, id) })
      }
    })
  },
})
