import { SparingTeller } from '#/lib/platform/sparing-teller.ts'
import { stopClockAt } from '#/tests/support/clock.ts'

// Guards "a stranger cannot fill the log": ten a minute are told, and of the others how many there were.
test('tells some of each minute, and with the next how many were left out', () => {
  const hands = stopClockAt('2026-03-01T12:00:00.000Z')
  const told: number[] = []
  const teller = new SparingTeller(2, 60_000)
  const many = (count: number) => {
    for (let nth = 0; nth < count; nth++) teller.tell((others) => told.push(others))
  }
  many(5)
  expect(told).toEqual([0, 0])
  hands.advance(60_000)
  many(3)
  expect(told).toEqual([0, 0, 3, 0])
})
