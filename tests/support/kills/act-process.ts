import { Readable } from 'node:stream'
import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import { makeDrainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { pairLocks } from '#/lib/chain/outbound/pair-locks.ts'
import { requireSettings } from '#/lib/platform/settings/settings.ts'
import type { Act } from '#/tests/support/kills/victim.ts'

// A process that does one thing of the portal and then waits, for tests that kill it while it does.
const { databaseUrl } = requireSettings()
const signal = new AbortController().signal
const bytes = (base64: string) => Readable.from([Buffer.from(base64, 'base64')])

async function perform(act: Act): Promise<string> {
  if (act.kind === 'send') {
    const pool = makeDrainPool(pairLocks(databaseUrl))
    await pool.addDue()
    await pool.idle()
    return 'sent'
  }
  if (act.kind === 'deliver') {
    const { actor, content, idempotencyKey } = act
    // Dates became texts on their way here.
    const who = { ...actor, authnInstant: new Date(actor.authnInstant) }
    const input = { product: 'iwmo', unverifiedFileName: 'x.xml', idempotencyKey, body: bytes(content) } as const
    return (await deliverBericht(who, input, signal)).kind
  }
  const { organisationId, content } = act
  const input = { organisationId, product: 'iwmo', body: bytes(content) } as const
  return (await receiveBericht(systemActor('keten', 'test'), input, signal)).ok ? 'received' : 'refused'
}

const Message = z.object({ act: z.custom<Act>((value) => typeof value === 'object' && value !== null) })
process.on('message', (message) => {
  perform(Message.parse(message).act).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ outcome: `failed: ${String(error)}` }),
  )
})
process.once('disconnect', () => process.exit(0))
process.send?.({ outcome: 'ready' })
