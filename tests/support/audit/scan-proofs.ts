import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { letIn } from '#/lib/berichten/scanning/let-in.ts'
import { removeInfected } from '#/lib/berichten/scanning/remove-infected.ts'
import { scanWaiting } from '#/lib/berichten/scanning/scan-waiting.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState } from '#/lib/platform/shared-state.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { accepted, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { TEST_VIRUS, testScanner } from '#/tests/support/scanner.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const worker = systemActor('berichten.scan-contents', 'test')
const scanner = testScanner()
beforeAll(() => scanner.start())

/** Does it in a portal that has the scanner; elsewhere in these tests there is none. */
async function scanned<T>(work: () => Promise<T>): Promise<T> {
  const before = settings()
  setSettings({ ...before, scanner: scanner.address })
  replaceSharedState('virus-scanner', { provedUntil: 0, postponed: new Map() })
  try {
    return await work()
  } finally {
    setSettings(before)
  }
}

/** A delivery that the scanner has to look at; nothing else waits. */
async function held(database: TestDatabase, virus = '') {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const bytes = makeBericht('WMO301', { gemeenteCode: gemeente.code, identificatie: 'SCAN-1' })
  const file = Buffer.from(`${bytes.toString().trimEnd()}<!-- ${virus} -->`)
  // What an earlier proof left held, because the log was broken, is seen to first.
  await scanned(() => scanWaiting(worker, untilDone()))
  const { id } = await scanned(async () => accepted(await deliver(actor, file)))
  const { scope } = authoriseSystem(worker, 'bericht.scan', gemeente.id, 'iwmo')
  const row = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, id))
  if (!row) throw new Error('the delivery is not there')
  return { id, row, scope, about: { object_kind: 'bericht', object_id: id, organisation_id: gemeente.id } }
}

/** What the scanner leads to. */
export const SCAN_PROOFS: readonly Proof[] = [
  {
    path: 'lib/berichten/scanning/let-in.ts#letIn',
    events: ['bericht.released'],
    async arrange(database) {
      const { row, scope, about } = await held(database)
      return { actor: worker, act: () => letIn(worker, scope, row, untilDone()), row: about }
    },
  },
  {
    path: 'lib/berichten/scanning/remove-infected.ts#removeInfected',
    events: ['bericht.infected'],
    async arrange(database) {
      const { id, scope, about } = await held(database)
      return { actor: worker, act: () => removeInfected(worker, scope, id, 'Eicar-Signature'), row: about }
    },
  },
  ...[['bericht.released', ''] as const, ['bericht.infected', TEST_VIRUS] as const].map(
    ([event, virus]): Proof => ({
      path: 'lib/berichten/scanning/scan-waiting.ts#scanWaiting',
      events: [event],
      async arrange(database) {
        const { about } = await held(database, virus)
        return { actor: worker, act: () => scanned(() => scanWaiting(worker, untilDone())), row: about }
      },
    }),
  ),
]
