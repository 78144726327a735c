import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { DEMO_PORTS, type DemoPorts } from '#/scripts/processes/demo-places.ts'
import { startPart } from '#/scripts/processes/part.ts'
import { freePort } from '#/scripts/processes/ports.ts'
import { startWorld } from '#/scripts/processes/world.ts'
import { removeData } from '#/simulators/postgres/places.ts'
import { startDatabase } from '#/simulators/postgres/start-database.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

/** Somebody who is logged in and may deliver and list. */
export type Visitor = {
  readonly organisationId: string
  readonly userId: string
  /** Value of the session cookie. */
  readonly token: string
  /** Headers of every request of this person. */
  readonly headers: Readonly<Record<string, string>>
}

/** The production build with all its parts, on a database and a storage of its own. */
export type BenchWorld = {
  readonly url: string
  readonly project: string
  /** For files of the measures themselves. */
  readonly folder: string
  /** Process id of the web process; the validators are its children. */
  readonly webPid: number
  /** The bound of a validator process that the portal was told. */
  readonly validatorMegabytes: number
  /** Test interface of the chain, and the certificates; for a world with a chain. */
  readonly chainUrl: string
  readonly webserviceUrl: URL
  readonly chainFolder: string
  /** Starts one worker more; ended with the world. */
  addWorker(): Promise<void>
  /** One statement as the owner of the tables. */
  query<R extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<R[]>
  /** A Gebruiker of iWmo and iJw at a new gemeente with this code. */
  visitor(gemeenteCode: string): Promise<Visitor>
}

/** As delivered; told outright, so that the measures know it. */
const VALIDATOR_MEGABYTES = 768

const VARIABLES = Object.keys(DEMO_PORTS) as (keyof DemoPorts)[]

async function freePorts(): Promise<DemoPorts> {
  const ports = new Set<number>()
  while (ports.size < VARIABLES.length) ports.add(await freePort())
  const found = [...ports]
  return Object.fromEntries(VARIABLES.map((variable, index) => [variable, found[index]])) as DemoPorts
}

async function visitorOf(database: Pick<BenchWorld, 'query' | 'url'>, code: string): Promise<Visitor> {
  // The rows that a login leaves; logging in itself is not what is measured.
  const rows = { appUrl: '', adminUrl: '', query: database.query }
  const gemeente = await givenGemeente(rows, { code, name: `Meetdam ${code}` })
  const { actor, userId } = await givenMember(rows, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })
  const { token } = await givenSession(rows, actor)
  const headers = { cookie: `__Host-sessie=${token}`, origin: database.url }
  return { organisationId: gemeente.id, userId, token, headers }
}

type Ending = (() => Promise<void>)[]

async function openWorld(project: string, folder: string, ending: Ending, hasChain: boolean): Promise<BenchWorld> {
  const ports = await freePorts()
  const [adminPassword, appPassword] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')]
  const postgres = join(folder, 'postgres')
  ending.unshift(async () => removeData(postgres))
  const server = await startDatabase({ folder: postgres, port: ports.POSTGRES_PORT, adminPassword, forgetful: false })
  ending.unshift(() => server.stop())
  await server.ensureDatabase('portaal')
  const world = await startWorld({
    project,
    dataFolder: folder,
    ports,
    secrets: {
      portaalSecret: randomBytes(48).toString('base64url'),
      masterKey: `meting-1:${randomBytes(32).toString('base64')}`,
      adminPassword,
      appPassword,
    },
    adminUrl: server.adminUrl('portaal'),
    appUrl: `postgresql://portaal_app:${appPassword}@localhost:${ports.POSTGRES_PORT}/portaal`,
    mode: 'start',
    hasChain,
    settings: { LOG_LEVEL: 'warn', VALIDATOR_MEMORY_MB: String(VALIDATOR_MEGABYTES) },
  })
  ending.unshift(() => world.stop())
  const admin = new Client({ connectionString: server.adminUrl('portaal') })
  await admin.connect()
  ending.unshift(() => admin.end())
  const query = async <R extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await admin.query<R>(sql, [...values])).rows
  const url = world.portaalUrl
  return {
    url,
    project,
    folder,
    webPid: world.pidOf('portaal'),
    validatorMegabytes: VALIDATOR_MEGABYTES,
    chainUrl: `http://localhost:${ports.CHAIN_PORT}`,
    webserviceUrl: new URL(`https://localhost:${ports.WEBSERVICE_PORT}/ggk0210`),
    chainFolder: join(folder, 'keten'),
    async addWorker() {
      const about = { name: 'worker-2', module: 'lib/jobs/worker.ts', environment: world.environment, project }
      const part = startPart({ ...about, logFolder: join(folder, 'logs') })
      ending.unshift(() => part.stop(10_000))
      await part.ready()
    },
    query,
    visitor: (code) => visitorOf({ query, url }, code),
  }
}

/** Starts a world in a folder of its own, lets `work` measure in it, and leaves neither processes nor files. */
export async function inBenchWorld<T>(
  project: string,
  work: (world: BenchWorld) => Promise<T>,
  { hasChain = false }: { readonly hasChain?: boolean } = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-zorg-meting-'))
  chmodSync(folder, 0o755) // the database's own user must be able to enter
  const ending: Ending = [async () => rmSync(folder, { recursive: true, force: true })]
  try {
    return await work(await openWorld(project, folder, ending, hasChain))
  } finally {
    for (const end of ending) await end()
  }
}
