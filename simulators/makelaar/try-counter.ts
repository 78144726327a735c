import type { SimulatorClock } from '#/simulators/makelaar/simulator-clock.ts'

const BLOCK_MINUTES = 15
/** A hostile client may try any number of names; the oldest are forgotten before memory grows. */
const MAX_KEYS = 10_000

type Entry = { wrong: number; blockedUntil: number }

/** Counts wrong tries per key and closes the key for 15 minutes when there are too many (eHerkenning chapter 14). */
export class TryCounter {
  readonly #clock: SimulatorClock
  readonly #limit: number
  readonly #entries = new Map<string, Entry>()

  constructor(clock: SimulatorClock, limit: number) {
    this.#clock = clock
    this.#limit = limit
  }

  /** True while the key is closed. A key that was never tried is open. */
  isBlocked(key: string): boolean {
    return (this.#entries.get(key)?.blockedUntil ?? 0) > this.#clock.now()
  }

  /** Counts one wrong try; the last one allowed closes the key. */
  wrong(key: string): void {
    const entry = this.#entries.get(key) ?? { wrong: 0, blockedUntil: 0 }
    this.#entries.delete(key)
    entry.wrong += 1
    if (entry.wrong >= this.#limit) {
      entry.wrong = 0
      entry.blockedUntil = this.#clock.now() + BLOCK_MINUTES * 60_000
    }
    this.#entries.set(key, entry)
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MAX_KEYS) break
      this.#entries.delete(oldest)
    }
  }

  /** Forgets the wrong tries of a key, after a right one. */
  right(key: string): void {
    this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
  }
}
