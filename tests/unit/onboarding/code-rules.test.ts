import { afterFailure, type CodeAttempts, codeEntry } from '#/lib/onboarding/codes/code-rules.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const NONE: CodeAttempts = { failures: 0, pausedUntil: null, lockedAt: null }
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** The counters after so many wrong codes, each a second after the one before. */
function wrong(times: number): CodeAttempts {
  let attempts = NONE
  for (let index = 0; index < times; index += 1) attempts = afterFailure(attempts, NOW)
  return attempts
}

describe('wrong codes', () => {
  // Guards ASVS 6.6.3: five, then a pause of a quarter of an hour; ten, then only a new code helps.
  it.each([
    [0, { kind: 'open', triesLeft: 5 }],
    [1, { kind: 'open', triesLeft: 4 }],
    [4, { kind: 'open', triesLeft: 1 }],
    [5, { kind: 'paused', until: later(15) }],
    [10, { kind: 'locked' }],
    [11, { kind: 'locked' }],
  ])('%d of them leave the field %j', (times, entry) => {
    expect(codeEntry(wrong(times), NOW)).toEqual(entry)
  })

  it('are counted on after the pause, to the lock', () => {
    const paused = wrong(5)
    expect(codeEntry(paused, new Date(later(15).getTime() - 1)).kind).toBe('paused')
    expect(codeEntry(paused, later(15))).toEqual({ kind: 'open', triesLeft: 5 })
    const afterPause = (times: number) => {
      let attempts = paused
      for (let index = 0; index < times; index += 1) attempts = afterFailure(attempts, later(16))
      return codeEntry(attempts, later(16))
    }
    expect(afterPause(4)).toEqual({ kind: 'open', triesLeft: 1 })
    expect(afterPause(5)).toEqual({ kind: 'locked' })
  })

  it('do not unlock what is locked, however long one waits', () => {
    expect(codeEntry(wrong(10), later(60 * 24 * 365))).toEqual({ kind: 'locked' })
  })
})
