import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { appendChanges, findSettings, listChanges, replaceSettings } from '#/lib/settings/repository.ts'
import type { ChangeSettings, SettingsChangeView, SettingsView } from '#/lib/settings/schema.ts'

const HISTORY_ROWS = 50
type Change = Pick<SettingsChangeView, 'field' | 'from' | 'to'>

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, index) => item === other[index])

/** What a change would alter, field by field. */
export function changedFields(now: SettingsView, wanted: ChangeSettings): Change[] {
  const fields: Change[] = [
    { field: 'notificationAddresses', from: now.notificationAddresses, to: wanted.notificationAddresses },
    { field: 'retention', from: [now.retention], to: [wanted.retention] },
  ]
  return fields.filter(({ from, to }) => !isSame(from, to))
}

/**
 * Changes the settings of a product, with a history of who, when, from and to. Refused as `changed_meanwhile` when the
 * form showed an older version than the one in force: nothing is overwritten unseen.
 */
export async function changeSettings(
  actor: Actor,
  input: ChangeSettings,
): Promise<Result<null, 'changed_meanwhile' | 'nothing_changed'>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', input.product)
  return inTransaction(scope.realm, async (tx) => {
    const now = await findSettings(tx, scope, scope.product)
    const changes = changedFields(now, input)
    // A form sent twice: the first one counted, and what it wanted is in force.
    if (changes.length === 0) return now.version === input.version ? err('nothing_changed') : ok(null)
    if (now.version !== input.version) return err('changed_meanwhile')
    const at = clock.now()
    const next = {
      notificationAddresses: input.notificationAddresses,
      retention: input.retention,
      changedByName: member.displayName,
      changedAt: at,
    }
    if (!(await replaceSettings(tx, scope, now, next))) return err('changed_meanwhile')
    await appendChanges(tx, scope, now.version + 1, { userId: member.userId, name: member.displayName, at }, changes)
    await recordAudit(tx, member, {
      event: 'settings.changed',
      object: { kind: 'settings', id: scope.product },
      basis: `productbeheerder ${scope.product}`,
      details: { versie: now.version + 1, velden: changes.map(({ field }) => field) },
    })
    await noteCause(tx, scope, { kind: 'INSTELLINGEN', byMemberId: member.memberId }, at)
    return ok(null)
  })
}

/** The settings of a product with their latest changes, for whoever keeps them. */
export async function readSettings(
  actor: Actor,
  product: Product,
): Promise<{ readonly settings: SettingsView; readonly history: readonly SettingsChangeView[] }> {
  const { scope } = authoriseProduct(actor, 'settings.read', product)
  return inTransaction(scope.realm, async (tx) => ({
    settings: await findSettings(tx, scope, product),
    history: await listChanges(tx, scope, HISTORY_ROWS),
  }))
}
