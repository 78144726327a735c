import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PORTS, type DemoPorts } from '#/scripts/processes/demo-places.ts'
import { freePort } from '#/scripts/processes/ports.ts'
import type { WorldOptions } from '#/scripts/processes/world.ts'
import type { FromWorld, ToWorld } from '#/scripts/testing/world-process.ts'
import { type TestDatabase, testDatabase } from '#/tests/support/database.ts'
import { testCluster } from '#/tests/support/test-cluster.ts'

/** The production build of the portal with worker, makelaar and mail catcher, on a database of this test file. */
export type TestPortal = {
  /** Public address, without a slash at the end. */
  readonly url: string
  readonly makelaarUrl: string
  /** The mail catcher's list: `${mailUrl}/api/email`. */
  readonly mailUrl: string
  /** Test interface of the chain, and the web service, when the portal has a chain. */
  readonly chainUrl: string
  readonly webserviceUrl: string
  /** Folder of the certificates of the chain. */
  readonly chainFolder: string
  /** The database behind it, as its owner. */
  readonly database: TestDatabase
  /** Kills a part of the portal outright; the world starts worker and web service anew. */
  kill(part: 'worker' | 'webservice'): Promise<void>
  /** Brings a bericht to a gemeente, as the chain will; gives its id. */
  receive(gemeenteCode: string, product: 'iwmo' | 'ijw', bytes: Buffer): Promise<string>
}

const START_MS = 180_000

async function freePorts(): Promise<DemoPorts> {
  const variables = Object.keys(DEMO_PORTS)
  const ports = new Set<number>()
  while (ports.size < variables.length) ports.add(await freePort())
  const found = [...ports]
  return Object.fromEntries(variables.map((variable, index) => [variable, found[index]])) as DemoPorts
}

const newSecrets = (appPassword: string) => ({
  portaalSecret: randomBytes(32).toString('hex'),
  masterKey: `test-1:${randomBytes(32).toString('base64')}`,
  adminPassword: '',
  appPassword,
})

async function endWorld(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.disconnect()
  await gone
}

async function askWorld(child: ChildProcess, asked: ToWorld): Promise<FromWorld> {
  child.send(asked)
  const [message] = (await once(child, 'message')) as [FromWorld]
  if (message.type === 'failed') throw new Error(message.message)
  return message
}

async function startWorld(options: WorldOptions): Promise<ChildProcess> {
  const child = fork('scripts/testing/world-process.ts', {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await askWorld(child, { type: 'start', options })
    return child
  } catch (error) {
    // Else it stays, and the test process with it.
    await endWorld(child)
    throw error
  }
}

/**
 * Starts a whole portal for this test file, with the demo world in it, and ends it after the last test. Call it at the top
 * of the file; `settings` are environment variables. The addresses are there from the first test on.
 */
export function testPortal(
  settings: Readonly<Record<string, string>> = {},
  { hasChain = false }: { readonly hasChain?: boolean } = {},
): TestPortal {
  const database = testDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'portaal-zorg-portal-'))
  chmodSync(dataFolder, 0o755)
  const addresses = {
    url: '',
    makelaarUrl: '',
    mailUrl: '',
    chainUrl: '',
    webserviceUrl: '',
    chainFolder: join(dataFolder, 'keten'),
  }
  let world: ChildProcess | null = null

  beforeAll(async () => {
    const ports = await freePorts()
    world = await startWorld({
      project: process.cwd(),
      dataFolder,
      ports,
      secrets: newSecrets(testCluster().appPassword),
      adminUrl: database.adminUrl,
      appUrl: database.appUrl,
      mode: 'start',
      hasChain,
      // A register that nobody answers for: its page is there all the same.
      settings: { LOG_LEVEL: 'warn', ...(hasChain ? {} : { CIZ_URL: 'https://localhost:1/ciz' }), ...settings },
    })
    addresses.url = `http://localhost:${ports.PORT}`
    addresses.makelaarUrl = `http://localhost:${ports.BROKER_PORT}`
    addresses.chainUrl = `http://localhost:${ports.CHAIN_PORT}`
    addresses.webserviceUrl = `https://localhost:${ports.WEBSERVICE_PORT}/ggk0210`
    addresses.mailUrl = `http://localhost:${ports.MAIL_PORT}`
  }, START_MS)
  afterAll(async () => {
    if (world) await endWorld(world)
    rmSync(dataFolder, { recursive: true, force: true })
  }, START_MS)

  async function receive(gemeenteCode: string, product: 'iwmo' | 'ijw', bytes: Buffer): Promise<string> {
    if (!world) throw new Error('the world has not started')
    const path = join(dataFolder, `binnen-${randomBytes(6).toString('hex')}.xml`)
    writeFileSync(path, bytes)
    const answer = await askWorld(world, { type: 'receive', gemeenteCode, product, path })
    if (answer.type !== 'received') throw new Error(`the world answered ${answer.type}`)
    return answer.id
  }

  async function kill(part: string): Promise<void> {
    if (!world) throw new Error('the world has not started')
    const answer = await askWorld(world, { type: 'kill', part })
    if (answer.type !== 'killed') throw new Error(`the world answered ${answer.type}`)
  }

  return Object.assign(addresses, { database, receive, kill })
}
