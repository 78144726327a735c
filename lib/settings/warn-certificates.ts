import { type Actor, systemActor } from '#/lib/access/actor.ts'
import { authoriseJob, authoriseSystem } from '#/lib/access/authorise.ts'
import { isProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { confirmedAddresses } from '#/lib/settings/addresses/confirmed-addresses.ts'
import { certificateStage } from '#/lib/settings/certificate-stage.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'

type Due = {
  readonly organisationId: string
  readonly product: string
  readonly fingerprint: string | null
  readonly stage: number
}

/** The certificates that reached a stage of which nobody was told yet. */
async function listDue(): Promise<readonly Due[]> {
  const rows = await inTransaction({ kind: 'systeem' }, (tx) =>
    tx.productSettings.findMany({
      where: { clientCertificate: { not: null } },
      select: {
        organisationId: true,
        product: true,
        clientCertificate: true,
        clientFingerprint: true,
        certificateStage: true,
      },
    }),
  )
  return rows.flatMap(({ organisationId, product, clientCertificate, clientFingerprint, certificateStage: told }) => {
    const until = describeCertificate(clientCertificate ?? '')?.validUntil
    if (until === undefined) return []
    const stage = certificateStage(until.getTime() - clock.now().getTime())
    return stage === null || (told !== null && told <= stage)
      ? []
      : [{ organisationId, product, fingerprint: clientFingerprint, stage }]
  })
}

async function warn(actor: Actor, { organisationId, product, fingerprint, stage }: Due): Promise<boolean> {
  if (!isProduct(product)) return false
  const { scope, system } = authoriseSystem(actor, 'certificate.watch', organisationId, product)
  return inTransaction(scope.realm, async (tx) => {
    const { count } = await tx.productSettings.updateMany({
      where: {
        organisationId,
        product,
        // Of another, that was put in its place since, nobody needs to hear.
        clientFingerprint: fingerprint,
        OR: [{ certificateStage: null }, { certificateStage: { gt: stage } }],
      },
      data: { certificateStage: stage },
    })
    // Another worker was first.
    if (count === 0) return false
    const addresses = await confirmedAddresses(tx, scope)
    const gemeente = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
    const params = gemeente ? { gemeente: gemeente.name } : {}
    for (const address of addresses)
      await enqueue(tx, sendMail, { to: await sealedAddress(address), template: 'certificate-expires', params })
    // Where no address is confirmed, those who let people in can pass it on.
    if (addresses.length === 0)
      await enqueue(tx, sendMail, {
        to: { kind: 'managers', id: organisationId },
        template: 'certificate-expires',
        params,
      })
    await noteCause(tx, scope, { kind: 'CERTIFICAAT', amount: stage }, clock.now())
    await recordAudit(tx, system, {
      event: 'settings.certificate-expires',
      object: { kind: 'settings', id: product },
      organisationId,
      details: { dagen: stage },
    })
    return true
  })
}

/**
 * Tells gemeenten, once at each stage, that the certificate of their software is about to expire: the addresses of the settings, and
 * the Productbeheerders in their inbox. Answers how many were told.
 */
export async function warnOfCertificates(runId: string): Promise<number> {
  const actor = systemActor('instellingen.certificaten', runId)
  authoriseJob(actor, 'certificate.watch')
  let told = 0
  for (const due of await listDue()) if (await warn(actor, due)) told += 1
  return told
}
