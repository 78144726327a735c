import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import type { ChangeSignals, SignalChoice } from '#/lib/settings/signals-schema.ts'
import { type WriteFault, writeVersion } from '#/lib/settings/write-version.ts'

const PRODUCT = 'wlz-registertoets'

/** Why nothing was changed. `no_register`: there is nobody to ask. */
export type SignalsFault = WriteFault | 'no_register'

/** Switches the daily Wlz-signalen of the gemeente on or off, with a history (decision 023). */
export async function changeSignals(actor: Actor, input: ChangeSignals): Promise<Result<SignalChoice, SignalsFault>> {
  const party = authoriseProduct(actor, 'settings.change', PRODUCT)
  const signals = input.signals === 'AAN'
  if (signals && settings().ciz === null) return err('no_register')
  return inTransaction(party.scope.realm, async (tx) => {
    const written = await writeVersion(tx, party, { version: input.version, chosen: { signals } })
    return written.ok ? ok(input.signals) : written
  })
}
