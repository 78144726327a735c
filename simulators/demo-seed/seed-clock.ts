import { type Clock, DAY_MS, HOUR_MS, setClock } from '#/lib/platform/clock.ts'

/**
 * A clock whose hands the seed turns, so that the demo has a past: what is made "three weeks ago" is made by the real use
 * cases at that moment. It never passes the present.
 */
export class SeedClock implements Clock {
  readonly #present: number
  #at: number

  constructor(present: Date) {
    this.#present = present.getTime()
    this.#at = this.#present
    setClock(this)
  }

  now(): Date {
    return new Date(this.#at)
  }

  /** Sets the hands so many days before the present: a whole number at nine o'clock UTC, else that long ago exactly. */
  daysAgo(days: number): void {
    const then = this.#present - Math.round(days * DAY_MS)
    this.#at = Number.isInteger(days) ? then - (then % DAY_MS) + 9 * HOUR_MS : then
  }

  /** Moves on by so many seconds, at most to the present. */
  forward(seconds: number): void {
    this.#at = Math.min(this.#present, this.#at + seconds * 1_000)
  }
}
