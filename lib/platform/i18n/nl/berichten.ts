/** Delivering, following and fetching berichten. The words of a state are used by list, timeline, mail and export. */
export const berichten = {
  status: {
    ONTVANGEN: 'Wordt gecontroleerd',
    AFGEKEURD: 'Afgekeurd',
    IN_WACHTRIJ: 'Wacht op verzending',
    VERZONDEN: 'Verzonden',
    AFGELEVERD: 'Afgeleverd',
    BEANTWOORD: 'Beantwoord',
    KETENFOUT: 'Fout uit de keten',
    MISLUKT: 'Niet verzonden',
    INGETROKKEN: 'Ingetrokken',
    BESCHIKBAAR: 'Klaar om op te halen',
    OPGEHAALD: 'Opgehaald',
    DOORGESTUURD: 'Doorgestuurd',
    VERLOPEN: 'Verlopen',
  },
  direction: { AANGELEVERD: 'Aangeleverd', ONTVANGEN: 'Ontvangen' },
} as const
