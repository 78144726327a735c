import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CLIENT_KEY_FILE, ensureClientKeys } from '#/simulators/makelaar/client-keys.ts'
import { planConnections } from '#/simulators/makelaar/connections.ts'

/** Name of the file with the portal's connections, in the demo's data folder. */
export const BROKERS_FILE_NAME = 'brokers.json'

/**
 * Writes what the portal needs to know of the simulator into the data folder: the client's key (made at the first start)
 * and the connections. Returns the path for BROKERS_FILE. Addresses without a slash at the end.
 */
export async function preparePortal(dir: string, brokerUrl: string, portaalUrl: string): Promise<string> {
  const clientKey = await ensureClientKeys(dir)
  const { brokersFile } = planConnections({ brokerUrl, portaalUrl, clientKey, keyFile: CLIENT_KEY_FILE })
  const path = join(dir, BROKERS_FILE_NAME)
  // Replaced in one act: a portal that starts meanwhile reads the old file or the new one, never half of it.
  await writeFile(`${path}.${process.pid}`, JSON.stringify(brokersFile, null, 2))
  await rename(`${path}.${process.pid}`, path)
  return path
}
