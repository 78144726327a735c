import fc from 'fast-check'
import { absoluteEnd, idleEndsAt, sessionEnd } from '#/lib/identity/sessions/session-rules.ts'
import { newSessionToken, sessionTokenHash } from '#/lib/identity/sessions/session-token.ts'

const START = new Date('2026-11-23T09:00:00Z')
const LIMITS = { idleMinutes: 20 }
const at = (seconds: number) => new Date(START.getTime() + seconds * 1_000)
const times = (lastActivityAt: Date, absoluteEndsAt = absoluteEnd(START, 8)) => ({
  lastActivityAt,
  absoluteEndsAt,
  endedAt: null,
  endReason: null,
})

describe('a session without activity', () => {
  // Guards ASVS 7.3.1: at 19:59 in, at 20:00 and 20:01 out.
  it.each([
    [19 * 60 + 59, null],
    [20 * 60, 'INACTIEF'],
    [20 * 60 + 1, 'INACTIEF'],
  ] as const)('after %d seconds: %s', (seconds, end) => {
    expect(sessionEnd(times(START), LIMITS, at(seconds))).toBe(end)
  })
})

describe('a session with activity every minute', () => {
  // Guards ASVS 7.3.2: eight hours from login, whatever somebody does.
  it.each([
    [8 * 3_600 - 1, null],
    [8 * 3_600, 'ABSOLUUT'],
    [8 * 3_600 + 60, 'ABSOLUUT'],
  ] as const)('after %d seconds: %s', (seconds, end) => {
    expect(sessionEnd(times(at(seconds - 60)), LIMITS, at(seconds))).toBe(end)
  })
})

describe('any session', () => {
  const anySession = fc.record({
    active: fc.integer({ min: 0, max: 9 * 3_600 }),
    now: fc.integer({ min: 0, max: 20 * 3_600 }),
    idleMinutes: fc.integer({ min: 5, max: 30 }),
  })

  it('lives exactly until the moment that idleEndsAt tells', () => {
    fc.assert(
      fc.property(anySession, ({ active, now, idleMinutes }) => {
        const session = times(at(active))
        const alive = sessionEnd(session, { idleMinutes }, at(now)) === null
        expect(alive).toBe(at(now) < idleEndsAt(session, { idleMinutes }))
      }),
    )
  })

  it('never comes back: once over, it stays over', () => {
    fc.assert(
      fc.property(anySession, fc.nat(100_000), ({ active, now, idleMinutes }, later) => {
        const session = times(at(active))
        if (sessionEnd(session, { idleMinutes }, at(now)) === null) return
        expect(sessionEnd(session, { idleMinutes }, at(now + later))).not.toBeNull()
      }),
    )
  })

  it('keeps the reason that was written down when it ended', () => {
    const ended = { ...times(START), endedAt: at(5), endReason: 'GEBLOKKEERD' as const }
    expect(sessionEnd(ended, LIMITS, at(6))).toBe('GEBLOKKEERD')
    expect(sessionEnd({ ...ended, endReason: null }, LIMITS, at(6))).toBe('BEEINDIGD')
  })
})

describe('tokens', () => {
  // Guards ASVS 7.2.3: nobody guesses a token, and no two sessions share one.
  it('are 43 base64url characters, all different, with hashes of 32 bytes', () => {
    const tokens = Array.from({ length: 10_000 }, newSessionToken)
    expect(new Set(tokens).size).toBe(tokens.length)
    expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([])
    expect(sessionTokenHash(tokens[0] ?? '')).toHaveLength(32)
  })
})
