import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type CertificateFault, describeCertificate, readClientCertificate } from '#/lib/settings/client-certificate.ts'
import type { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { checkEndpoint, type EndpointFault } from '#/lib/settings/endpoint-address.ts'
import { appendChanges, findSettings, replaceSettings } from '#/lib/settings/repository.ts'
import type { SettingsChangeView, SettingsView } from '#/lib/settings/schema.ts'

/** A change that sends berichten elsewhere, or lets other software in, asks for a login of at most so long ago. */
const FRESH_LOGIN_MS = 10 * MINUTE_MS

/** Why a connection was not changed. `login_again`: the login is too long ago. `of_other`: the certificate is of another gemeente. */
export type ConnectionFault =
  | CertificateFault
  | EndpointFault
  | 'changed_meanwhile'
  | 'nothing_changed'
  | 'login_again'
  | 'of_other'
  | 'no_webservice'

type Connection = Pick<SettingsView, 'channel' | 'endpoint' | 'clientCertificate'>

/** A certificate as the history shows it: whose it is, until when, and the beginning of its fingerprint. */
const certificateWords = (pem: string | null): readonly string[] => {
  const view = pem === null ? null : describeCertificate(pem)
  if (view === null) return []
  return [`${view.subject} (${view.validUntil.toISOString().slice(0, 10)}, ${view.fingerprint.slice(0, 16)})`]
}

/** What a change would alter, field by field. */
function changedFields(now: Connection, next: Connection): Pick<SettingsChangeView, 'field' | 'from' | 'to'>[] {
  const texts = (value: string | null) => (value === null ? [] : [value])
  const fields = [
    { field: 'channel', from: [now.channel], to: [next.channel], isChanged: now.channel !== next.channel },
    {
      field: 'endpoint',
      from: texts(now.endpoint),
      to: texts(next.endpoint),
      isChanged: now.endpoint !== next.endpoint,
    },
    {
      field: 'clientCertificate',
      from: certificateWords(now.clientCertificate),
      to: certificateWords(next.clientCertificate),
      isChanged: now.clientCertificate !== next.clientCertificate,
    },
  ] as const
  return fields.filter(({ isChanged }) => isChanged).map(({ field, from, to }) => ({ field, from, to }))
}

const isFresh = ({ authnInstant }: MemberActor) => clock.now().getTime() - authnInstant.getTime() <= FRESH_LOGIN_MS

/** The form as a connection that is sound: address and certificate are looked at before anything is written. */
async function soundConnection(
  input: ChangeConnection,
): Promise<Result<Connection & { readonly clientFingerprint: string | null }, CertificateFault | EndpointFault>> {
  const fault = input.endpoint === '' ? null : await checkEndpoint(input.endpoint)
  if (fault !== null) return err(fault)
  const certificate = input.certificate === '' ? null : readClientCertificate(input.certificate)
  if (certificate !== null && !certificate.ok) return certificate
  return ok({
    channel: input.channel,
    endpoint: input.endpoint === '' ? null : input.endpoint,
    clientCertificate: certificate?.value.pem ?? null,
    clientFingerprint: certificate?.value.fingerprint ?? null,
  })
}

/**
 * A certificate is no secret: whoever pastes it first has it. So the one who is refused is in the log, and the servicedesk hears of it
 * and can find out whose it is.
 */
async function tellOfOther(scope: ProductScope, member: MemberActor, fingerprint: string | null): Promise<void> {
  const to = await sealedAddress(settings().operator.email)
  await inTransaction(scope.realm, async (tx) => {
    await recordAudit(tx, member, {
      event: 'settings.certificate-of-other',
      result: 'refused',
      object: { kind: 'settings', id: scope.product },
      basis: `productbeheerder ${scope.product}`,
      details: { vingerafdruk: fingerprint },
    })
    await enqueue(tx, sendMail, { to, template: 'certificate-of-other', params: { gemeente: member.organisationName } })
  })
}

/**
 * Changes how berichten of a product reach the gemeente's software and how that is known, with a history. Refused as
 * `changed_meanwhile` when the form showed an older version than the one in force: nothing is overwritten unseen.
 */
export async function changeConnection(actor: Actor, input: ChangeConnection): Promise<Result<null, ConnectionFault>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', input.product)
  if (input.channel === 'WEBSERVICE' && settings().webservice === null) return err('no_webservice')
  const sound = await soundConnection(input)
  if (!sound.ok) return sound
  const next = sound.value
  try {
    return await inTransaction(scope.realm, async (tx) => {
      const now = await findSettings(tx, scope, scope.product)
      const changes = changedFields(now, next)
      if (changes.length === 0) return now.version === input.version ? err('nothing_changed') : ok(null)
      if (now.version !== input.version) return err('changed_meanwhile')
      if (!isFresh(member)) return err('login_again')
      const at = clock.now()
      const row = { ...next, changedByName: member.displayName, changedAt: at }
      if (!(await replaceSettings(tx, scope, now, row))) return err('changed_meanwhile')
      await appendChanges(tx, scope, now.version + 1, { userId: member.userId, name: member.displayName, at }, changes)
      await recordAudit(tx, member, {
        event: 'settings.changed',
        object: { kind: 'settings', id: scope.product },
        basis: `productbeheerder ${scope.product}`,
        details: { versie: now.version + 1, velden: changes.map(({ field }) => field) },
      })
      return ok(null)
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await tellOfOther(scope, member, next.clientFingerprint)
    return err('of_other')
  }
}
