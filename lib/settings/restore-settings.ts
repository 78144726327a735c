import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import type { ConnectionFault } from '#/lib/settings/change-connection.ts'
import { findSettings, findVersion } from '#/lib/settings/repository.ts'
import type { RestoreSettings, SettingsChoice } from '#/lib/settings/schema.ts'
import { type Connection, type SoundnessFault, soundConnection } from '#/lib/settings/sound-connection.ts'
import { writeVersion } from '#/lib/settings/write-version.ts'

const connectionOf = ({ channel, endpoint, stufVersion, oin, clientCertificate }: Connection): Connection => ({
  channel,
  endpoint,
  stufVersion,
  oin,
  clientCertificate,
})

/** The connection of an earlier version, looked at as if it was filled in today; what is in force anyhow is not looked at again. */
async function soundAgain(now: Connection, then: Connection): Promise<Result<Partial<SettingsChoice>, SoundnessFault>> {
  if (isDeepStrictEqual(connectionOf(now), connectionOf(then))) return ok({})
  const { endpoint, oin, clientCertificate } = then
  return soundConnection({
    ...then,
    endpoint: endpoint ?? '',
    oin: oin ?? '',
    certificate: clientCertificate ?? '',
  })
}

/** Which version was put back, and the one that it became. */
export type Restored = { readonly product: Product; readonly restored: number; readonly version: number }

/**
 * Puts an earlier version of the settings of a product back, as a new version: the history stays whole, and says which one it was. It
 * passes the checks of a change; what was sound then may not be any more. Throws NotFoundError for a version that is not there.
 */
export async function restoreSettings(
  actor: Actor,
  input: RestoreSettings,
): Promise<Result<Restored, ConnectionFault | 'no_register'>> {
  const party = authoriseProduct(actor, 'settings.change', input.product)
  const { scope } = party
  const [now, then] = await inTransaction(scope.realm, async (tx) => [
    await findSettings(tx, scope, scope.product),
    await findVersion(tx, scope, input.terug),
  ])
  if (then === null) throw new NotFoundError('settings version')
  if (then.chosen.signals && !now.signals && settings().ciz === null) return err('no_register')
  const sound = await soundAgain(now, then.chosen)
  if (!sound.ok) return sound
  const change = { version: input.version, chosen: { ...then.chosen, ...sound.value }, restored: input.terug }
  try {
    const written = await inTransaction(scope.realm, (tx) => writeVersion(tx, party, change))
    return written.ok ? ok({ product: scope.product, restored: input.terug, version: input.version + 1 }) : written
  } catch (error) {
    if (isUniqueViolation(error)) return err('of_other')
    throw error
  }
}
