import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Client } from 'pg'
import { DEMO_PORTS, type DemoPorts, type DemoSecrets } from '#/scripts/processes/demo-places.ts'
import { freePort, portIsFree } from '#/scripts/processes/ports.ts'
import { removeData } from '#/simulators/postgres/places.ts'

// The whole of scripts/demo.ts as somebody starts it, on ports and in a folder of its own, with the build that is there.
const START_MS = 240_000
const folder = mkdtempSync(join(tmpdir(), 'portaal-zorg-demo-'))
chmodSync(folder, 0o755) // the database's own user must be able to enter

type Running = { readonly child: ChildProcess; readonly said: () => string }
let ports: DemoPorts
let running: Running | null = null

beforeAll(async () => {
  const found: Record<string, number> = {}
  for (const variable of Object.keys(DEMO_PORTS)) {
    let port = await freePort()
    while (Object.values(found).includes(port)) port = await freePort()
    found[variable] = port
  }
  ports = found as DemoPorts
})
afterAll(async () => {
  if (running) await end(running, 'SIGTERM')
  removeData(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

function start(command: string, args: readonly string[]): Running {
  const variables = Object.fromEntries(Object.entries(ports).map(([variable, port]) => [variable, String(port)]))
  const child = spawn(command, args, {
    env: { ...process.env, ...variables, PORTAAL_DATA_DIR: folder, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  return { child, said: () => said }
}
const byNpm = () => start('npm', ['run', 'demo'])
const byItself = (...args: readonly string[]) =>
  start(process.execPath, ['scripts/run.mjs', 'scripts/demo.ts', ...args])

/** Until the last user of the table is told; fails with what was said when the demo ends before. */
async function ready({ child, said }: Running): Promise<void> {
  const ended = once(child, 'exit')
  while (!said().includes('Wachtwoord van iedereen: demo')) {
    const first = await Promise.race([once(child.stdout ?? child, 'data'), ended.then(() => 'ended')])
    if (first === 'ended') throw new Error(`the demo ended:\n${said()}`)
  }
}

/** Every process below this one, by what the system says of parents. */
function processesOf(pid: number): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = pairs.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []))
  return below.flatMap((child) => [child, ...processesOf(child)])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function end({ child }: Running, signal: NodeJS.Signals): Promise<readonly [number | null, string | null]> {
  running = null
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  child.kill(signal)
  return ended
}

/** Ends the demo by a signal to this one process, and tells what it left behind. */
async function leftBehind(demo: Running, signal: NodeJS.Signals) {
  const pids = processesOf(demo.child.pid ?? 0)
  // The portal, the worker, the web service, the simulators and the database at least.
  expect(pids.length).toBeGreaterThan(5)
  await end(demo, signal)
  // A child of the portal sees that its parent has gone, and ends a moment after it.
  const patience = performance.now() + 20_000
  while (pids.some(isAlive) && performance.now() < patience) await setImmediate()
  const open: string[] = []
  for (const [variable, port] of Object.entries(ports)) if (!(await portIsFree(port))) open.push(variable)
  return { alive: pids.filter(isAlive), open }
}
const NOTHING = { alive: [], open: [] }

/** The ids of the gemeenten: other ones in another database. */
async function gemeenten(): Promise<readonly string[]> {
  const { appPassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as DemoSecrets
  const connectionString = `postgresql://portaal_app:${appPassword}@localhost:${ports.POSTGRES_PORT}/portaal`
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query("SELECT set_config('portaal.bereik', 'servicedesk', false)")
    const { rows } = await client.query<{ id: string }>('SELECT id FROM organisation ORDER BY id')
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

// Guards contract chapter 1. One after the other: each start goes on from what the one before left.
describe('npm run demo', () => {
  let before: readonly string[] = []

  it(
    'says where it is when all answer, and who can log in',
    async () => {
      running = byNpm()
      await ready(running)
      expect(running.said()).toContain(`Portaal Zorg staat klaar op http://localhost:${ports.PORT}\n`)
      for (const user of ['beheer', 'jansen', 'eersteling', 'desk2'])
        expect(running.said()).toMatch(new RegExp(`^  ${user} `, 'm'))
      expect((await fetch(`http://localhost:${ports.PORT}/api/health/ready`)).status).toBe(200)
      before = await gemeenten()
      expect(before.length).toBeGreaterThan(3)
    },
    START_MS,
  )

  it('says in words which ports are taken, and by which variable another is chosen', async () => {
    const second = byItself()
    const [code] = (await once(second.child, 'close')) as [number]
    expect(code).toBe(1)
    for (const variable of ['PORT', 'BROKER_PORT', 'POSTGRES_PORT', 'WEBSERVICE_PORT'] as const)
      expect(second.said()).toContain(
        `Poort ${ports[variable]} is al in gebruik. Stop het programma dat daar luistert, of kies een andere poort met ${variable}.`,
      )
    expect(second.said()).not.toContain('    at ')
  }, 60_000)

  it('leaves no process when npm itself is told to end', async () => {
    if (!running) throw new Error('the demo does not run')
    expect(await leftBehind(running, 'SIGTERM')).toEqual(NOTHING)
  }, 60_000)

  it(
    'keeps its data at a second start, builds nothing, and ends when the command itself is told to',
    async () => {
      running = byItself()
      await ready(running)
      expect(running.said()).not.toContain('wordt gebouwd')
      expect(await gemeenten()).toEqual(before)
      expect(await leftBehind(running, 'SIGTERM')).toEqual(NOTHING)
    },
    START_MS,
  )

  it(
    'starts afresh with --schoon, and ends by Ctrl-C',
    async () => {
      running = byItself('--schoon')
      await ready(running)
      const fresh = await gemeenten()
      expect(fresh).toHaveLength(before.length)
      expect(fresh.filter((id) => before.includes(id))).toEqual([])
      expect(await leftBehind(running, 'SIGINT')).toEqual(NOTHING)
    },
    START_MS,
  )
})
