import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { err, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import type { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { type SoundnessFault, soundConnection } from '#/lib/settings/sound-connection.ts'
import { type WriteFault, writeVersion } from '#/lib/settings/write-version.ts'

/** Why a connection was not changed. `of_other`: the certificate is of another gemeente. */
export type ConnectionFault = SoundnessFault | WriteFault | 'of_other'

/**
 * A certificate is no secret: whoever pastes it first has it. So the one who is refused is in the log, and the servicedesk hears of it
 * and can find out whose it is.
 */
async function tellOfOther(scope: ProductScope, member: MemberActor, pem: string | null): Promise<void> {
  const to = await sealedAddress(settings().operator.email)
  await inTransaction(scope.realm, async (tx) => {
    await recordAudit(tx, member, {
      event: 'settings.certificate-of-other',
      result: 'refused',
      object: { kind: 'settings', id: scope.product },
      basis: `productbeheerder ${scope.product}`,
      details: { vingerafdruk: pem === null ? null : (describeCertificate(pem)?.fingerprint ?? null) },
    })
    await enqueue(tx, sendMail, { to, template: 'certificate-of-other', params: { gemeente: member.organisationName } })
  })
}

/**
 * Changes how berichten of a product reach the gemeente's software and how that is known, with a history. Refused as
 * a conflict when the form showed an older version than the one in force: nothing is overwritten unseen.
 */
export async function changeConnection(actor: Actor, input: ChangeConnection): Promise<Result<null, ConnectionFault>> {
  const party = authoriseProduct(actor, 'settings.change', input.product)
  const sound = await soundConnection(input)
  if (!sound.ok) return sound
  const change = { version: input.version, chosen: sound.value }
  try {
    return await inTransaction(party.scope.realm, (tx) => writeVersion(tx, party, change))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await tellOfOther(party.scope, party.member, sound.value.clientCertificate)
    return err('of_other')
  }
}
