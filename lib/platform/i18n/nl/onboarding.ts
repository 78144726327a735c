/** The first login: personal settings, verification code, logging in again. */
export const onboarding = {
  state: {
    PROFIEL: 'Gegevens invullen',
    VERIFICATIE: 'Wacht op code',
    OPNIEUW_INLOGGEN: 'Moet opnieuw inloggen',
    ACTIEF: 'Actief',
    GEBLOKKEERD: 'Geblokkeerd',
  },
  again: {
    title: 'Sluit uw browser en log opnieuw in',
    done: 'Uw registratie is gelukt.',
    lead: 'Uw code klopt en uw account is klaar. Nu nog één stap, voor uw veiligheid:',
    step1: 'Sluit alle vensters van uw browser.',
    step2: 'Open uw browser opnieuw en ga naar dit portaal.',
    step3: 'Log opnieuw in met eHerkenning.',
    after: 'Daarna komt u meteen op uw dashboard. Deze stappen hoeft u niet nog eens te doen.',
    login: 'Opnieuw inloggen',
  },
} as const
