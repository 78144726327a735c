/** The simulator's own time, which the test interface may shift; tokens keep the real time, so that the portal accepts them. */
export type SimulatorClock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Sets how far the clock runs ahead (or behind, when negative) of the real one. */
  shiftTo(seconds: number): void
  shiftSeconds(): number
}

export function makeClock(): SimulatorClock {
  let shift = 0
  return {
    now: () => Date.now() + shift * 1000,
    shiftTo: (seconds) => {
      shift = seconds
    },
    shiftSeconds: () => shift,
  }
}
