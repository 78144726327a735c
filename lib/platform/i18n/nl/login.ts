/** Choosing how to log in, and every refusal of a login. */
export const login = {
  title: 'Kies hoe u wilt inloggen',
  lead: 'U logt in met het eHerkenningsmiddel van uw gemeente. Dat heeft minimaal niveau 3 (EH3).',
  legend: 'Bij welke leverancier hebt u uw inlogmiddel?',
  hint: 'De naam staat in de mail over uw middel, of op uw kaart of app. Weet u het niet? Vraag het de eHerkenning-beheerder van uw gemeente.',
  lastChoice: 'Vorige keer gekozen',
  leaving:
    'Na "Verder" gaat u naar de website van uw leverancier. Daar vult u uw gegevens in. Daarna komt u hier terug.',
  idle: 'Doet u {minutes} minuten niets in het portaal? Dan loggen wij u automatisch uit. Wat u bij uw persoonlijke instellingen hebt ingevuld, blijft bewaard.',
  submit: 'Verder',
  noMeans: 'Nog geen inlogmiddel?',
  ended: {
    kept: 'Wat u had ingevuld, is bewaard.',
    verlopen: {
      title: 'Uw sessie is verlopen',
      text: 'U bent uitgelogd, omdat u een tijd niets hebt gedaan. Log opnieuw in om verder te gaan waar u was.',
    },
    duur: {
      title: 'Uw sessie is verlopen',
      text: 'Een sessie duurt niet langer dan een werkdag. Log opnieuw in om verder te gaan waar u was.',
    },
    overeenkomst: {
      title: 'Uw gemeente kan nu niet werken met het portaal',
      text: 'Een overeenkomst van uw gemeente geldt niet meer. Daarom bent u uitgelogd. Vraag de contractbeheerder van uw gemeente wat er is gebeurd.',
    },
    uitgelogd: { title: 'U bent uitgelogd', text: 'U hebt zelf uitgelogd. Log opnieuw in als u verder wilt.' },
    vervangen: {
      title: 'Uw vorige sessie is gesloten',
      text: 'U hebt in deze browser nog een keer ingelogd. Log opnieuw in om verder te gaan.',
    },
    code: {
      title: 'Uw code klopt',
      text: 'U moet nu nog één keer inloggen. Sluit eerst alle vensters van uw browser.',
    },
    geblokkeerd: {
      title: 'Uw account is geblokkeerd',
      text: 'Een gebruikersbeheerder van uw gemeente heeft uw account geblokkeerd. Daarom bent u uitgelogd. Vraag uw gebruikersbeheerder waarom.',
    },
    rol: {
      title: 'Uw rollen zijn gewijzigd',
      text: 'Een rol van u is weggehaald of veranderd. Daarom bent u uitgelogd. Log opnieuw in om verder te gaan.',
    },
    beeindigd: {
      title: 'Deze sessie is beëindigd',
      text: 'U hebt deze sessie zelf beëindigd, of uw gebruikersbeheerder deed dat. Log opnieuw in als u verder wilt.',
    },
    sessies: {
      title: 'U was op te veel plaatsen ingelogd',
      text: 'Daarom is uw oudste sessie gesloten. Was u dit niet? Bel dan meteen de servicedesk.',
    },
  },
  choose: 'Kies de leverancier van uw inlogmiddel.',
  none: 'Er is nog geen leverancier aangesloten. Bel de servicedesk.',
  servicedesk: {
    title: 'Inloggen voor de servicedesk',
    lead: 'Deze ingang is voor medewerkers van {operator}. U logt in met uw werkaccount.',
    submit: 'Inloggen',
    wrongDoor: 'Werkt u bij een gemeente?',
    wrongDoorLink: 'Log in met eHerkenning',
  },
  refused: {
    desk: 'Servicedesk',
    whatNow: 'Wat kunt u doen?',
    again: 'Opnieuw inloggen',
    home: 'Naar de beginpagina',
    support: 'Belt u de servicedesk? Noem dan deze code:',
    supportHint: 'De code zegt ons wat er misging. Er staan geen gegevens van u in.',
    niveau: {
      title: 'Wij kunnen u niet binnenlaten met dit inlogmiddel',
      what: 'Voor dit portaal is minimaal eHerkenning niveau 3 (EH3) nodig. Uw middel heeft een lager niveau, of uw leverancier liet niet zien welk niveau het heeft. Niveau 3 is nodig, omdat u hier met zorggegevens van burgers werkt. Wij hebben u niet binnengelaten en niets opgeslagen.',
      step1: 'Hebt u ook een middel van niveau 3 of hoger? Log daarmee in.',
      step2:
        'Vraag anders de eHerkenning-beheerder van uw gemeente om een middel van niveau 3. Die regelt dat bij de leverancier.',
      call: 'Denkt u dat uw middel wel niveau 3 heeft? Bel dan uw leverancier.',
    },
    'organisatie-onbekend': {
      title: 'Uw organisatie is niet bekend bij het portaal',
      what: 'U bent goed ingelogd, maar de organisatie waarvoor u inlogde is niet aangesloten op dit portaal.',
      step1: 'Werkt u voor meer organisaties? Log opnieuw in en kies bij uw leverancier de gemeente.',
      step2: 'Is uw gemeente nog niet aangesloten? De servicedesk vertelt hoe dat gaat.',
      call: 'Is uw gemeente wel aangesloten? Bel de servicedesk. Misschien staat er een ander KvK-nummer geregistreerd.',
    },
    overeenkomsten: {
      title: 'Uw gemeente kan nog niet werken met het portaal',
      what: 'Voor uw gemeente zijn niet alle overeenkomsten als ondertekend geregistreerd. Dat zijn de aansluitings- en bewerkersovereenkomst met {operator} en de bewerkersovereenkomst met VECOZO. Zonder deze overeenkomsten mag niemand van uw gemeente naar binnen.',
      step1: 'Vraag de contractbeheerder van uw gemeente of beide overeenkomsten zijn ondertekend en opgestuurd.',
      step2: 'Zijn ze pas opgestuurd? Wacht dan op de bevestiging van de servicedesk.',
      call: 'Is er al een bevestiging? Bel de servicedesk.',
    },
    vestiging: {
      title: 'Uw machtiging geldt alleen voor een vestiging',
      what: 'U bent gemachtigd voor één vestiging van uw organisatie. Dit portaal werkt voor de hele gemeente en kan zo’n beperkte machtiging niet gebruiken.',
      step1: 'Vraag de eHerkenning-beheerder van uw gemeente om een machtiging zonder beperking tot een vestiging.',
      step2: 'Log opnieuw in als de machtiging is aangepast.',
      call: 'Komt u er samen niet uit? Bel de servicedesk.',
    },
    geblokkeerd: {
      title: 'Uw account is geblokkeerd',
      what: 'Een gebruikersbeheerder van uw gemeente heeft uw account geblokkeerd. U kunt niet inloggen. Uw gegevens en berichten zijn bewaard.',
      step1: 'Vraag een gebruikersbeheerder van uw gemeente waarom uw account is geblokkeerd.',
      step2: 'De gebruikersbeheerder kan de blokkade opheffen. Daarna kunt u meteen weer inloggen.',
      call: 'Weet u niet wie uw gebruikersbeheerder is? Bel de servicedesk.',
    },
    netwerk: {
      title: 'U kunt vanaf deze plek niet inloggen',
      what: 'Het portaal is alleen bereikbaar via het netwerk van de overheid (Gemnet of Diginetwerk). Uw computer gebruikt nu een ander netwerk.',
      step1:
        'Werkt u thuis of onderweg? Maak eerst verbinding met het netwerk van uw gemeente, bijvoorbeeld via VPN of uw digitale werkplek.',
      step2: 'Werkt u op kantoor? Vraag de ICT-afdeling van uw gemeente om hulp.',
      call: 'Weet de ICT-afdeling geen oplossing? Laat die de servicedesk bellen.',
    },
    'inloggen-mislukt': {
      title: 'Inloggen is niet gelukt',
      what: 'U bent gestopt met inloggen, of het inloggen is misgegaan. U bent niet ingelogd. Er is niets veranderd of opgeslagen.',
      step1:
        'Probeer het opnieuw. Gebruik één tabblad van uw browser en maak het inloggen binnen {minutes} minuten af.',
      step2: 'Werkt het weer niet? Probeer een andere browser, of bel uw leverancier over uw inlogmiddel.',
      call: 'Blijft het misgaan? Bel de servicedesk.',
    },
  },
  loggedOut: {
    title: 'U bent uitgelogd',
    lead: 'Uw sessie is gesloten. Er blijven geen gegevens achter in deze browser.',
    shared:
      'Werkt u op een gedeelde computer? Sluit dan ook alle vensters van de browser. Bij uw leverancier kunt u nog ingelogd zijn.',
    again: 'Opnieuw inloggen',
    home: 'Naar de beginpagina',
  },
} as const
