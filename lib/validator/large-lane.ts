import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { err, ok } from '#/lib/platform/result.ts'
import { type CheckResult, CheckTask } from '#/lib/validator/check-task.ts'
import type { ValidatorAnswer } from '#/lib/validator/protocol.ts'
import type { StartChild } from '#/lib/validator/validator-child.ts'

/** Bounds of the lane for large files. */
export type LargeLaneOptions = {
  readonly processes: number
  readonly queueLength: number
  readonly timeLimitMs: number
}

/** Opens the file from its beginning; called when its turn comes, and once more when a process ended half way. */
export type OpenSource = () => Readable

type Entry = {
  readonly task: CheckTask
  readonly open: OpenSource
  readonly expected: CheckExpectations
  attempts: number
}
type Ending = ValidatorAnswer['outcome'] | { readonly kind: 'exited' } | { readonly kind: 'timeout' }

/** One fresh process per file, few at a time. Files wait unopened, so a waiting one costs no memory. */
export class LargeLane {
  readonly #options: LargeLaneOptions
  readonly #startChild: StartChild
  readonly #queue: Entry[] = []
  readonly #running = new Map<Entry, () => void>()
  #isClosed: boolean = false

  constructor(options: LargeLaneOptions, startChild: StartChild) {
    this.#options = options
    this.#startChild = startChild
  }

  check(open: OpenSource, expected: CheckExpectations, signal: AbortSignal | undefined): Promise<CheckResult> {
    if (this.#isClosed || this.#queue.length >= this.#options.queueLength) return Promise.resolve(err('busy'))
    const task = new CheckTask(signal, () => this.#forget(entry))
    const entry: Entry = { task, open, expected, attempts: 0 }
    this.#queue.push(entry)
    this.#dispatch()
    return task.result
  }

  /** Ends all processes; what waits or is under way is answered with `busy`. */
  close(): void {
    this.#isClosed = true
    for (const { task } of this.#queue.splice(0)) task.settle(err('busy'))
    for (const [{ task }, kill] of this.#running) {
      task.settle(err('busy'))
      kill()
    }
  }

  #forget(entry: Entry) {
    const at = this.#queue.indexOf(entry)
    if (at !== -1) this.#queue.splice(at, 1)
    this.#running.get(entry)?.()
  }

  #dispatch() {
    while (this.#running.size < this.#options.processes) {
      const entry = this.#queue.shift()
      if (entry === undefined) return
      this.#run(entry)
    }
  }

  #run(entry: Entry) {
    const ending = Promise.withResolvers<Ending>()
    const child = this.#startChild({
      answered: ({ outcome }) => ending.resolve(outcome),
      exited: () => ending.resolve({ kind: 'exited' }),
    })
    this.#running.set(entry, () => child.kill())
    const timer = setTimeout(() => ending.resolve({ kind: 'timeout' }), this.#options.timeLimitMs)
    const source = entry.open()
    // The source failing is the caller's affair; the pipe breaking is the process's, and its end tells the rest.
    source.once('error', (error) => {
      entry.task.fail(error)
      child.kill()
    })
    child.ask({ id: entry.attempts, expected: entry.expected, bytes: null })
    pipeline(source, child.input).catch(() => source.destroy())
    ending.promise.then((outcome) => {
      clearTimeout(timer)
      child.kill()
      this.#running.delete(entry)
      this.#finish(entry, outcome)
      this.#dispatch()
    })
  }

  #finish(entry: Entry, outcome: Ending) {
    if (outcome.kind === 'report') entry.task.settle(ok(outcome.report))
    else if (outcome.kind !== 'exited') entry.task.settle(err(outcome.kind))
    else if (entry.attempts === 0 && !entry.task.isSettled && !this.#isClosed) {
      entry.attempts = 1
      this.#queue.unshift(entry)
    } else entry.task.settle(err('crashed'))
  }
}
