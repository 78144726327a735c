import { join, resolve } from 'node:path'
import { isBuilt } from '#/scripts/processes/build-stamp.ts'
import {
  DemoError,
  demoDataFolder,
  demoPorts,
  demoSecrets,
  postgresFolder,
  removeDemoData,
  requireFreePorts,
} from '#/scripts/processes/demo-places.ts'
import { startPart } from '#/scripts/processes/part.ts'
import { startWorld } from '#/scripts/processes/world.ts'
import { DEMO_USERS } from '#/simulators/demo-users.ts'
import { startDatabase } from '#/simulators/postgres/start-database.ts'

type Ending = { readonly asked: Promise<void>; onEnd(stop: () => Promise<void>): void; run(): Promise<void> }

/** Ctrl-C, SIGTERM, and the end of a process that forked this one: what was started last ends first, PostgreSQL last. */
function ending(): Ending {
  const asked = Promise.withResolvers<void>()
  const stops: (() => Promise<void>)[] = []
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, () => asked.resolve())
  // npm that is killed outright passes nothing on; then this process gets another parent.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event)
    setInterval(() => {
      if (process.ppid !== parent) asked.resolve()
    }, 500).unref()
  return {
    asked: asked.promise,
    onEnd: (stop) => stops.unshift(stop),
    async run() {
      for (const stop of stops.splice(0)) await stop()
    },
  }
}

function userTable(): string {
  const rows = DEMO_USERS.map((user) => [user.userName, user.suppliers.join(', '), user.description] as const)
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
  const line = (row: readonly [string, string, string]) =>
    `  ${row[0].padEnd(width(0))}  ${row[1].padEnd(width(1))}  ${row[2]}`
  return [...rows.map(line), '', '  Wachtwoord van iedereen: demo'].join('\n')
}

async function build(project: string, logFolder: string, end: Ending): Promise<void> {
  if (isBuilt(project)) return
  process.stdout.write('De portal wordt gebouwd; dat duurt de eerste keer een minuut.\n')
  const part = startPart({ name: 'bouw', module: 'scripts/build.ts', environment: {}, project, logFolder })
  end.onEnd(() => part.stop(5_000))
  await part.ready()
}

async function start(mode: 'start' | 'dev', end: Ending): Promise<void> {
  const project = resolve(import.meta.dirname, '../..')
  const dataFolder = demoDataFolder(project)
  const ports = demoPorts(process.env)
  await requireFreePorts(ports)
  if (process.argv.includes('--schoon')) removeDemoData(dataFolder)
  const secrets = demoSecrets(dataFolder)
  if (mode === 'start') await build(project, join(dataFolder, 'logs'), end)
  const database = await startDatabase({
    folder: postgresFolder(dataFolder),
    port: ports.POSTGRES_PORT,
    adminPassword: secrets.adminPassword,
    forgetful: false,
  })
  end.onEnd(() => database.stop())
  const appUrl = `postgresql://portaal_app:${secrets.appPassword}@localhost:${ports.POSTGRES_PORT}/portaal`
  const adminUrl = database.adminUrl('portaal')
  await database.ensureDatabase('portaal')
  const world = await startWorld({ project, dataFolder, ports, secrets, adminUrl, appUrl, mode, hasChain: true })
  end.onEnd(() => world.stop())
  process.stdout.write(`Portaal Zorg staat klaar op ${world.portaalUrl}\n\n${userTable()}\n`)
  const part = await Promise.race([end.asked, world.broken])
  if (part) throw new DemoError(`${part.name} is onverwacht gestopt:\n${part.lastWords()}`)
}

/** Runs the whole demo until it is told to end. Exit code 1 when it cannot start or a part of it breaks. */
export async function runDemo(mode: 'start' | 'dev'): Promise<void> {
  process.title = `portaal-zorg ${mode === 'dev' ? 'dev' : 'demo'}`
  const end = ending()
  const outcome = await Promise.race([start(mode, end), end.asked]).catch((error: unknown) => error)
  await end.run()
  if (outcome instanceof Error)
    process.stderr.write(`${outcome instanceof DemoError ? outcome.message : outcome.stack}\n`)
  process.exit(outcome instanceof Error ? 1 : 0)
}
