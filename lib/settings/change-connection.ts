import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { err, type Result } from '#/lib/platform/result.ts'
import type { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { type SoundnessFault, soundConnection } from '#/lib/settings/sound-connection.ts'
import { type WriteFault, writeVersion } from '#/lib/settings/write-version.ts'

/** Why a connection was not changed. `of_other`: the certificate is of another gemeente. */
export type ConnectionFault = SoundnessFault | WriteFault | 'of_other'

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
    if (isUniqueViolation(error)) return err('of_other')
    throw error
  }
}
