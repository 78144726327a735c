import { Check, CircleUserRound, KeyRound, Lock, LogIn } from '#/app/_ui/drawings.ts'
import { Status, type StatusLook } from '#/app/_ui/status.tsx'
import type { OnboardingState } from '#/lib/generated/prisma/enums.ts'

/** How each step of the first login looks in lists; a new state without a look does not compile. */
export const ONBOARDING_LOOK: Readonly<Record<OnboardingState, StatusLook>> = {
  PROFIEL: { tone: 'quiet', icon: CircleUserRound },
  VERIFICATIE: { tone: 'info', icon: KeyRound },
  OPNIEUW_INLOGGEN: { tone: 'quiet', icon: LogIn },
  ACTIEF: { tone: 'plain', icon: Check },
  GEBLOKKEERD: { tone: 'bad', icon: Lock },
}

/** The step a person is at; the label comes from the copy of onboarding (`state.<STATE>`). */
export function OnboardingStatusBadge({
  state,
  label,
  line,
}: {
  state: OnboardingState
  label: string
  line?: React.ReactNode
}) {
  return <Status {...ONBOARDING_LOOK[state]} label={label} line={line} />
}
