import { serverProblem } from '#/lib/platform/i18n/nl/errors-server.ts'

/** Problem pages: what happened, what was kept, what to do now. */
export const errors = {
  notFound: {
    title: 'Deze pagina bestaat niet (meer)',
    what: 'Misschien is het adres niet helemaal goed, is de pagina verplaatst, of is wat u zoekt verwijderd.',
    step1: 'Controleer het adres, vooral als u het hebt overgetypt.',
    step2: 'Of ga naar het begin en zoek van daaruit verder.',
  },
  forbidden: {
    title: 'U mag deze pagina niet bekijken',
    what: 'Voor deze pagina hebt u een rol nodig die u nu niet hebt. Er is niets veranderd.',
    step1: 'Hebt u deze pagina nodig voor uw werk? Vraag de gebruikersbeheerder van uw gemeente om de rol.',
    step2: 'Hebt u de rol net gekregen? Open de pagina dan opnieuw. U hoeft niet opnieuw in te loggen.',
  },
  server: serverProblem.server,
  api: {
    unauthenticated: 'U bent niet ingelogd, of uw sessie is verlopen. Log opnieuw in.',
    forbidden: 'U hebt hiervoor niet de juiste rol, of uw registratie is nog niet klaar.',
    foreign: 'Dit verzoek kwam niet van een pagina van dit portaal en is niet uitgevoerd.',
    network: 'Dit portaal is van dit netwerk af niet te gebruiken.',
    unreadable:
      'Het formulier kwam niet goed aan en is niet verwerkt. Laad de pagina opnieuw en probeer het nog een keer.',
    method: 'Dit kan niet op dit adres.',
    tooLarge: 'Wat u verstuurde, is te groot. Maak de tekst korter en probeer het opnieuw.',
    noForm: 'Dit is geen formulier van dit portaal en is niet verwerkt.',
    notFound: 'Dit bestaat niet (meer).',
    unexpected: 'Er ging iets mis in het portaal. Noem de referentie als u de servicedesk belt.',
  },
  action: {
    unexpected:
      'Er ging iets mis in het portaal. Er is niets opgeslagen, wat u invulde staat nog hieronder. Probeer het opnieuw. Referentie voor de servicedesk: {reference}',
    tooOften:
      'U doet dit vaker dan mogelijk is. Probeer het over {minutes, plural, one {1 minuut} other {# minuten}} opnieuw.',
  },
  whatNow: 'Wat kunt u doen?',
  home: 'Naar het begin',
  help: serverProblem.help,
} as const
