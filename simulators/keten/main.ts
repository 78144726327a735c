import { once } from 'node:events'
import type { Server } from 'node:net'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { SERVICE_PATH } from '#/lib/chain/soap/soap-names.ts'
import { ensureCertificates } from '#/simulators/keten/certificates.ts'
import { ChainState } from '#/simulators/keten/chain-state.ts'
import { DEMO_RHYTHM } from '#/simulators/keten/initiative.ts'
import { byTimer, Planner } from '#/simulators/keten/planner.ts'
import { Stories } from '#/simulators/keten/stories.ts'
import { makeTestInterface } from '#/simulators/keten/test-interface.ts'
import { makeTlsService } from '#/simulators/keten/tls-service.ts'

// The chain of the demo: VECOZO with the providers behind it, the CAK, and the software of gemeenten.
const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { process: 'keten' } })
const folder = join(resolve(process.env.PORTAAL_DATA_DIR ?? '.data'), 'keten')
const port = (variable: string, usual: number) => Number(process.env[variable] || usual)

const ending = new AbortController()
const onError = (error: unknown) => log.error({ err: error }, 'request failed')

async function listen(server: Server, at: number): Promise<void> {
  server.listen(at, 'localhost')
  await once(server, 'listening')
}

await ensureCertificates(folder)
const url = new URL(`https://localhost:${port('WEBSERVICE_PORT', 4443)}${SERVICE_PATH}`)
const road = { url, folder, signal: ending.signal }
const state = new ChainState()
const planner = new Planner(byTimer, (error) => {
  if (!ending.signal.aborted) log.error({ err: error }, 'a story broke off')
})
const stories = new Stories({ road, planner, rhythm: DEMO_RHYTHM })
const tls = makeTlsService(folder, { state, stories }, onError)
const test = makeTestInterface({ state, road }, onError)
await listen(tls, port('CHAIN_TLS_PORT', 4243))
await listen(test, port('CHAIN_PORT', 4200))

const end = (): void => {
  ending.abort()
  stories.stop()
  for (const server of [tls, test]) {
    server.close()
    server.closeAllConnections()
  }
  if (process.connected) process.disconnect()
  process.exit(0)
}
process.once('SIGTERM', end)
process.once('SIGINT', end)
// Started by the demo: when that is gone, so are we.
process.once('disconnect', end)
process.send?.({ type: 'ready' })
log.info('chain simulator is ready')
