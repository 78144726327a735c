import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { compareWlzWatched } from '#/lib/jobs/definitions/compare-wlz-watched.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { isFreshLogin } from '#/lib/settings/fresh-login.ts'
import { appendChanges, findSettings, replaceSettings } from '#/lib/settings/repository.ts'
import type { ChangeSignals, SignalChoice } from '#/lib/settings/signals-schema.ts'
import { endWatching } from '#/lib/wlz/signals/end-watching.ts'

const PRODUCT = 'wlz-registertoets'

/** Why nothing was changed. `login_again`: the login is too long ago. `no_register`: there is nobody to ask. */
export type SignalsFault = 'changed_meanwhile' | 'nothing_changed' | 'login_again' | 'no_register'

const choice = (isOn: boolean): SignalChoice => (isOn ? 'AAN' : 'UIT')

/**
 * Switches the daily Wlz-signalen of the gemeente on or off, with a history. On: the first comparison begins at once. Off: whom the
 * gemeente had compared is forgotten in the same transaction; signals that were given stay for their term (decision 023).
 */
export async function changeSignals(actor: Actor, input: ChangeSignals): Promise<Result<SignalChoice, SignalsFault>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', PRODUCT)
  const wanted = input.signals === 'AAN'
  if (wanted && settings().ciz === null) return err('no_register')
  return inTransaction(scope.realm, async (tx) => {
    const now = await findSettings(tx, scope, PRODUCT)
    if (now.signals === wanted) return now.version === input.version ? err('nothing_changed') : ok(input.signals)
    if (now.version !== input.version) return err('changed_meanwhile')
    if (!isFreshLogin(member)) return err('login_again')
    const at = clock.now()
    const next = { wlzSignals: wanted, changedByName: member.displayName, changedAt: at }
    if (!(await replaceSettings(tx, scope, now, next))) return err('changed_meanwhile')
    const who = { userId: member.userId, name: member.displayName, at }
    const change = { field: 'signals', from: [choice(now.signals)], to: [input.signals] } as const
    await appendChanges(tx, scope, now.version + 1, who, [change])
    if (wanted) await enqueue(tx, compareWlzWatched, { organisationId: scope.organisationId, failures: 0 })
    else await endWatching(tx, scope)
    await recordAudit(tx, member, {
      event: 'settings.changed',
      object: { kind: 'settings', id: PRODUCT },
      basis: `productbeheerder ${PRODUCT}`,
      details: { versie: now.version + 1, velden: ['signals'] },
    })
    return ok(input.signals)
  })
}
