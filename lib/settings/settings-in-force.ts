import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { findSettings } from '#/lib/settings/repository.ts'
import type { SettingsView } from '#/lib/settings/schema.ts'

/** What a gemeente has chosen for a product, for work in a transaction of that gemeente that depends on it. */
export async function settingsInForce(
  tx: Tx,
  scope: ProductScope<
    'bericht.receive' | 'bericht.expire' | 'bericht.scan' | 'bericht.send' | 'wlz.watch' | 'wlz.read-signals'
  >,
): Promise<SettingsView> {
  return findSettings(tx, scope, scope.product)
}
