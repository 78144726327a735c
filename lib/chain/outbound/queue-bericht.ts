import type { ProductScope } from '#/lib/access/authorise.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { putInLine } from '#/lib/chain/outbound/dispatch-repository.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { sendBerichten } from '#/lib/jobs/definitions/send-berichten.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/**
 * Puts an accepted bericht in the line to its receiver and wakes a worker, in the transaction that accepts it: rolled back, it
 * never was; committed, it leaves.
 */
export async function queueBericht(tx: Tx, scope: ProductScope, row: Bericht): Promise<void> {
  const { id: berichtId, referentienummer, berichtsoort } = row
  if (referentienummer === null) throw new InvariantError('an accepted bericht has no referentienummer')
  const header = readStoredEnvelope(row.envelope)?.header
  const pair = {
    organisationId: scope.organisationId,
    sender: header?.zender.organisatie ?? '',
    receiver: header?.ontvanger.organisatie ?? '',
  }
  await putInLine(tx, scope, { berichtId, ...pair, referentienummer, berichtsoort }, clock.now())
  await enqueue(tx, sendBerichten, pair)
}
