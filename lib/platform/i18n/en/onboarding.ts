import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { onboarding as nl } from '#/lib/platform/i18n/nl/onboarding.ts'

export const onboarding: Copy<typeof nl> = {
  state: {
    PROFIEL: 'Fill in details',
    VERIFICATIE: 'Waiting for a code',
    OPNIEUW_INLOGGEN: 'Has to log in again',
    ACTIEF: 'Active',
    GEBLOKKEERD: 'Blocked',
  },
  again: {
    title: 'Close your browser and log in again',
    done: 'Your registration is complete.',
    lead: 'Your code is correct and your account is ready. One more step, for your safety:',
    step1: 'Close all windows of your browser.',
    step2: 'Open your browser again and go to this portal.',
    step3: 'Log in with eHerkenning once more.',
    after: 'You will then go straight to your dashboard. You will not have to do these steps again.',
    login: 'Log in again',
  },
}
