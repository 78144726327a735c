import { type BrokerConnection, BrokersFileError, readBrokersFile } from '#/lib/identity/brokers/brokers-file.ts'
import { faultsOutsideDemo } from '#/lib/identity/brokers/outside-demo.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

type Holder = { loading: Promise<readonly BrokerConnection[]> | null }
const holder = () => sharedState<Holder>('brokers', () => ({ loading: null }))

async function load(): Promise<readonly BrokerConnection[]> {
  const connections = await readBrokersFile(settings().brokersFile)
  const faults = settings().omgeving === 'demo' ? [] : faultsOutsideDemo(connections)
  if (faults.length > 0) throw new BrokersFileError(settings().brokersFile, faults)
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
