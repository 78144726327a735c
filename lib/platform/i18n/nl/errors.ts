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
  method: {
    title: 'Dit kan op deze pagina niet',
    what: 'Uw browser of programma vroeg iets wat deze pagina niet kan. Er is niets veranderd.',
    step1: 'Open de pagina zoals altijd: met een link of door het adres in te vullen.',
    step2: 'Of ga naar het begin en zoek van daaruit verder.',
  },
  unreadable: {
    title: 'Wij konden uw formulier niet lezen',
    what: 'Wat wij ontvingen, was niet compleet of in een vorm die het portaal niet kent. Er is niets opgeslagen of veranderd.',
    step1: 'Ga terug in uw browser, laad de pagina opnieuw en vul het formulier nog een keer in.',
    step2: 'Lukt het nog steeds niet? Bel de servicedesk en noem de referentie.',
  },
  outdated: {
    title: 'Deze pagina is intussen vernieuwd',
    what: 'Het portaal is bijgewerkt terwijl uw pagina openstond. Daarom konden wij uw formulier niet verwerken. Er is niets opgeslagen of veranderd.',
    step1: 'Ga terug in uw browser: wat u invulde, staat er dan meestal nog. Neem het zo nodig over.',
    step2: 'Laad de pagina opnieuw en verstuur het formulier nog een keer.',
  },
  tooLarge: {
    title: 'Uw formulier is te groot',
    what: 'Wat u verstuurde, is groter dan een formulier van het portaal mag zijn. Er is niets opgeslagen of veranderd.',
    step1: 'Ga terug in uw browser en maak de tekst korter.',
    step2: 'Wilt u een bestand aanleveren? Dat doet u op de pagina Berichten.',
  },
  call: {
    title: 'Dit is niet gelukt',
    step1: 'Ga terug naar de vorige pagina. Laad die pagina zo nodig opnieuw: dan ziet u hoe het er nu voor staat.',
    wait: 'Wacht even, ga terug naar de vorige pagina en probeer het opnieuw.',
    step2: 'Lukt het dan nog niet? Bel de servicedesk en noem de referentie.',
    back: 'Terug naar de vorige pagina',
  },
  server: serverProblem.server,
  api: {
    unauthenticated: 'U bent niet ingelogd, of uw sessie is verlopen. Log opnieuw in.',
    forbidden: 'U hebt hiervoor niet de juiste rol, of uw registratie is nog niet klaar.',
    foreign: 'Dit verzoek kwam niet van een pagina van dit portaal en is niet uitgevoerd.',
    network: 'Dit portaal is van dit netwerk af niet te gebruiken.',
    notFound: 'Dit bestaat niet (meer).',
    unexpected: 'Er ging iets mis in het portaal. Noem de referentie als u de servicedesk belt.',
    method: 'Dit adres kent deze methode niet.',
    tooLarge: 'Dit verzoek is te groot. Er is niets veranderd.',
    unreadable: 'Dit verzoek kon het portaal niet lezen. Er is niets veranderd.',
  },
  action: {
    unexpected:
      'Er ging iets mis in het portaal. Er is niets opgeslagen, wat u invulde staat nog hieronder. Probeer het opnieuw. Referentie voor de servicedesk: {reference}',
    tooOften:
      'U doet dit vaker dan mogelijk is. Probeer het over {minutes, plural, one {1 minuut} other {# minuten}} opnieuw.',
  },
  whatNow: 'Wat kunt u doen?',
  home: 'Naar het begin',
  again: 'Laad de pagina opnieuw',
  help: serverProblem.help,
} as const
