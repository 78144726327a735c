import { once } from 'node:events'
import { chainParties } from '#/lib/chain/inbound/chain-parties.ts'
import { renewFiles } from '#/lib/chain/inbound/renew-files.ts'
import { readServiceFiles } from '#/lib/chain/inbound/service-files.ts'
import { makeSoapService, type SoapService } from '#/lib/chain/inbound/soap-service.ts'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { requireBoundRole } from '#/lib/platform/db/bound-role.ts'
import { closeDatabase } from '#/lib/platform/db/client.ts'
import { followDatabaseClock } from '#/lib/platform/db/database-clock.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { log } from '#/lib/platform/log.ts'
import { requireSettings } from '#/lib/platform/settings/settings.ts'
import { validatorPool } from '#/lib/validator/pool.ts'

// The web service process (`npm run webservice`): takes envelopes in from the chain and from software of gemeenten.
process.title = 'portaal-webservice'
const { webservice } = requireSettings()

const endAsked = Promise.withResolvers<string>()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => endAsked.resolve(signal))
// Whoever forked this process has gone, perhaps by a kill: nobody would end it any more.
process.once('disconnect', () => endAsked.resolve('disconnect'))

/** How long open requests get to finish. */
const FINISH_MS = 20_000

async function start(): Promise<SoapService> {
  if (webservice === null) throw new Error('WEBSERVICE_URL ontbreekt')
  await requireBoundRole()
  await followDatabaseClock()
  // Read now, so that a file that is missing or wrong stops the process and not the first caller.
  chainParties(webservice.partiesFile)
  const files = readServiceFiles(webservice)
  const service = makeSoapService(webservice, files)
  const { server } = service
  const watch = renewFiles(service, webservice, files)
  server.once('close', () => watch.stop())
  server.listen(webservice.port, webservice.host)
  await once(server, 'listening')
  return service
}

try {
  const { connections } = await start()
  process.send?.({ type: 'ready' })
  log().info({ port: webservice?.port }, 'web service listens')
  log().info({ reason: await endAsked.promise }, 'web service ends')
  await connections.end(FINISH_MS)
  validatorPool().close()
  await closeJobSender()
  await stopNotices()
  await closeDatabase()
  process.exit(0)
} catch (error) {
  log().fatal({ err: error }, 'web service stopped')
  process.exit(1)
}
