import { resolve } from 'node:path'
import { pino } from 'pino'
import { CLIENT_KEY_FILE, ensureClientKeys } from '#/simulators/makelaar/client-keys.ts'
import { planConnections } from '#/simulators/makelaar/connections.ts'
import { PortTakenError, type RunningSimulator, startSimulator } from '#/simulators/makelaar/server.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { process: 'makelaar' } })

function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(`BROKER_PORT moet een poort van 1 tot en met 65535 zijn (0: een vrije), niet "${text}"\n`)
    process.exit(1)
  }
  return port
}

async function start(): Promise<RunningSimulator> {
  const portaalUrl = process.env.PORTAAL_URL ?? 'http://localhost:3000'
  const clientKey = await ensureClientKeys(resolve(process.env.PORTAAL_DATA_DIR ?? '.data'))
  return startSimulator({
    port: portFrom(process.env.BROKER_PORT ?? '4100'),
    portaalUrl,
    log,
    registrations: (brokerUrl) =>
      planConnections({ brokerUrl, portaalUrl, clientKey, keyFile: CLIENT_KEY_FILE }).registrations,
  })
}

try {
  const running = await start()
  const end = (): void => {
    running.close().then(
      () => {
        if (process.connected) process.disconnect()
      },
      (error: unknown) => log.error({ err: error }, 'could not close'),
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // Started by the demo: when that is gone, so are we.
  process.once('disconnect', end)
  process.send?.({ type: 'ready', url: running.url })
  log.info({ url: running.url }, 'makelaar simulator is ready')
} catch (error) {
  if (!(error instanceof PortTakenError)) throw error
  process.stderr.write(
    `Poort ${error.port} is al in gebruik. Stop het programma dat daar draait, of kies een andere poort met BROKER_PORT.\n`,
  )
  process.exitCode = 1
}
