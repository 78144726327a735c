import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ValidatorAnswer, type ValidatorRequest } from '#/lib/validator/protocol.ts'

const MEGABYTE = 1_048_576
const WASM_PAGE_BYTES = 65_536

/** What happens to a child that its owner must know of. `exited` comes once, after everything else. */
export type ChildEvents = { answered(answer: ValidatorAnswer): void; exited(): void }

/** A running validator process. */
export type ValidatorChild = {
  /** The process id, for measurements. */
  readonly pid: number | undefined
  /** Where a file too large for one message is written to, framed (framing.ts). */
  readonly input: NodeJS.WritableStream
  ask(request: ValidatorRequest): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
}

const folders = (root: string) => [
  path.join(root, 'package.json'),
  path.join(root, 'lib'),
  ...['libxml2-wasm', 'saxes', 'xmlchars', 'zod'].map((name) => path.join(root, 'node_modules', name)),
]

/**
 * The bounds of a child: the XML library's memory and JavaScript's together stay under the configured number, with room
 * for Node itself. It may read the program and its schemas, and nothing else that Node's permission model guards.
 */
function childArguments(root: string, memoryMegabytes: number): string[] {
  const nodeItself = 100
  const wasmMegabytes = Math.floor((memoryMegabytes - nodeItself) * 0.7)
  const heapMegabytes = memoryMegabytes - nodeItself - wasmMegabytes
  return [
    '--permission',
    ...folders(root).map((folder) => `--allow-fs-read=${folder}`),
    `--wasm-max-mem-pages=${Math.floor((wasmMegabytes * MEGABYTE) / WASM_PAGE_BYTES)}`,
    `--max-old-space-size=${heapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
  ]
}

/** How lanes get a process. */
export type StartChild = (events: ChildEvents) => ValidatorChild

/** Starts a validator process that ends when this one does. It gets no environment: no address, no key, no secret. */
export function startValidatorChild(memoryMegabytes: number, events: ChildEvents): ValidatorChild {
  // The folder of the program: a bundler moves this module, the process's own folder stays.
  const root = process.cwd()
  const entry = path.join(root, 'lib/validator/validator-process.ts')
  const child: ChildProcess = fork(/* turbopackIgnore: true */ entry, [], {
    execArgv: childArguments(root, memoryMegabytes),
    // Next's types ask for NODE_ENV; the child has no use for it.
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  })
  let isGone = false
  const gone = () => {
    if (isGone) return
    isGone = true
    events.exited()
  }
  child.on('message', (message) => {
    const answer = ValidatorAnswer.safeParse(message)
    // A process that says anything else is no longer ours to trust: it ends, and what it did is done again elsewhere.
    if (answer.success) events.answered(answer.data)
    else child.kill('SIGKILL')
  })
  child.on('exit', gone)
  child.on('error', gone)
  const { stdin } = child
  if (stdin === null) throw new InvariantError('a validator process has a standard input')
  // A child that ends half way breaks the pipe; `exited` tells the owner, who knows what was under way.
  stdin.on('error', () => undefined)
  return {
    pid: child.pid,
    input: stdin,
    ask: (request) => {
      if (child.connected) child.send(request, () => undefined)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
