import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { compressBuild } from '#/scripts/processes/brotli-files.ts'
import { noteBuilt, sourceStamp } from '#/scripts/processes/build-stamp.ts'

const project = resolve(import.meta.dirname, '..')
let running: ChildProcess | null = null

// Whoever ends this command, or disappears after forking it, ends the build.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
  process.once(event, () => {
    running?.kill('SIGTERM')
    process.exit(1)
  })
}

async function run(...args: readonly string[]): Promise<void> {
  running = spawn(process.execPath, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const [code] = await once(running, 'exit')
  if (code !== 0) process.exit(1)
}

// Taken before: a source that changes during the build makes the next start build again.
const stamp = sourceStamp(project)
await run('node_modules/prisma/build/index.js', 'generate')
await run('node_modules/next/dist/bin/next', 'build')
compressBuild(project)
noteBuilt(project, stamp)
process.send?.({ type: 'ready' })
if (process.connected) process.disconnect()
