import { DeliveryQueue } from '#/app/_delivery/delivery-queue.ts'
import type { Step } from '#/app/_delivery/transport.ts'

/** Where the files of these tests go. */
export const destination = {
  uploadAddress: '/api/berichten/iwmo',
  pagesAddress: '/producten/iwmo/berichten',
  maximumBytes: 100,
}
/** A file of so many bytes. */
export const file = (name: string, size = 10) => ({ file: new File(['x'.repeat(size)], name), name })
/** An answer of the portal. */
export const answered = (status: number, body: object = {}, retryAfterSeconds: number | null = null): Step => ({
  kind: 'answered',
  status,
  text: JSON.stringify(body),
  retryAfterSeconds,
})
/** The answer for a file that was accepted. */
export const accepted = answered(201, { id: 'b-1', berichtsoort: 'WMO301', identificatie: 'T-1' })

/** A queue whose time and connection are the test's. */
export function setUpQueue() {
  const tries: { name: string; key: string; isByHand: boolean; give: (step: Step) => void; cancelled: boolean }[] = []
  let timers: { at: number; run: () => void }[] = []
  let now = 0
  let keys = 0
  const queue = new DeliveryQueue({
    transport: ({ key, name }, give, isByHand) => {
      const one = { name, key, isByHand, give, cancelled: false }
      tries.push(one)
      give({ kind: 'sending', percent: 0 })
      return {
        cancel: () => {
          one.cancelled = true
        },
      }
    },
    later: (run, ms) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    // The longest pause there is.
    random: () => 1,
    newKey: () => `sleutel-${++keys}`,
  })
  const passes = (ms: number) => {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { run } of due) run()
  }
  return {
    queue,
    tries,
    passes,
    names: () => tries.map(({ name }) => name),
    states: () => queue.uploads().map(({ name, state }) => `${name} ${state.kind}`),
    last: (name: string, step: Step) => tries.findLast((one) => one.name === name)?.give(step),
  }
}
