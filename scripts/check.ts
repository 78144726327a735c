import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, resolve } from 'node:path'

type Step = { readonly name: string; readonly command: readonly [string, ...string[]] }

const project = resolve(import.meta.dirname, '..')
const STEPS: readonly Step[] = [
  { name: 'gegenereerde bestanden', command: ['prisma', 'generate'] },
  { name: 'databaseschema', command: ['prisma', 'validate'] },
  { name: 'opmaak en regels', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'typen', command: ['tsc', '--noEmit'] },
  { name: 'dode code en afhankelijkheden', command: ['knip', '--no-progress', '--treat-config-hints-as-errors'] },
  {
    name: 'importrichtingen en gegenereerde bestanden',
    command: ['node', 'scripts/run.mjs', 'scripts/test.ts', '--laag', 'architecture'],
  },
]

async function run({ command: [program, ...args] }: Step): Promise<boolean> {
  const path = [resolve(project, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
  })
  const [code] = await once(child, 'exit')
  return code === 0
}

const failed: string[] = []
for (const step of STEPS) {
  const start = performance.now()
  process.stdout.write(`\n== ${step.name}\n`)
  if (!(await run(step))) failed.push(step.name)
  process.stdout.write(`== ${step.name}: ${((performance.now() - start) / 1_000).toFixed(1)} s\n`)
}
process.stdout.write(failed.length === 0 ? '\nAlles in orde.\n' : `\nNiet in orde: ${failed.join(', ')}.\n`)
process.exitCode = failed.length === 0 ? 0 : 1
