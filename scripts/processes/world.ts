import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SERVICE_PATH } from '#/lib/chain/soap/soap-names.ts'
import type { DemoPorts, DemoSecrets } from '#/scripts/processes/demo-places.ts'
import { type Part, type PartOptions, startPart } from '#/scripts/processes/part.ts'
import { prepareDatabase } from '#/scripts/processes/prepare-database.ts'
import { DEMO_GEMEENTEN } from '#/simulators/demo-world.ts'
import { ensureCertificates, filesOf, PARTIES_FILE } from '#/simulators/keten/certificates.ts'
import { preparePortal } from '#/simulators/makelaar/prepare-portal.ts'

/** In the demo a job that failed is tried again within this, so that a person sees it happen. */
const LONGEST_PAUSE_SECONDS = 15
/** The web process finishes open downloads for at most so long when it must end. */
const GRACE_MS = 10_000

/** Parts that may be killed: the demo starts them anew, as whoever runs the portal for real would. */
const RESTARTED: readonly string[] = ['worker', 'webservice']
const MOST_RESTARTS = 20

/** Makes the demo world and is then done; every other part stays. */
const SEED = 'demowereld'

export type WorldOptions = {
  readonly project: string
  readonly dataFolder: string
  readonly ports: DemoPorts
  readonly secrets: DemoSecrets
  readonly adminUrl: string
  readonly appUrl: string
  /** `dev` reloads what changes; `start` serves the production build. */
  readonly mode: 'start' | 'dev'
  /** With the chain, its simulator and the web service: then what is delivered leaves by itself. */
  readonly hasChain?: boolean
  /** Environment variables on top of those of the demo, for every process. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The portal with everything it talks to, as processes of their own. */
export type World = {
  readonly portaalUrl: string
  readonly environment: Readonly<Record<string, string>>
  /** Resolves with the first part that ends without being asked. */
  readonly broken: Promise<Part>
  /** Process id of a part, for measurements; 0 when there is none of that name. */
  pidOf(name: string): number
  /** Ends the parts, the newest first. The database is the caller's. */
  stop(): Promise<void>
}

/** Where the demo's chain and web service are, with certificates that are made at the first start. */
async function chainEnvironment({ dataFolder, ports }: WorldOptions): Promise<Record<string, string>> {
  const folder = join(dataFolder, 'keten')
  await ensureCertificates(folder)
  const [own, service] = [filesOf(folder, 'portaal'), filesOf(folder, 'webservice')]
  const chain = `https://localhost:${ports.CHAIN_TLS_PORT}`
  return {
    CHAIN_URL: `${chain}/vecozo${SERVICE_PATH}`,
    CHAIN_CAK_URL: `${chain}/cak${SERVICE_PATH}`,
    CIZ_URL: `${chain}/ciz/registertoets`,
    CHAIN_CERTIFICATE_FILE: own.certificateFile,
    CHAIN_KEY_FILE: own.keyFile,
    CHAIN_CA_FILE: own.caFile,
    CHAIN_LONGEST_PAUSE_SECONDS: String(LONGEST_PAUSE_SECONDS),
    KOPPELING_NETWERKEN: '127.0.0.0/8 ::1/128',
    WEBSERVICE_URL: `https://localhost:${ports.WEBSERVICE_PORT}${SERVICE_PATH}`,
    WEBSERVICE_CERTIFICATE_FILE: service.certificateFile,
    WEBSERVICE_KEY_FILE: service.keyFile,
    WEBSERVICE_CA_FILE: service.caFile,
    CHAIN_PARTIES_FILE: join(folder, PARTIES_FILE),
  }
}

async function worldEnvironment(options: WorldOptions): Promise<Record<string, string>> {
  const { ports, secrets, dataFolder } = options
  const portaalUrl = `http://localhost:${ports.PORT}`
  mkdirSync(join(dataFolder, 'storage'), { recursive: true })
  return {
    NODE_ENV: options.mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORTAAL_OMGEVING: 'demo',
    PORTAAL_DATA_DIR: dataFolder,
    DATABASE_URL: options.appUrl,
    PORTAAL_URL: portaalUrl,
    PORTAAL_SECRET: secrets.portaalSecret,
    PORTAAL_MASTER_KEY: secrets.masterKey,
    STORAGE_URL: pathToFileURL(join(dataFolder, 'storage')).href,
    GEMEENTECODES_EXTRA: Object.values(DEMO_GEMEENTEN)
      .map(({ gemeenteCode }) => gemeenteCode)
      .join(','),
    SMTP_URL: `smtp://localhost:${ports.SMTP_PORT}`,
    BROKERS_FILE: await preparePortal(dataFolder, `http://localhost:${ports.BROKER_PORT}`, portaalUrl),
    ...Object.fromEntries(Object.entries(ports).map(([variable, port]) => [variable, String(port)])),
    ...(options.hasChain ? await chainEnvironment(options) : {}),
    ...options.settings,
  }
}

async function finished(part: Part): Promise<void> {
  const code = await part.gone
  if (code !== 0) throw new Error(`${part.name} stopte met code ${code}:\n${part.lastWords()}`)
}

type Starter = (name: string, module: string, ...args: string[]) => Promise<Part>

async function startParts(start: Starter, options: WorldOptions): Promise<void> {
  const seed = 'simulators/demo-seed/main.ts'
  await Promise.all([
    start('mail', 'simulators/mail-catcher/main.ts'),
    start('makelaar', 'simulators/makelaar/main.ts'),
  ])
  if (existsSync(join(options.project, seed))) await start(SEED, seed)
  await Promise.all([
    ...(options.hasChain
      ? [start('keten', 'simulators/keten/main.ts'), start('webservice', 'lib/chain/inbound/webservice.ts')]
      : []),
    start('worker', 'lib/jobs/worker.ts'),
    start('portaal', 'scripts/start.ts', ...(options.mode === 'dev' ? ['--ontwikkeling'] : [])),
  ])
}

/** Prepares the database and starts every part on it. Rejects, with nothing left running, when one does not come up. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const environment = await worldEnvironment(options)
  const parts: Part[] = []
  const ending = { asked: false }
  const restarts = new Map<string, number>()
  const broken = Promise.withResolvers<Part>()
  const stop = async () => {
    ending.asked = true
    await Promise.all(parts.map((part) => part.stop(GRACE_MS)))
  }
  const start: Starter = async (name, module, ...args) => {
    const about: PartOptions = {
      name,
      module,
      args,
      environment,
      project: options.project,
      logFolder: join(options.dataFolder, 'logs'),
    }
    const part = startPart(about)
    parts.push(part)
    void part.gone.then((code) => {
      if (ending.asked || (name === SEED && code === 0)) return
      const times = (restarts.get(name) ?? 0) + 1
      restarts.set(name, times)
      if (!RESTARTED.includes(name) || times > MOST_RESTARTS) return broken.resolve(part)
      parts.splice(parts.indexOf(part), 1)
      // When it does not come up either, its own end is heard of in the same way.
      start(name, module, ...args).catch(() => undefined)
    })
    await (name === SEED ? finished(part) : part.ready())
    return part
  }
  try {
    await prepareDatabase({
      adminUrl: options.adminUrl,
      appPassword: options.secrets.appPassword,
      project: options.project,
      maxPauseSeconds: LONGEST_PAUSE_SECONDS,
    })
    await startParts(start, options)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    portaalUrl: `http://localhost:${options.ports.PORT}`,
    environment,
    broken: broken.promise,
    pidOf: (name) => parts.find((part) => part.name === name)?.pid ?? 0,
    stop,
  }
}
