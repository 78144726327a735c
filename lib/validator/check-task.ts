import type { FileReport } from '#/lib/envelope/schema.ts'
import type { Result } from '#/lib/platform/result.ts'

/**
 * Why there is no report: `busy` the queue is full, come back later; `timeout` and `too_heavy` the file asks more time or
 * memory than a check may take; `crashed` it ended two validator processes.
 */
export type CheckFailure = 'busy' | 'timeout' | 'too_heavy' | 'crashed'
export type CheckResult = Result<FileReport, CheckFailure>

/** A promise of one check that settles once: by its result, or by the caller giving up. */
export class CheckTask {
  readonly result: Promise<CheckResult>
  readonly #signal: AbortSignal | undefined
  readonly #onAbort: () => void
  #settle: ((result: CheckResult) => void) | null = null
  #fail: ((reason: unknown) => void) | null = null

  /** `onAbort` runs when the caller gives up before there is a result. */
  constructor(signal: AbortSignal | undefined, onAbort: () => void) {
    const { promise, resolve, reject } = Promise.withResolvers<CheckResult>()
    this.result = promise
    this.#settle = resolve
    this.#fail = reject
    this.#signal = signal
    this.#onAbort = () => {
      this.fail(signal?.reason)
      onAbort()
    }
    signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  get isSettled(): boolean {
    return this.#settle === null
  }

  /** Gives the result; later ones are ignored. */
  settle(result: CheckResult): void {
    this.#settle?.(result)
    this.#release()
  }

  /** Rejects: the caller gave up, or the source of the bytes failed. */
  fail(reason: unknown): void {
    this.#fail?.(reason)
    this.#release()
  }

  #release() {
    this.#settle = null
    this.#fail = null
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }
}
