import { systemActor } from '#/lib/access/actor.ts'
import { resendBericht } from '#/lib/berichten/resend-bericht.ts'
import { sendNext } from '#/lib/chain/outbound/send-next.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { accepted, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

// One try, so that the first failure is the last.
const chain = testChain({ tries: 1 })
const AGB = '99990001'
let number = 0

/** A bericht of a gemeente of its own that waits to be sent. */
async function waiting(database: TestDatabase) {
  number += 1
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `K-${number}` })
  const { id } = accepted(await deliver(actor, file))
  const pair = { organisationId: gemeente.id, sender: gemeente.code, receiver: AGB }
  return { actor, id, pair, about: { object_kind: 'bericht', object_id: id, organisation_id: gemeente.id } }
}

const sending = (answer: 'received' | 'down', events: Proof['events']): Proof => ({
  path: 'lib/chain/outbound/send-next.ts#sendNext',
  events,
  async arrange(database) {
    const { id, pair, about } = await waiting(database)
    const act = () => {
      chain.answer(ANSWERS[answer])
      return sendNext(pair, untilDone())
    }
    return { actor: systemActor('keten.verzenden', id), act, row: about }
  },
})

/** What the log says of the way to the chain. */
export const CHAIN_PROOFS: readonly Proof[] = [
  sending('received', ['bericht.confirmed', 'bericht.sent']),
  sending('down', ['bericht.parked', 'bericht.sent']),
  {
    path: 'lib/berichten/resend-bericht.ts#resendBericht',
    events: ['bericht.resent'],
    async arrange(database) {
      const { actor, id, about } = await waiting(database)
      await database.query("UPDATE bericht SET status = 'MISLUKT' WHERE id = $1", [id])
      return { actor, act: () => resendBericht(actor, { product: 'iwmo', berichtId: id }), row: about }
    },
  },
]
