import type { SystemActor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { forgetContent, noteFindings } from '#/lib/berichten/repository.ts'
import { claimAwaiting } from '#/lib/berichten/scanning/scan-repository.ts'
import { findingsOf } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { type MailTo, sealedAddress } from '#/lib/notifications/mail.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { confirmedAddresses } from '#/lib/settings/addresses/confirmed-addresses.ts'

type ScanScope = ProductScope<'bericht.scan', BerichtProduct>

/** Names of signatures are of the scanner's making; what does not look like one is not kept. */
const nameOf = (signature: string) => (/^[A-Za-z0-9._:-]{1,100}$/.test(signature) ? signature : 'onbekend')

const VIRUS = {
  code: 'VIRUS',
  variant: 'algemeen',
  ernst: 'fout',
  regel: null,
  kolom: null,
  pad: null,
  params: {},
} as const satisfies Finding

/** Whoever delivered it; of what came in those whom the gemeente has told when something comes. */
async function readersOf(tx: Tx, scope: ScanScope, row: Bericht): Promise<readonly MailTo[]> {
  const { organisationId } = scope
  if (row.direction === 'AANGELEVERD') {
    const member = await tx.member.findFirst({
      where: { organisationId, userId: row.deliveredById ?? '' },
      select: { id: true },
    })
    return member ? [{ kind: 'member', id: member.id }] : []
  }
  return Promise.all((await confirmedAddresses(tx, scope)).map(sealedAddress))
}

async function tellInfected(tx: Tx, scope: ScanScope, row: Bericht): Promise<void> {
  const { name: gemeente } = await tx.organisation.findUniqueOrThrow({
    where: { id: scope.organisationId },
    select: { name: true },
  })
  const template = row.direction === 'AANGELEVERD' ? 'delivered-infected' : 'received-infected'
  for (const to of await readersOf(tx, scope, row)) await enqueue(tx, sendMail, { to, template, params: { gemeente } })
}

/**
 * Refuses a bericht in which the scanner found something and destroys its content, with the proof of that in the log; whoever
 * it concerns is told. What is known about it stays. Does nothing when another process was first.
 */
export async function removeInfected(
  system: SystemActor,
  scope: ScanScope,
  berichtId: string,
  signature: string,
): Promise<void> {
  await inTransaction(scope.realm, async (tx) => {
    const row = await claimAwaiting(tx, scope, berichtId)
    if (!row?.storageKey) return
    await noteFindings(tx, scope, berichtId, [VIRUS, ...findingsOf(row)])
    await forgetContent(tx, scope, berichtId)
    const event = row.direction === 'AANGELEVERD' ? 'reject' : 'refuse'
    if (row.status === 'IN_CONTROLE') await letHappen(tx, scope, berichtId, event, { at: clock.now(), byName: null })
    await recordAudit(tx, system, {
      event: 'bericht.infected',
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
      reasonCode: 'VIRUS',
      details: {
        kenmerk: nameOf(signature),
        berichtsoort: row.berichtsoort,
        grootte: row.sizeBytes,
        sha256: Buffer.from(row.sha256).toString('hex'),
        opslag: row.storageKey,
      },
    })
    await tellInfected(tx, scope, row)
    // Last: a row that tells of a deletion is never true too early.
    await contentStorage().remove(row.storageKey)
  })
}
