/** The overview of what waits for an answer. */
export const waitingWords = {
  title: 'Wacht op antwoord',
  pageTitle: 'Wacht op antwoord {product}',
  lead: {
    ons: 'Hierop moet uw gemeente nog antwoorden. Wat het meest dringt, staat bovenaan.',
    ander: 'Hierop moet de ander nog antwoorden. Wat het langst te laat is, staat bovenaan.',
  },
  choose: 'Wie moet antwoorden',
  all: { ons: 'Wij moeten antwoorden', ander: 'De ander moet antwoorden' },
  late: { ons: 'Wij zijn te laat', ander: 'De ander is te laat' },
  nothing: 'Er wacht niets op antwoord',
  nothingLate: 'Er is niets te laat',
  nothingText: {
    ons: 'Komt er een bericht binnen waarop uw gemeente moet antwoorden, dan staat het hier.',
    ander: 'Hebt u een bericht aangeleverd waarop de ander moet antwoorden, dan staat het hier.',
  },
  awaited: 'Wat nog moet komen',
  awaits: {
    RETOUR: 'Retourbericht',
    BESLUIT: 'Besluit op het verzoek',
    EINDBESLUIT: 'Besluit na onderzoek',
    DECLARATIE_ANTWOORD: 'Antwoord op de declaratie',
  },
  due: 'Uiterlijk',
  unknownDay: 'Nog niet bekend',
  today: 'Vandaag',
  dueIn: '{count, plural, =0 {Voor de volgende werkdag} one {Nog 1 werkdag} other {Nog # werkdagen}}',
  lateBy: '{count, plural, =0 {Te laat} one {1 werkdag te laat} other {# werkdagen te laat}}',
  since: 'Aangeleverd',
  pages: 'Bladeren door wat wacht op antwoord',
  first: 'Begin van de lijst',
  next: 'Volgende',
} as const
