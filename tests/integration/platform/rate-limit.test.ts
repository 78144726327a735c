import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'

testDatabase()
const hands = stopClockAt('2026-11-23T09:00:40.000Z')
const LIMIT = { name: 'test', max: 3, windowSeconds: 60 }

describe('countAgainst', () => {
  it('allows up to the limit, then says when the next window begins', async () => {
    const verdicts = []
    for (let call = 0; call < 4; call += 1) verdicts.push(await countAgainst(LIMIT, 'a'))
    expect(verdicts).toEqual([
      { allowed: true, count: 1 },
      { allowed: true, count: 2 },
      { allowed: true, count: 3 },
      { allowed: false, count: 4, retryAfterSeconds: 20 },
    ])
    hands.set('2026-11-23T09:00:59.999Z')
    expect(await countAgainst(LIMIT, 'a')).toEqual({ allowed: false, count: 5, retryAfterSeconds: 1 })
    hands.set('2026-11-23T09:01:00.000Z')
    expect(await countAgainst(LIMIT, 'a')).toEqual({ allowed: true, count: 1 })
  })

  it('counts keys and limits apart: nobody uses up what is somebody else’s', async () => {
    for (let call = 0; call < 4; call += 1) await countAgainst(LIMIT, 'b')
    expect((await countAgainst(LIMIT, 'c')).allowed).toBe(true)
    expect((await countAgainst({ ...LIMIT, name: 'other' }, 'b')).allowed).toBe(true)
  })

  it('lets through exactly the limit when all come at once', async () => {
    const verdicts = await Promise.all(Array.from({ length: 30 }, () => countAgainst(LIMIT, 'd')))
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(3)
  })
})
