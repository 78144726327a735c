/** Answering a received bericht from the portal. */
export const answeringWords = {
  crumb: 'Beantwoorden',
  title: '{name} beantwoorden',
  lead: 'U kiest het antwoord. Het portaal maakt het bericht, controleert het en levert het aan.',
  busy: 'Bezig met aanleveren…',
  back: 'Naar het bericht',
  retour: {
    title: 'Retourbericht {soort}',
    good: 'Het portaal heeft geen fouten gevonden. Het retourbericht zegt dat het bericht in orde is.',
    refused:
      'Het portaal heeft {count, plural, one {1 fout} other {# fouten}} in de inhoud gevonden. Het retourbericht wijst daarom het hele bericht af, met retourcode 0001.',
    found:
      'Het portaal heeft {count, plural, one {iets} other {# dingen}} gevonden naast eerdere berichten. U beoordeelt zelf of dat klopt: het portaal kent alleen wat via het portaal is gestuurd.',
    judgement: 'Wat is uw oordeel over het bericht?',
    judgements: { goed: 'Het bericht is in orde', afwijzen: 'Wij wijzen het bericht af' },
    judgementNotes: {
      goed: 'Het retourbericht heeft dan geen codes.',
      afwijzen:
        'Met {count, plural, one {retourcode} other {retourcodes}} {codes}. Een afgewezen bericht telt als niet verzonden.',
    },
    only: 'Een retourbericht zegt alleen dat het bericht goed is aangekomen. Een besluit op een verzoek geeft u apart.',
    refusedNext: 'Een afgewezen bericht telt als niet verzonden. De aanbieder stuurt een verbeterd bericht.',
    accept: 'Retourbericht aanleveren',
    refuse: 'Bericht afwijzen',
  },
  decision: {
    title: 'Antwoord op het verzoek ({soort})',
    text: 'Hiermee wijst u een verzoek af, of zegt u dat u het onderzoekt. Kent u het toe? Lever dan een toewijzing (301) aan met de referentie van het verzoek.',
    request: 'Welk verzoek?',
    only: 'Verzoek',
    from: 'Vanaf {date}',
    waiting: 'In onderzoek',
    answer: 'Wat is uw antwoord?',
    answerHint: 'Na een afwijzing kunt u op dit verzoek niets anders meer antwoorden.',
    lookInto: 'Wij onderzoeken het verzoek',
    lookIntoNote: 'Dat kan één keer. U besluit binnen 8 weken na de dagtekening van het verzoek.',
    refuse: 'Wij wijzen het verzoek af',
    reason: 'Reden van de afwijzing',
    reasonHint: 'Alleen nodig als u afwijst.',
    noReason: 'Kies een reden',
    gemeente: 'Code van de gemeente die verantwoordelijk is',
    gemeenteHint: 'Vier cijfers. Alleen bij de reden woonplaatsbeginsel.',
    submit: 'Antwoord aanleveren',
  },
  declaratie: {
    title: 'Antwoord op de declaratie ({soort})',
    about:
      'Declaratie {nummer} over {from} tot en met {until}: {amount} voor {clients, plural, one {1 cliënt} other {# cliënten}}.',
    faulty:
      'Het portaal heeft {count, plural, one {1 fout} other {# fouten}} in de inhoud gevonden. Het antwoord wijst daarom de hele declaratie af, met retourcode 0001.',
    judgement: 'Wat is uw oordeel?',
    judgements: {
      alles: 'Wij kennen alles toe',
      deel: 'Wij keuren regels af en kennen de rest toe',
      geheel: 'Wij keuren de hele declaratie af',
    },
    lines: 'Regels die u afkeurt',
    linesHint:
      'Eén regel per prestatie: het referentienummer, een spatie en de retourcode, zoals P00042 9338. U kunt twee kolommen uit een rekenblad plakken.',
    codes: 'Retourcodes voor regels',
    code: 'Retourcode voor de hele declaratie',
    codeHint: 'Alleen nodig als u de hele declaratie afkeurt.',
    noCode: 'Kies een retourcode',
    submit: 'Antwoord aanleveren',
    refuse: 'Declaratie afwijzen',
  },
  hindrances: {
    in_control: 'De inhoud wordt nog gecontroleerd',
    infected: 'De inhoud is verwijderd',
    deleted: 'De inhoud is verwijderd',
    unreadable: 'Op dit bericht past geen retourbericht',
    opaque: 'Op dit bericht hoort geen antwoord',
    not_asked: 'Op dit bericht hoort geen antwoord',
    done: 'Dit bericht is beantwoord',
  },
  hindranceTexts: {
    in_control: 'Wij controleren het bericht op virussen. Daarna kunt u antwoorden.',
    infected: 'In het bericht zat een virus. Vraag de afzender om het opnieuw te sturen.',
    deleted: 'De bewaartermijn is voorbij. Een antwoord kunt u nog als bestand aanleveren.',
    unreadable:
      'Het bericht heeft fouten in de vorm of het schema, dus staat niet vast wat erin staat. Laat de aanbieder weten welke fouten het portaal vond.',
    opaque:
      'Het is een retourbericht van het CAK over de eigen bijdrage. De inhoud leest het portaal niet: hoe zo’n bericht is opgebouwd, is niet openbaar.',
    not_asked: 'Een retourbericht of een antwoord is zelf het einde van de uitwisseling.',
    done: 'Alles wat uw gemeente hierop moest antwoorden, is aangeleverd. U vindt de antwoorden bij het bericht.',
  },
  errors: {
    verzoek: 'Kies op welk verzoek u antwoordt.',
    antwoord: 'Kies uw antwoord.',
    reden: 'Kies waarom u het verzoek afwijst.',
    gemeente: 'Vul de code van de verantwoordelijke gemeente in: vier cijfers.',
    gemeenteZonderReden: 'Laat de gemeentecode leeg, of kies de reden woonplaatsbeginsel.',
    oordeel: 'Kies uw oordeel over de declaratie.',
    oordeelRetour: 'Kies uw oordeel over het bericht.',
    code: 'Kies de retourcode waarmee u de hele declaratie afkeurt.',
    regels: 'Vul in welke regels u afkeurt, of kies een ander oordeel.',
    tooMany: 'De lijst is te lang. Lever het antwoord als bestand aan.',
    other: 'Ververs de pagina en probeer het opnieuw.',
  },
  typed: {
    form: 'Regel {line} is niet te lezen. Schrijf het referentienummer, een spatie en een retourcode van vier tekens.',
    code: 'Regel {line} heeft geen retourcode die bij een prestatie of cliënt hoort. Bekijk de lijst met retourcodes.',
  },
  lines: {
    missing:
      '{count, plural, one {Dit referentienummer staat} other {Deze referentienummers staan}} niet in de declaratie: {numbers}{more, plural, =0 {} other { en nog #}}.',
    credit:
      '{count, plural, one {Dit is een creditregel} other {Dit zijn creditregels}}: {numbers}{more, plural, =0 {} other { en nog #}}. Een creditregel kunt u alleen afkeuren met 8017, 8021 of 9390.',
  },
  faults: {
    nothing_found: 'Het portaal heeft niets gevonden waarmee dit bericht kan worden afgewezen. Ververs de pagina.',
    already: 'Dit antwoord is al gegeven, door u of een collega. Bekijk het bericht.',
    too_large:
      'Het antwoord wordt te groot om aan te leveren. Er is niets opgeslagen. Keur minder regels af, of lever het antwoord als bestanden aan.',
    busy: 'Het is nu te druk om het antwoord aan te leveren. Er is niets opgeslagen. Probeer het over een minuut opnieuw.',
    in_control: 'Het bericht wordt nog op virussen gecontroleerd. Probeer het over een minuut opnieuw.',
    infected: 'In het bericht zat een virus. De inhoud is verwijderd.',
    deleted: 'De inhoud van het bericht is intussen verwijderd, omdat de bewaartermijn voorbij is.',
    unreadable: 'Dit bericht is niet te lezen. Daarop kan het portaal geen antwoord maken.',
    opaque: 'Op een bericht over de eigen bijdrage kan het portaal geen antwoord maken.',
    not_asked: 'Op dit bericht kunt u dit antwoord niet geven.',
    decided: 'Op dit verzoek is al een besluit gegeven.',
    looked_into: 'Dat het verzoek in onderzoek is, hebt u al gemeld. Dat kan maar één keer.',
  },
} as const
