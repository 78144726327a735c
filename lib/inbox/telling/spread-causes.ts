import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import type { NotificationCause } from '#/lib/generated/prisma/client.ts'
import { findAudience, type Listener } from '#/lib/inbox/telling/audience.ts'
import { ROLE_OF_KIND } from '#/lib/notifications/kinds.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { lockOn } from '#/lib/platform/db/lock.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'
import { ids } from '#/lib/platform/ids.ts'

/** Causes of one transaction. */
const BATCH = 2_000
/** Two workers that spread at once would wait for each other's rows anyway. */
const SPREADING = lockOn('meldingen verdelen')

type Told = {
  readonly organisationId: string
  readonly memberId: string
  readonly product: string
  readonly kind: NotificationCause['kind']
  readonly amount: number
  readonly berichtId: string | null
  readonly firstAt: Date
  readonly lastAt: Date
}

const isFor = (cause: NotificationCause, { memberId, organisationId, product, role }: Listener): boolean =>
  cause.organisationId === organisationId &&
  cause.product === product &&
  ROLE_OF_KIND[cause.kind] === role &&
  cause.byMemberId !== memberId

const keyOf = ({ organisationId, product }: { readonly organisationId: string; readonly product: string }) =>
  `${organisationId} ${product}`

/** Of one person and product: the causes of each kind as one. */
function toldOf(listener: Listener, causes: readonly NotificationCause[]): Told[] {
  const own = Object.values(Object.groupBy(causes, ({ kind }) => kind))
  return own.map((same): Told => {
    const [first, last] = [same[0], same.at(-1)] as [NotificationCause, NotificationCause]
    const { organisationId, memberId, product } = listener
    const isOne = same.every(({ berichtId }) => berichtId === first.berichtId)
    return {
      organisationId,
      memberId,
      product,
      kind: first.kind,
      // How near the end of a certificate is does not add up.
      amount: first.kind === 'CERTIFICAAT' ? last.amount : same.reduce((sum, { amount }) => sum + amount, 0),
      berichtId: isOne ? first.berichtId : null,
      firstAt: first.createdAt,
      lastAt: last.createdAt,
    }
  })
}

/** Adds to what is unread of the same kind and product, or makes a new notification. In one order, as whoever reads takes them. */
async function tell(tx: Tx, told: readonly Told[], at: Date): Promise<void> {
  const rows = rowsJson(told.map((row) => ({ id: ids.rowId(), ...row, unmailedSince: at, mailedAmount: 0 })))
  await tx.$executeRaw`
    INSERT INTO notification AS n SELECT t.* FROM jsonb_populate_recordset(NULL::notification, ${rows}::jsonb) AS t
    ORDER BY t.member_id, t.kind, t.product
    ON CONFLICT (member_id, kind, product) WHERE read_at IS NULL DO UPDATE SET
      amount = CASE n.kind WHEN 'CERTIFICAAT' THEN excluded.amount ELSE n.amount + excluded.amount END,
      bericht_id = CASE WHEN n.bericht_id = excluded.bericht_id THEN n.bericht_id END,
      last_at = greatest(n.last_at, excluded.last_at),
      unmailed_since = coalesce(n.unmailed_since, excluded.unmailed_since)`
}

async function takeCauses(tx: Tx): Promise<NotificationCause[]> {
  const causes = await tx.notificationCause.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: BATCH })
  await tx.notificationCause.deleteMany({ where: { id: { in: causes.map(({ id }) => id) } } })
  return causes
}

async function spreadBatch(tx: Tx): Promise<number> {
  const causes = await takeCauses(tx)
  const byProduct = Map.groupBy(causes, keyOf)
  const audience = await findAudience(tx, [...new Set(causes.map(({ organisationId }) => organisationId))])
  const told = audience.flatMap((listener) =>
    toldOf(
      listener,
      (byProduct.get(keyOf(listener)) ?? []).filter((cause) => isFor(cause, listener)),
    ),
  )
  if (told.length > 0) await tell(tx, told, clock.now())
  return causes.length
}

/**
 * Makes notifications of what happened since the last time, for whoever has the role for it now. A cause goes in the transaction that
 * counts it: killed in between, it is counted by the next run, and never twice. Answers of how many causes.
 */
export async function spreadCauses(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const { scope } = authoriseJob(actor, 'notification.tell')
  let spread = 0
  for (;;) {
    signal.throwIfAborted()
    const batch = await inTransaction(scope.realm, spreadBatch, [SPREADING])
    spread += batch
    if (batch < BATCH) return spread
  }
}
