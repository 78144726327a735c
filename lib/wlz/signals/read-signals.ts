import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'
import { findRow, listRows } from '#/lib/wlz/signals/signal-repository.ts'
import { type SignalView, toSignalView } from '#/lib/wlz/signals/view.ts'

const PRODUCT = 'wlz-registertoets'
const PER_PAGE = 50

/** Some of the signals, newest first. `next`: the id after which older ones come. */
export type SignalPage = {
  readonly items: readonly SignalView[]
  readonly next: string | null
  /** Whether the gemeente has switched the signals on. */
  readonly isOn: boolean
}

/** The Wlz-signalen of the own gemeente, from the newest on or from after `before`; who looked is in the log. Throws ForbiddenError. */
export async function listSignals(actor: Actor, before: string | null): Promise<SignalPage> {
  const { scope, member } = authoriseProduct(actor, 'wlz.read-signals', PRODUCT)
  return inTransaction(scope.realm, async (tx) => {
    const rows = await listRows(tx, scope, before, PER_PAGE + 1)
    const items = rows.slice(0, PER_PAGE).map(toSignalView)
    await recordAudit(tx, member, {
      event: 'wlz.signals-read',
      object: { kind: 'organisation', id: scope.organisationId },
      basis: `gebruiker ${PRODUCT}`,
      details: { aantal: items.length },
    })
    const { signals } = await settingsInForce(tx, scope)
    return { items, next: rows.length > PER_PAGE ? (items.at(-1)?.id ?? null) : null, isOn: signals }
  })
}

/** One signal of the own gemeente. Throws ForbiddenError, and NotFoundError for every other id. */
export async function readSignal(actor: Actor, id: string): Promise<SignalView> {
  const { scope, member } = authoriseProduct(actor, 'wlz.read-signals', PRODUCT)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findRow(tx, scope, id)
    if (row === null) throw new NotFoundError('signal')
    await recordAudit(tx, member, {
      event: 'wlz.signals-read',
      object: { kind: 'organisation', id: scope.organisationId },
      basis: `gebruiker ${PRODUCT}`,
      details: { aantal: 1 },
    })
    return toSignalView(row)
  })
}
