import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { err, ok } from '#/lib/platform/result.ts'
import { type CheckResult, CheckTask } from '#/lib/validator/check-task.ts'
import { framed } from '#/lib/validator/framing.ts'
import type { ValidatorAnswer } from '#/lib/validator/protocol.ts'
import type { StartChild, ValidatorChild } from '#/lib/validator/validator-child.ts'

/** Bounds of the lane for large files. Time in milliseconds, memory in bytes. */
export type LargeLaneOptions = {
  readonly processes: number
  readonly queueLength: number
  readonly timeLimitMs: number
  /** A process above this after a check is replaced: WebAssembly memory never shrinks. */
  readonly recycleAboveBytes: number
}

/** Opens the file from its beginning; called when its turn comes, and once more when a process ended half way. */
export type OpenSource = () => Readable

type Entry = {
  readonly task: CheckTask
  readonly open: OpenSource
  readonly expected: CheckExpectations
  attempts: number
}
type Ending = ValidatorAnswer | 'exited' | 'timeout'

type Worker = {
  readonly child: ValidatorChild
  current: { readonly entry: Entry; readonly end: (ending: Ending) => void } | null
  hasAnswered: boolean
  /** Told to end, and not gone yet. */
  isRetired: boolean
}

/**
 * Writes a file to a process no faster than it reads. Rejects when the source fails; a process that reads no further
 * ends the writing quietly, because its own end says why.
 */
async function sendFile(source: Readable, { input }: ValidatorChild, signal: AbortSignal): Promise<void> {
  const pieces = framed(source)
  for (;;) {
    const piece = await pieces.next()
    if (piece.done === true || signal.aborted) return
    const canGoOn = input.write(piece.value) || (await once(input, 'drain', { signal }).then(Boolean, () => false))
    if (!canGoOn) return
  }
}

/** One file at a time per process, few processes. Files wait unopened, so one that waits costs no memory. */
export class LargeLane {
  readonly #options: LargeLaneOptions
  readonly #startChild: StartChild
  readonly #queue: Entry[] = []
  readonly #workers = new Set<Worker>()
  #lastId = 0
  #isClosed: boolean = false

  constructor(options: LargeLaneOptions, startChild: StartChild) {
    this.#options = options
    this.#startChild = startChild
    for (let count = 0; count < options.processes; count++) this.#start()
  }

  /** Process ids of the children, for measurements. */
  get pids(): readonly number[] {
    return [...this.#workers].flatMap(({ child }) => (child.pid === undefined ? [] : [child.pid]))
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
    for (const { child, current } of this.#workers) {
      current?.entry.task.settle(err('busy'))
      child.kill()
    }
  }

  /** The caller gave up: nobody waits for the answer, and the process may be busy with it for long. */
  #forget(entry: Entry) {
    const at = this.#queue.indexOf(entry)
    if (at !== -1) this.#queue.splice(at, 1)
    for (const { child, current } of this.#workers) if (current?.entry === entry) child.kill()
  }

  #start(): Worker {
    const worker: Worker = {
      child: this.#startChild({
        answered: (answer) => {
          worker.hasAnswered = true
          worker.current?.end(answer)
        },
        exited: () => this.#exited(worker),
      }),
      current: null,
      hasAnswered: false,
      isRetired: false,
    }
    this.#workers.add(worker)
    return worker
  }

  #exited(worker: Worker) {
    this.#workers.delete(worker)
    worker.current?.end('exited')
    // A process that never answered may be one that cannot start: the next is then started by the next file.
    if (worker.hasAnswered && !this.#isClosed && this.#workers.size < this.#options.processes) this.#start()
    this.#dispatch()
  }

  #dispatch() {
    while (this.#queue.length > 0) {
      const idle = [...this.#workers].find(({ current, isRetired }) => current === null && !isRetired)
      const worker = idle ?? (this.#workers.size < this.#options.processes ? this.#start() : null)
      const entry = worker === null ? undefined : this.#queue.shift()
      if (worker === null || entry === undefined) return
      this.#run(worker, entry)
    }
  }

  #run(worker: Worker, entry: Entry) {
    const { child } = worker
    const timer = setTimeout(() => worker.current?.end('timeout'), this.#options.timeLimitMs)
    const source = entry.open()
    const over = new AbortController()
    worker.current = {
      entry,
      end: (ending) => {
        clearTimeout(timer)
        worker.current = null
        over.abort()
        source.destroy()
        worker.isRetired = !this.#mayStay(ending)
        if (worker.isRetired) child.kill()
        this.#finish(entry, ending)
        if (ending !== 'exited') this.#dispatch()
      },
    }
    // Its failure reaches the caller through sendFile; without a listener it would end this process.
    source.on('error', () => undefined)
    child.ask({ id: ++this.#lastId, expected: entry.expected, bytes: null })
    sendFile(source, child, over.signal).catch((error: unknown) => {
      if (over.signal.aborted) return
      entry.task.fail(error)
      child.kill()
    })
  }

  #mayStay(ending: Ending): boolean {
    if (typeof ending === 'string' || ending.isSpent || ending.outcome.kind === 'too_heavy') return false
    return ending.residentBytes <= this.#options.recycleAboveBytes
  }

  #finish(entry: Entry, ending: Ending) {
    if (ending === 'timeout') entry.task.settle(err('timeout'))
    else if (ending !== 'exited')
      entry.task.settle(ending.outcome.kind === 'report' ? ok(ending.outcome.report) : err('too_heavy'))
    else if (entry.attempts === 0 && !entry.task.isSettled && !this.#isClosed) {
      entry.attempts = 1
      this.#queue.unshift(entry)
    } else entry.task.settle(err('crashed'))
  }
}
