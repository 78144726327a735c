import type { ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { announceReceived } from '#/lib/berichten/announce-received.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { putInLine } from '#/lib/chain/outbound/dispatch-repository.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import type { FaultHeader } from '#/lib/envelope/schema.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { sendBerichten } from '#/lib/jobs/definitions/send-berichten.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'

/**
 * Hands a functional error about a delivery on to the gemeente's software, when the Productbeheerder chose that, in the transaction
 * that takes it in. In the portal the bericht shows it anyhow.
 */
export async function handFaultOn(
  tx: Tx,
  scope: ProductScope<'bericht.receive' | 'bericht.send', BerichtProduct>,
  { id: berichtId, berichtsoort }: Pick<Bericht, 'id' | 'berichtsoort'>,
  header: FaultHeader,
  at: Date,
): Promise<void> {
  if ((await settingsInForce(tx, scope)).channel !== 'WEBSERVICE') return
  const pair = { organisationId: scope.organisationId, sender: header.zender.organisatie, receiver: SOFTWARE }
  const { referentienummer } = header
  await putInLine(tx, scope, { berichtId, ...pair, referentienummer, berichtsoort, fault: header }, at)
  await enqueue(tx, sendBerichten, pair)
}

/**
 * Hands a bericht that has come in to its gemeente, in the transaction that lets it in: to its software, when the Productbeheerder
 * chose that and it came in an envelope that can be sent on; otherwise people are told, in a while, that it can be fetched.
 */
export async function handOn(
  tx: Tx,
  scope: ProductScope<'bericht.receive' | 'bericht.scan' | 'bericht.send', BerichtProduct>,
  row: Bericht,
  at: Date,
): Promise<void> {
  const header = readStoredEnvelope(row.envelope)?.header
  const { channel } = await settingsInForce(tx, scope)
  if (channel !== 'WEBSERVICE' || !header || row.referentienummer === null) return announceReceived(tx, scope, at)
  const { id: berichtId, referentienummer, berichtsoort } = row
  const pair = { organisationId: scope.organisationId, sender: header.zender.organisatie, receiver: SOFTWARE }
  await putInLine(tx, scope, { berichtId, ...pair, referentienummer, berichtsoort }, at)
  await enqueue(tx, sendBerichten, pair)
}
