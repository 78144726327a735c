import { pauseMs } from '#/lib/chain/outbound/pauses.ts'

describe('the pause before the next try', () => {
  // Guards "growing pauses with jitter": twice as long each time, and never the same for all.
  it('grows to the longest and stays there', () => {
    const middle = [1, 2, 3, 4, 5, 6, 50, 1_000].map((attempts) => pauseMs(attempts, 20, 0.5) / 1_000)
    expect(middle).toEqual([1, 2, 4, 8, 16, 20, 20, 20])
  })

  it('is up to a quarter shorter or longer, and never longer than the longest', () => {
    expect([0, 0.5, 0.999].map((chance) => pauseMs(3, 100, chance))).toEqual([3_000, 4_000, 4_998])
    expect([0, 0.999].map((chance) => pauseMs(9, 15, chance))).toEqual([11_250, 15_000])
  })
})
