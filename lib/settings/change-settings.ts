import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Result } from '#/lib/platform/result.ts'
import { listAddresses } from '#/lib/settings/addresses/repository.ts'
import type { AddressView } from '#/lib/settings/addresses/schema.ts'
import { findSettings, listChanges, listVersions } from '#/lib/settings/repository.ts'
import type { ChangeSettings, SettingsChangeView, SettingsVersionView, SettingsView } from '#/lib/settings/schema.ts'
import { type WriteFault, writeVersion } from '#/lib/settings/write-version.ts'

const HISTORY_ROWS = 50
const EARLIER_VERSIONS = 10
/**
 * Changes the settings of a product, with a history of who, when, from and to. Refused as a conflict when the
 * form showed an older version than the one in force: nothing is overwritten unseen.
 */
export async function changeSettings(actor: Actor, input: ChangeSettings): Promise<Result<null, WriteFault>> {
  const party = authoriseProduct(actor, 'settings.change', input.product)
  const { version, notificationAddresses, retention } = input
  const change = { version, chosen: { notificationAddresses, retention } }
  return inTransaction(party.scope.realm, (tx) => writeVersion(tx, party, change))
}

type ReadSettings = {
  readonly settings: SettingsView
  readonly addresses: readonly AddressView[]
  readonly history: readonly SettingsChangeView[]
  /** Versions that can be put back, newest first. */
  readonly earlier: readonly SettingsVersionView[]
}

/** The settings of a product with their latest changes, for whoever keeps them. */
export async function readSettings(actor: Actor, product: Product): Promise<ReadSettings> {
  const { scope } = authoriseProduct(actor, 'settings.read', product)
  return inTransaction(scope.realm, async (tx) => {
    const settings = await findSettings(tx, scope, product)
    return {
      settings,
      addresses: await listAddresses(tx, scope),
      history: await listChanges(tx, scope, HISTORY_ROWS),
      earlier: await listVersions(tx, scope, settings.version, EARLIER_VERSIONS),
    }
  })
}
