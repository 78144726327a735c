import type { OnboardingState } from '#/lib/access/actor.ts'

/** What can happen to a registration. */
export type OnboardingEvent = 'profile-saved' | 'code-accepted' | 'logged-in-again' | 'blocked'

/**
 * The state machine of a first login (product chapter 3). What is not here cannot happen. The way out of GEBLOKKEERD is
 * back to the step it was blocked in, which the registration remembers.
 */
export const ONBOARDING_TRANSITIONS: {
  readonly [S in OnboardingState]: Partial<Record<OnboardingEvent, OnboardingState>>
} = {
  PROFIEL: { 'profile-saved': 'VERIFICATIE', blocked: 'GEBLOKKEERD' },
  VERIFICATIE: { 'code-accepted': 'OPNIEUW_INLOGGEN', blocked: 'GEBLOKKEERD' },
  OPNIEUW_INLOGGEN: { 'logged-in-again': 'ACTIEF', blocked: 'GEBLOKKEERD' },
  ACTIEF: { blocked: 'GEBLOKKEERD' },
  GEBLOKKEERD: {},
}

/** The state after an event, or null when the event cannot happen in this state. */
export function nextState(state: OnboardingState, event: OnboardingEvent): OnboardingState | null {
  return ONBOARDING_TRANSITIONS[state][event] ?? null
}

/**
 * The state after a login. Only an attempt that began after the code was accepted counts as logging in again, one that was
 * already under way does not. Both moments are of our own clock: the makelaar's may be some time off, and a login proves
 * by itself that the person authenticated in this attempt. An attempt keeps whole seconds.
 */
export function stateAfterLogin(
  state: OnboardingState,
  codeAcceptedAt: Date | null,
  attemptStartedAt: Date,
): OnboardingState {
  if (state !== 'OPNIEUW_INLOGGEN' || !codeAcceptedAt) return state
  const acceptedSecond = Math.floor(codeAcceptedAt.getTime() / 1_000) * 1_000
  return attemptStartedAt.getTime() >= acceptedSecond ? (nextState(state, 'logged-in-again') ?? state) : state
}

/** The page of each step; null for the step in which there is no session at all. */
export const STEP_PAGES = {
  PROFIEL: '/persoonlijke-instellingen',
  VERIFICATIE: '/verificatie',
  OPNIEUW_INLOGGEN: '/opnieuw-inloggen',
  ACTIEF: '/dashboard',
  GEBLOKKEERD: '/geen-toegang/geblokkeerd',
} as const satisfies Record<OnboardingState, string>
