import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { err, ok } from '#/lib/platform/result.ts'
import { type CheckResult, CheckTask } from '#/lib/validator/check-task.ts'
import type { ValidatorAnswer } from '#/lib/validator/protocol.ts'
import type { StartChild, ValidatorChild } from '#/lib/validator/validator-child.ts'

/** Bounds of the lane for small files. Times in milliseconds, memory and queue in bytes. */
export type SmallLaneOptions = {
  readonly processes: number
  readonly queueBytes: number
  readonly timeLimitMs: number
  /** So much longer may the first file of a process take: until then it was also loading its program. */
  readonly startTimeMs: number
  /** A process above this after a check is replaced: WebAssembly memory never shrinks. */
  readonly recycleAboveBytes: number
}

/** Files that wait in a child's pipe, so that it never waits for the next one. */
const DEPTH = 4

/** `isAlone`: it was in a process that ended, and runs again with nothing else beside it. */
type Entry = {
  readonly task: CheckTask
  readonly bytes: Uint8Array
  readonly expected: CheckExpectations
  isAlone: boolean
}

type Worker = {
  readonly child: ValidatorChild
  readonly inFlight: Map<number, Entry>
  timer: NodeJS.Timeout | null
  isRetired: boolean
  hasAnswered: boolean
}

/** Warm processes that check files sent to them whole, several at a time. */
export class SmallLane {
  readonly #options: SmallLaneOptions
  readonly #startChild: StartChild
  readonly #workers = new Set<Worker>()
  readonly #queue: Entry[] = []
  #queuedBytes = 0
  #lastId = 0
  #isClosed: boolean = false

  constructor(options: SmallLaneOptions, startChild: StartChild) {
    this.#options = options
    this.#startChild = startChild
    for (let count = 0; count < options.processes; count++) this.#start()
  }

  /** Process ids of the children, for measurements. */
  get pids(): readonly number[] {
    return [...this.#workers].flatMap(({ child }) => (child.pid === undefined ? [] : [child.pid]))
  }

  check(bytes: Uint8Array, expected: CheckExpectations, signal: AbortSignal | undefined): Promise<CheckResult> {
    if (this.#isClosed || this.#queuedBytes + bytes.length > this.#options.queueBytes)
      return Promise.resolve(err('busy'))
    const task = new CheckTask(signal, () => this.#forget(entry))
    const entry: Entry = { task, bytes, expected, isAlone: false }
    this.#queue.push(entry)
    this.#queuedBytes += bytes.length
    this.#dispatch()
    return task.result
  }

  /** Ends all processes; what is under way is answered with `busy`. */
  close(): void {
    this.#isClosed = true
    for (const { task } of this.#queue.splice(0)) task.settle(err('busy'))
    for (const worker of this.#workers) {
      for (const { task } of worker.inFlight.values()) task.settle(err('busy'))
      worker.inFlight.clear()
      this.#stopTimer(worker)
      worker.child.kill()
    }
  }

  /** Takes a file whose caller gave up out of the queue; one that a process has already is finished there. */
  #forget(entry: Entry) {
    const at = this.#queue.indexOf(entry)
    if (at === -1) return
    this.#queue.splice(at, 1)
    this.#queuedBytes -= entry.bytes.length
  }

  #start(): Worker {
    const worker: Worker = {
      child: this.#startChild({
        answered: (answer) => this.#answered(worker, answer),
        exited: () => this.#exited(worker, 'crashed'),
      }),
      inFlight: new Map(),
      timer: null,
      isRetired: false,
      hasAnswered: false,
    }
    this.#workers.add(worker)
    return worker
  }

  #dispatch() {
    for (let entry = this.#queue[0]; entry !== undefined; entry = this.#queue[0]) {
      const worker = this.#workerFor(entry)
      if (worker === null) return
      this.#queue.shift()
      this.#queuedBytes -= entry.bytes.length
      const id = ++this.#lastId
      worker.inFlight.set(id, entry)
      worker.child.ask({ id, expected: entry.expected, bytes: entry.bytes })
      if (worker.inFlight.size === 1) this.#startTimer(worker)
    }
  }

  #workerFor(entry: Entry): Worker | null {
    const free = [...this.#workers]
      .filter((worker) => !worker.isRetired && ![...worker.inFlight.values()].some(({ isAlone }) => isAlone))
      .sort((one, other) => one.inFlight.size - other.inFlight.size)
    const [least] = free
    if (least !== undefined && least.inFlight.size < (entry.isAlone ? 1 : DEPTH)) return least
    return this.#workers.size < this.#options.processes ? this.#start() : null
  }

  #answered(worker: Worker, { id, outcome, residentBytes, isSpent }: ValidatorAnswer) {
    const entry = worker.inFlight.get(id)
    worker.inFlight.delete(id)
    worker.hasAnswered = true
    this.#startTimer(worker)
    entry?.task.settle(outcome.kind === 'report' ? ok(outcome.report) : err('too_heavy'))
    worker.isRetired ||= isSpent || outcome.kind === 'too_heavy' || residentBytes > this.#options.recycleAboveBytes
    if (worker.isRetired && worker.inFlight.size === 0) worker.child.kill()
    this.#dispatch()
  }

  /** The time limit is each file's own: it starts anew when the process comes to the next one. */
  #startTimer(worker: Worker) {
    this.#stopTimer(worker)
    if (worker.inFlight.size === 0) return
    const { timeLimitMs, startTimeMs } = this.#options
    const limit = worker.hasAnswered ? timeLimitMs : timeLimitMs + startTimeMs
    worker.timer = setTimeout(() => this.#exited(worker, 'timeout'), limit)
  }

  #stopTimer(worker: Worker) {
    if (worker.timer !== null) clearTimeout(worker.timer)
    worker.timer = null
  }

  /**
   * A process is gone, or takes too long and goes now. Too long is the fault of the file it was at. Of a crash the file is
   * not known for certain, because answers can be lost with the process: each runs again, alone in a process, and only
   * the one that ends that process as well is given up.
   */
  #exited(worker: Worker, reason: 'crashed' | 'timeout') {
    if (!this.#workers.delete(worker)) return
    this.#stopTimer(worker)
    worker.child.kill()
    const entries = [...worker.inFlight.values()]
    if (reason === 'timeout') entries.shift()?.task.settle(err('timeout'))
    for (const entry of entries.reverse()) {
      if (entry.isAlone && reason === 'crashed') entry.task.settle(err('crashed'))
      else if (!entry.task.isSettled) this.#requeue(entry, reason === 'crashed')
    }
    if (this.#isClosed) return
    // A process that never answered may be one that cannot start: the next is then started by the next file.
    if (worker.hasAnswered) this.#start()
    this.#dispatch()
  }

  #requeue(entry: Entry, isAlone: boolean) {
    entry.isAlone ||= isAlone
    this.#queue.unshift(entry)
    this.#queuedBytes += entry.bytes.length
  }
}
