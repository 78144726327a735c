/** So many failures one after the other, and nobody is asked for a while. */
const FAILURES = 5
const PAUSE_MS = 30_000

/**
 * Spares people the wait for a register that does not answer: after five failures in a row it is not asked for half a minute, then by
 * one question at a time until an answer comes.
 */
export class Circuit {
  #failures = 0
  #openUntil = 0
  #isTrying = false

  /** Whether the register may be asked now. Whoever is let through tells how it went. */
  admits(now: Date): boolean {
    if (this.#failures < FAILURES) return true
    if (now.getTime() < this.#openUntil || this.#isTrying) return false
    this.#isTrying = true
    return true
  }

  succeeded(): void {
    this.#failures = 0
    this.#isTrying = false
  }

  failed(now: Date): void {
    this.#failures += 1
    this.#isTrying = false
    if (this.#failures >= FAILURES) this.#openUntil = now.getTime() + PAUSE_MS
  }
}
