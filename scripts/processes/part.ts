import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PartOptions = {
  /** What a person calls it. */
  readonly name: string
  readonly module: string
  readonly args?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly project: string
  /** Folder for what the part prints. */
  readonly logFolder: string
}

/** A process of the portal or of the demo, ended by whoever started it or by that one's disappearance. */
export type Part = {
  readonly name: string
  readonly pid: number
  /** Resolves with its exit code when it is gone. */
  readonly gone: Promise<number>
  /** Resolves when it says that it is ready; rejects when it ends before. */
  ready(): Promise<void>
  /** Asks it to end, and ends it by force after so long. */
  stop(graceMs: number): Promise<void>
  /** The last lines it printed. */
  lastWords(): string
}

function whenReady(child: ChildProcess, fail: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') resolve()
    })
    child.once('exit', () => reject(fail()))
  })
}

async function stopChild(child: ChildProcess, gone: Promise<number>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(force)
}

/** Starts a part. It has an IPC channel, whose end it takes as a reason to end itself: so it never outlives a killed starter. */
export function startPart(options: PartOptions): Part {
  mkdirSync(options.logFolder, { recursive: true })
  const logFile = join(options.logFolder, `${options.name}.log`)
  const output = openSync(logFile, 'w')
  const child = fork(join(options.project, options.module), [...(options.args ?? [])], {
    cwd: options.project,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const lastWords = () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
  const gone = once(child, 'exit').then(([code]: (number | null)[]) => code ?? 1)
  const ready = whenReady(child, () => new Error(`${options.name} stopte tijdens het starten:\n${lastWords()}`))
  // Whoever does not wait for it must not be ended by its failure; `gone` tells them.
  ready.catch(() => undefined)
  return {
    name: options.name,
    pid: child.pid ?? 0,
    gone,
    ready: () => ready,
    stop: (graceMs) => stopChild(child, gone, graceMs),
    lastWords,
  }
}
