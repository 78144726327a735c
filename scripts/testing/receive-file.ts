import { createReadStream } from 'node:fs'
import { systemActor } from '#/lib/access/actor.ts'
import { isBerichtProduct } from '#/lib/access/products.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { closeDatabase, inTransaction } from '#/lib/platform/db/client.ts'
import { keepTimeWithDatabase } from '#/lib/platform/db/database-clock.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { requireSettings } from '#/lib/platform/settings/settings.ts'
import { validatorPool } from '#/lib/validator/pool.ts'

// Brings one file to a gemeente of a world, as the chain will: a process of that world, because only those have its keys.
async function receiveFile(gemeenteCode: string, product: string, path: string): Promise<string> {
  if (!isBerichtProduct(product)) throw new Error(`${product} exchanges no berichten`)
  requireSettings()
  await keepTimeWithDatabase()
  const organisation = await inTransaction({ kind: 'systeem' }, (tx) =>
    tx.organisation.findFirstOrThrow({ where: { gemeenteCode }, select: { id: true } }),
  )
  const input = { organisationId: organisation.id, product, body: createReadStream(path) }
  const received = await receiveBericht(systemActor('keten', 'test'), input, new AbortController().signal)
  if (!received.ok) throw new Error(`the file was not taken in: ${received.error}`)
  return received.value.bericht.id
}

const [gemeenteCode = '', product = '', path = ''] = process.argv.slice(2)
const id = await receiveFile(gemeenteCode, product, path)
validatorPool().close()
await closeJobSender()
await stopNotices()
await closeDatabase()
process.send?.({ type: 'received', id })
process.disconnect?.()
