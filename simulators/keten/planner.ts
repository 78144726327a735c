/** Calls `act` after so many milliseconds; what it gives calls that off. */
export type Later = (milliseconds: number, act: () => void) => () => void

/** The clock of a process of its own. */
export const byTimer: Later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds)
  return () => clearTimeout(timer)
}

/** What providers will do, each at its moment; ended, nothing of it happens any more. */
export class Planner {
  readonly #later: Later
  readonly #onError: (error: unknown) => void
  readonly #planned = new Set<() => void>()

  constructor(later: Later, onError: (error: unknown) => void) {
    this.#later = later
    this.#onError = onError
  }

  after(milliseconds: number, act: () => Promise<unknown>): void {
    const callOff = this.#later(milliseconds, () => {
      this.#planned.delete(callOff)
      act().catch(this.#onError)
    })
    this.#planned.add(callOff)
  }

  /** Ends everything that has not begun. */
  stop(): void {
    for (const callOff of this.#planned) callOff()
    this.#planned.clear()
  }
}
