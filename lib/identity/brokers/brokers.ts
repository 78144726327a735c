import { type BrokerConnection, BrokersFileError, readBrokersFile } from '#/lib/identity/brokers/brokers-file.ts'
import { isLoopback } from '#/lib/platform/settings/parse-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

type Holder = { loading: Promise<readonly BrokerConnection[]> | null }
const holder = () => sharedState<Holder>('brokers', () => ({ loading: null }))

// ASVS 6.3.4: the simulator cannot be a way in outside the demo.
function refuseSimulators(connections: readonly BrokerConnection[]): void {
  if (settings().omgeving === 'demo') return
  const faults = connections
    .filter(({ issuer }) => isLoopback(new URL(issuer)) || !issuer.startsWith('https:'))
    .map(({ id }) => `${id}: buiten de demo moet de uitgever een https-adres buiten deze machine zijn`)
  if (faults.length > 0) throw new BrokersFileError(settings().brokersFile, faults)
}

async function load(): Promise<readonly BrokerConnection[]> {
  const connections = await readBrokersFile(settings().brokersFile)
  refuseSimulators(connections)
  return connections
}

/** The configured connections, read once per process. Throws BrokersFileError; a next call reads again. */
export async function brokers(): Promise<readonly BrokerConnection[]> {
  const held = holder()
  held.loading ??= load()
  try {
    return await held.loading
  } catch (error) {
    replaceSharedState<Holder>('brokers', { loading: null })
    throw error
  }
}

/** Ends the process, with a line for each fault, when nobody could log in: called before the first request. */
export async function requireBrokers(): Promise<void> {
  try {
    await brokers()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** The connection with this id, or undefined. */
export async function brokerById(id: string): Promise<BrokerConnection | undefined> {
  return (await brokers()).find((connection) => connection.id === id)
}
