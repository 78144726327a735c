import { type Pair, pairKey } from '#/lib/chain/outbound/pair.ts'
import { clock } from '#/lib/platform/clock.ts'

type Paused = { readonly pair: Pair; readonly timer: NodeJS.Timeout }

/** A timer cannot wait longer than some 24 days; who looks earlier waits again. */
const LONGEST_WAIT_MS = 24 * 3_600_000

/** Pairs that wait for a moment, each for one. */
export class PausedPairs {
  readonly #paused = new Map<string, Paused>()

  /** Calls `act` at that moment, in place of what the pair waited for before. */
  until(pair: Pair, at: Date, act: () => void): void {
    const key = pairKey(pair)
    clearTimeout(this.#paused.get(key)?.timer)
    const wait = Math.min(Math.max(at.getTime() - clock.now().getTime(), 0), LONGEST_WAIT_MS)
    const timer = setTimeout(() => {
      this.#paused.delete(key)
      act()
    }, wait)
    timer.unref()
    this.#paused.set(key, { pair, timer })
  }

  /** Ends the waiting of those that `wanted` picks, and answers them. */
  take(wanted: (pair: Pair) => boolean): readonly Pair[] {
    const taken = [...this.#paused].filter(([, { pair }]) => wanted(pair))
    for (const [key, { timer }] of taken) {
      clearTimeout(timer)
      this.#paused.delete(key)
    }
    return taken.map(([, { pair }]) => pair)
  }
}
