import { clock } from '#/lib/platform/clock.ts'

/** Tells so many of a kind in a window of time, and counts the others: for a log that outsiders can write to. */
export class SparingTeller {
  readonly #most: number
  readonly #windowMs: number
  #window = Number.NaN
  #told = 0
  #others = 0

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Calls `tell` with how many were not told since the last one that was, or counts this one among them. */
  tell(tell: (others: number) => void): void {
    const window = Math.floor(clock.now().getTime() / this.#windowMs)
    if (window !== this.#window) {
      this.#window = window
      this.#told = 0
    }
    if (this.#told === this.#most) {
      this.#others += 1
      return
    }
    this.#told += 1
    tell(this.#others)
    this.#others = 0
  }
}
