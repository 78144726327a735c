import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { compareWlzWatched } from '#/lib/jobs/definitions/compare-wlz-watched.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock, HOUR_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** The gemeenten begin one after the other, spread over this time. */
const SPREAD_MS = 2 * HOUR_MS

/** Has every gemeente that switched the Wlz-signalen on compared with the register, each in a job of its own. Answers how many. */
export async function beginComparing(actor: SystemActor): Promise<number> {
  const { scope } = authoriseJob(actor, 'wlz.watch')
  return inTransaction(scope.realm, async (tx) => {
    const wanting = await tx.productSettings.findMany({
      where: { product: 'wlz-registertoets', wlzSignals: true },
      select: { organisationId: true },
      orderBy: { organisationId: 'asc' },
    })
    const began = clock.now().getTime()
    for (const [index, { organisationId }] of wanting.entries()) {
      const startAfter = new Date(began + Math.floor((index * SPREAD_MS) / wanting.length))
      await enqueue(tx, compareWlzWatched, { organisationId, failures: 0 }, { startAfter })
    }
    return wanting.length
  })
}
