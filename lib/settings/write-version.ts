import type { MemberActor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { compareWlzWatched } from '#/lib/jobs/definitions/compare-wlz-watched.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { confirmedAddresses } from '#/lib/settings/addresses/confirmed-addresses.ts'
import { followAddresses } from '#/lib/settings/addresses/repository.ts'
import { changedFields } from '#/lib/settings/field-words.ts'
import { isFreshLogin } from '#/lib/settings/fresh-login.ts'
import { appendChanges, appendVersion, findSettings, replaceSettings } from '#/lib/settings/repository.ts'
import { SettingsChoice, type SettingsField, type SettingsView } from '#/lib/settings/schema.ts'
import { endWatching } from '#/lib/wlz/signals/end-watching.ts'

/** Somebody else was first: what is in force by now, and what was wanted in its place. */
export type Conflict = {
  readonly kind: 'changed_meanwhile'
  readonly product: Product
  readonly now: SettingsView
  readonly wanted: SettingsChoice
}

/** Why a version was not written. `login_again`: the login is too long ago for such a change. */
export type WriteFault = 'nothing_changed' | 'login_again' | Conflict

/** What sends berichten elsewhere, lets other software in, or has people looked up. */
const RISKY: readonly SettingsField[] = ['channel', 'endpoint', 'stufVersion', 'oin', 'clientCertificate', 'signals']

/** A change of some of the settings, made on the version that the person saw. */
export type SettingsWrite = {
  readonly version: number
  readonly chosen: Partial<SettingsChoice>
  /** The version that is put back with it. */
  readonly restored?: number
}

/** What redirects berichten: a change of it that nobody expected must be noticed (ASVS 6.3.7). */
const TOLD: readonly SettingsField[] = ['channel', 'endpoint', 'clientCertificate']

/** Tells the addresses that were confirmed before the change, also those that it removes. */
async function tellOfConnection(
  tx: Tx,
  scope: ProductScope<'settings.change'>,
  changes: readonly { readonly field: SettingsField }[],
): Promise<void> {
  if (!changes.some(({ field }) => TOLD.includes(field))) return
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: scope.organisationId },
    select: { name: true },
  })
  const mail = { template: 'connection-changed', params: { gemeente: organisation.name } } as const
  for (const address of await confirmedAddresses(tx, scope))
    await enqueue(tx, sendMail, { ...mail, to: await sealedAddress(address) })
}

/**
 * Switched on, the first comparison with the Wlz register begins at once. Off, whom the gemeente had compared is forgotten; signals
 * that were given stay for their term (decision 023).
 */
async function followSignals(tx: Tx, scope: ProductScope<'settings.change'>, isOn: boolean): Promise<void> {
  if (isOn) await enqueue(tx, compareWlzWatched, { organisationId: scope.organisationId, failures: 0 })
  else await endWatching(tx, scope)
}

/** Somebody was first while this was being written: then what they wrote is there by now. */
async function meanwhile(
  tx: Tx,
  scope: ProductScope<'settings.change'>,
  chosen: Partial<SettingsChoice>,
): Promise<Result<null, Conflict>> {
  const now = await findSettings(tx, scope, scope.product)
  return err({
    kind: 'changed_meanwhile',
    product: scope.product,
    now,
    wanted: SettingsChoice.parse({ ...now, ...chosen }),
  })
}

/**
 * Writes the next version of the settings of a product with its history and its row in the log. Refused as a conflict when
 * the person saw an older version than the one in force: nothing is overwritten unseen. Throws a unique violation for a certificate
 * that is another gemeente's.
 */
export async function writeVersion(
  tx: Tx,
  { scope, member }: { readonly scope: ProductScope<'settings.change'>; readonly member: MemberActor },
  { version, chosen, restored }: SettingsWrite,
): Promise<Result<null, WriteFault>> {
  const now = await findSettings(tx, scope, scope.product)
  const next = SettingsChoice.parse({ ...now, ...chosen })
  const changes = changedFields(now, next)
  // A form sent twice: the first one counted, and what it wanted is in force.
  if (changes.length === 0) return now.version === version ? err('nothing_changed') : ok(null)
  if (now.version !== version) return err({ kind: 'changed_meanwhile', product: scope.product, now, wanted: next })
  if (changes.some(({ field }) => RISKY.includes(field)) && !isFreshLogin(member)) return err('login_again')
  const who = { userId: member.userId, name: member.displayName, at: clock.now(), restored: restored ?? null }
  if (!(await replaceSettings(tx, scope, now, next, who))) return meanwhile(tx, scope, chosen)
  await tellOfConnection(tx, scope, changes)
  if (now.signals !== next.signals) await followSignals(tx, scope, next.signals)
  await followAddresses(tx, scope, next.notificationAddresses, who.at)
  await appendVersion(tx, scope, now.version + 1, next, who)
  await appendChanges(tx, scope, now.version + 1, changes, who)
  await recordAudit(tx, member, {
    event: 'settings.changed',
    object: { kind: 'settings', id: scope.product },
    basis: `productbeheerder ${scope.product}`,
    details: {
      versie: now.version + 1,
      velden: changes.map(({ field }) => field),
      ...(restored === undefined ? {} : { teruggezet: restored }),
    },
  })
  await noteCause(tx, scope, { kind: 'INSTELLINGEN', byMemberId: member.memberId }, who.at)
  return ok(null)
}
