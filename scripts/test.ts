import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isBuilt } from '#/scripts/processes/build-stamp.ts'
import { startTestDatabase } from '#/scripts/testing/test-database.ts'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] }

const LAYERS = ['architecture', 'unit', 'component', 'integration', 'http', 'browser'] as const
const NEED_DATABASE: readonly string[] = ['integration', 'http', 'browser']
const project = resolve(import.meta.dirname, '..')

const { values, positionals } = parseArgs({
  options: { laag: { type: 'string', multiple: true } },
  allowPositionals: true,
})
const layers: readonly string[] = values.laag ?? LAYERS
const unknown = layers.filter((layer) => !(LAYERS as readonly string[]).includes(layer))
if (unknown.length > 0) {
  process.stderr.write(`Onbekende laag ${unknown.join(', ')}. Kies uit: ${LAYERS.join(', ')}.\n`)
  process.exit(1)
}

/** What runs now; ended with this process, because npm's own signal reaches only this one. */
const running = new Set<ChildProcess>()

async function finished(child: ChildProcess): Promise<unknown> {
  running.add(child)
  const [code] = await once(child, 'exit')
  running.delete(child)
  return code
}

async function runJest(environment: Readonly<Record<string, string>>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-zorg-counts-'))
  const countsFile = join(folder, 'counts.json')
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest')
  const paths = layers.map((layer) => `/tests/${layer}/.*${positionals.length > 0 ? `(${positionals.join('|')})` : ''}`)
  const child = spawn(process.execPath, [jest, '--testPathPatterns', ...paths], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...environment,
      NODE_ENV: 'test',
      TZ: 'UTC',
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning --disable-warning=DEP0169',
      TEST_COUNTS_FILE: countsFile,
    },
  })
  const code = await finished(child)
  try {
    const counts = JSON.parse(readFileSync(countsFile, 'utf8')) as Counts
    // Jest also fails for reasons that are no test: then the run must not look green.
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch (error) {
    process.stderr.write(`De tests leverden geen uitslag op: ${String(error)}\n`)
    return { passed: 0, failed: 1, skipped: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a test names that starts the build: a portal of its own, or the demo. */
const OPENS_PORTAL = /\/tests\/support\/portal\.ts|scripts\/demo\.ts/

/** Whether a chosen test opens the production build of the portal. */
function opensPortal(): boolean {
  const wanted = new RegExp(positionals.length > 0 ? positionals.join('|') : '.')
  return layers.some((layer) => {
    const folder = join(project, 'tests', layer)
    if (!existsSync(folder)) return false
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
    return files.some((name) => wanted.test(`/${name}`) && OPENS_PORTAL.test(readFileSync(join(folder, name), 'utf8')))
  })
}

async function build(): Promise<boolean> {
  if (isBuilt(project)) return true
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { cwd: project, stdio: 'inherit' })
  return (await finished(child)) === 0
}

async function run(): Promise<Counts> {
  if (opensPortal() && !(await build())) return { passed: 0, failed: 1, skipped: [] }
  if (!layers.some((layer) => NEED_DATABASE.includes(layer))) return runJest({})
  const database = await startTestDatabase(project)
  try {
    return await runJest(database.environment)
  } finally {
    await database.stop()
  }
}

// Ctrl-C reaches jest too; this process waits for it and then stops the database.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => {
  for (const child of running) child.kill('SIGTERM')
})

const { passed, failed, skipped } = await run()
for (const name of skipped) process.stdout.write(`overgeslagen: ${name}\n`)
process.stdout.write(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
