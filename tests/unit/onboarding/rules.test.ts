import type { OnboardingState } from '#/lib/access/actor.ts'
import { nextState, type OnboardingEvent, STEP_PAGES, stateAfterLogin } from '#/lib/onboarding/rules.ts'

const STATES: readonly OnboardingState[] = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD']
const EVENTS: readonly OnboardingEvent[] = ['profile-saved', 'code-accepted', 'logged-in-again', 'blocked']
const ALLOWED: Readonly<Record<string, OnboardingState>> = {
  'PROFIEL profile-saved': 'VERIFICATIE',
  'VERIFICATIE code-accepted': 'OPNIEUW_INLOGGEN',
  'OPNIEUW_INLOGGEN logged-in-again': 'ACTIEF',
  'PROFIEL blocked': 'GEBLOKKEERD',
  'VERIFICATIE blocked': 'GEBLOKKEERD',
  'OPNIEUW_INLOGGEN blocked': 'GEBLOKKEERD',
  'ACTIEF blocked': 'GEBLOKKEERD',
}

describe('the steps of a first login', () => {
  // Guards ASVS 2.3.1: no step can be skipped, none comes back. Every pair of state and event is here.
  it.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s with %s', (state, event) => {
    expect(nextState(state, event)).toBe(ALLOWED[`${state} ${event}`] ?? null)
  })

  it('have a page each', () => {
    expect(Object.keys(STEP_PAGES)).toEqual([...STATES])
  })
})

describe('stateAfterLogin', () => {
  const accepted = new Date('2026-11-23T10:00:00.700Z')
  const login = (moment: string) => stateAfterLogin('OPNIEUW_INLOGGEN', accepted, new Date(moment))

  // Guards product chapter 3: only a new authentication leads to ACTIEF, not the answer to an attempt begun before the code.
  it('does not count an attempt from before the code', () => {
    expect(login('2026-11-23T09:59:59.000Z')).toBe('OPNIEUW_INLOGGEN')
    expect(login('2026-11-23T09:00:00.000Z')).toBe('OPNIEUW_INLOGGEN')
  })

  it('counts one from after the code, in the whole seconds that an attempt keeps', () => {
    expect(login('2026-11-23T10:00:00.000Z')).toBe('ACTIEF')
    expect(login('2026-11-23T10:00:01.000Z')).toBe('ACTIEF')
  })

  it.each(STATES.filter((state) => state !== 'OPNIEUW_INLOGGEN'))('leaves %s as it is', (state) => {
    expect(stateAfterLogin(state, accepted, new Date('2027-01-01T00:00:00Z'))).toBe(state)
  })

  it('does not activate who never used a code', () => {
    expect(stateAfterLogin('OPNIEUW_INLOGGEN', null, new Date('2027-01-01T00:00:00Z'))).toBe('OPNIEUW_INLOGGEN')
  })
})
