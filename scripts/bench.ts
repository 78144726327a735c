import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BenchWorld, inBenchWorld } from '#/scripts/bench/bench-world.ts'
import { measureBig } from '#/scripts/bench/measure-big.ts'
import { measureChain, measureFullChain } from '#/scripts/bench/measure-chain.ts'
import { measureCodes } from '#/scripts/bench/measure-codes.ts'
import { measureLists } from '#/scripts/bench/measure-lists.ts'
import { measureMany } from '#/scripts/bench/measure-many.ts'
import { measureMemory } from '#/scripts/bench/measure-memory.ts'
import { measureRules } from '#/scripts/bench/measure-rules.ts'
import { measureScript } from '#/scripts/bench/measure-script.ts'
import { measureThroughput } from '#/scripts/bench/measure-throughput.ts'
import { measureZip } from '#/scripts/bench/measure-zip.ts'
import { fact, machineLoad, type Row, readable, reportTable } from '#/scripts/bench/outcome.ts'
import { isBuilt } from '#/scripts/processes/build-stamp.ts'

// `npm run bench`: a whole portal of its own, measured from outside, gone afterwards.
// The order matters: memory comes before what makes it grow, and the lists fill the tables last.
const MEASURES = {
  geheugen: measureMemory,
  berichten: measureThroughput,
  groot: measureBig,
  zip: measureZip,
  regels: measureRules,
  script: measureScript,
  codes: measureCodes,
  lijst: measureLists,
  miljoen: measureMany,
  keten: measureChain,
  ketenvol: measureFullChain,
} as const satisfies Record<string, (world: BenchWorld) => Promise<readonly Row[]>>
/** In a world of their own: a worker that sends takes its share of the machine from every other measure. */
const WITH_CHAIN: readonly string[] = ['keten', 'ketenvol']
type Name = keyof typeof MEASURES
const isName = (name: string): name is Name => Object.hasOwn(MEASURES, name)

/** Whatever hangs, this ends it. */
const LONGEST_MS = 25 * 60_000

async function build(project: string): Promise<void> {
  if (isBuilt(project)) return
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { cwd: project, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('de portal kon niet worden gebouwd')
}

/** A measure that fails is a goal missed; the others still tell what they found. */
const failed = (name: Name, error: unknown): Row => ({
  measure: `meting ${name} is mislukt`,
  value: error instanceof Error ? error.message : String(error),
  goal: 'een uitslag',
  isMet: false,
  numbers: {},
})

async function measure(world: BenchWorld, names: readonly Name[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const name of names) {
    process.stdout.write(`meting ${name} …\n`)
    const before = machineLoad()
    rows.push(...(await MEASURES[name](world).catch((error: unknown) => [failed(name, error)])))
    const load = { before, after: machineLoad() }
    rows.push(
      fact(`  belasting van de machine bij ${name}`, `${readable(load.before)} tot ${readable(load.after)}`, load),
    )
  }
  return rows
}

function writeReport(project: string, rows: readonly Row[]): string {
  const at = new Date().toISOString()
  const folder = join(process.env.PORTAAL_DATA_DIR ?? join(project, '.data'), 'bench')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${at.replaceAll(':', '-')}.json`)
  const machine = { node: process.version, processors: availableParallelism(), model: cpus()[0]?.model ?? '' }
  writeFileSync(file, `${JSON.stringify({ at, machine, rows }, null, 2)}\n`)
  return file
}

async function bench(names: readonly Name[], asked: Promise<never>): Promise<void> {
  const project = resolve(import.meta.dirname, '..')
  await build(project)
  const rows: Row[] = []
  for (const hasChain of [false, true]) {
    const chosen = names.filter((name) => WITH_CHAIN.includes(name) === hasChain)
    if (chosen.length === 0) continue
    const work = (world: BenchWorld) => Promise.race([measure(world, chosen), asked])
    rows.push(...(await inBenchWorld(project, work, { hasChain })))
  }
  process.stdout.write(`\n${reportTable(rows)}\n\n${writeReport(project, rows)}\n`)
}

const { values } = parseArgs({ options: { alleen: { type: 'string', multiple: true } } })
const names = (values.alleen ?? Object.keys(MEASURES)).filter(isName)
if (names.length < (values.alleen?.length ?? 1)) {
  process.stderr.write(`Onbekende meting. Kies uit: ${Object.keys(MEASURES).join(', ')}.\n`)
  process.exit(1)
}

process.title = 'portaal-zorg bench'
const { promise: asked, reject: end } = Promise.withResolvers<never>()
// Until somebody waits for it.
asked.catch(() => undefined)
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(event, () => end(new Error('De meting is afgebroken.')))
setTimeout(() => end(new Error('De meting duurde te lang en is afgebroken.')), LONGEST_MS).unref()
try {
  await bench(names, asked)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
