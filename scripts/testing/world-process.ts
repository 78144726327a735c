import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startWorld, type World, type WorldOptions } from '#/scripts/processes/world.ts'

/** What the starter asks of the world. */
export type ToWorld =
  | { readonly type: 'start'; readonly options: WorldOptions }
  /** Kills a part outright (SIGKILL), as a machine that breaks down does. */
  | { readonly type: 'kill'; readonly part: string }
  /** Brings a file to a gemeente, as the chain will. */
  | { readonly type: 'receive'; readonly gemeenteCode: string; readonly product: string; readonly path: string }

/** What the starter hears of the world it asked for. */
export type FromWorld =
  | { readonly type: 'ready' }
  | { readonly type: 'received'; readonly id: string }
  | { readonly type: 'killed'; readonly pid: number }
  | { readonly type: 'failed'; readonly message: string }

// A world for tests, outside jest: there every file has an Error of its own, and what runs in it is not what runs for real.
process.title = 'portaal-zorg test world'
let world: World | null = null

async function receive(args: readonly string[]): Promise<FromWorld> {
  if (!world) throw new Error('the world has not started')
  const child = fork(join(import.meta.dirname, 'receive-file.ts'), [...args], {
    env: { ...process.env, ...world.environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the file was not received: the process ended with ${String(code)}`)
  })
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [FromWorld]
  return message
}

async function answer(asked: ToWorld): Promise<FromWorld> {
  if (asked.type === 'receive') return receive([asked.gemeenteCode, asked.product, asked.path])
  if (asked.type === 'kill') {
    const pid = world?.pidOf(asked.part) ?? 0
    if (pid === 0) throw new Error(`there is no part ${asked.part}`)
    process.kill(pid, 'SIGKILL')
    return { type: 'killed', pid }
  }
  world = await startWorld(asked.options)
  return { type: 'ready' }
}

process.on('message', (asked: ToWorld) => {
  const tell = (message: FromWorld) => process.send?.(message)
  answer(asked).then(tell, (error: unknown) =>
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
process.once('disconnect', () => {
  if (world) void world.stop().then(() => process.exit(0))
  else process.exit(1)
})
