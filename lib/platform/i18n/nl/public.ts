/** The pages that everybody may read. */
export const publicPages = {
  door: {
    title: 'Inloggen op de portalen',
    lead: 'Via deze pagina logt u veilig in op de portalen van {operator}. Voor Wmo en Jeugdzorg hebt u eHerkenning nodig, minimaal niveau 3.',
    care: {
      title: 'Wmo en Jeugdzorg',
      text: 'iWmo- en iJw-berichten, eigen bijdrage en de Wlz-Registertoets.',
      action: 'Inloggen met eHerkenning',
    },
    desk: { title: 'Servicedesk', text: 'Voor medewerkers die gemeenten helpen.', action: 'Inloggen' },
    others: 'Andere portalen',
    first: {
      title: 'Voor het eerst hier?',
      text: 'Lees wat u nodig hebt en hoe u toegang krijgt.',
      link: 'Zo krijgt u toegang',
    },
  },
  help: {
    title: 'Hulp',
    lead: 'Staat uw vraag er niet bij? Bel of mail de servicedesk.',
    onThisPage: 'Op deze pagina',
    contact: {
      title: 'Servicedesk',
      phone: 'Telefoon',
      hours: 'Bereikbaar',
      email: 'E-mail',
      note: 'Ziet u in het portaal een code of referentie? Houd die bij de hand. Noem nooit uw wachtwoord, sms-code of verificatiecode, en mail geen gegevens van burgers.',
    },
    access: {
      title: 'Zo krijgt u toegang',
      step1:
        'Uw gemeente sluit twee overeenkomsten: de aansluitings- en bewerkersovereenkomst met {operator}, en de bewerkersovereenkomst met VECOZO.',
      step2:
        'De eHerkenning-beheerder van uw gemeente regelt voor u een inlogmiddel van minimaal niveau 3, met een machtiging voor dit portaal.',
      step3: 'U logt voor het eerst in en vult uw persoonlijke instellingen in.',
      step4:
        'U krijgt een verificatiecode. Die krijgt u van de gebruikersbeheerder van uw gemeente. Wordt u zelf gebruikersbeheerder? Dan krijgt u de code van de servicedesk.',
      step5: 'U vult de code in, sluit uw browser en logt opnieuw in. Daarna kunt u aan het werk.',
    },
    means: {
      title: 'Nog geen inlogmiddel?',
      text1:
        'U logt in met eHerkenning. Dat is het inlogmiddel voor bedrijven en overheden. Uw DigiD kunt u hier niet gebruiken.',
      text2:
        'Vraag binnen uw gemeente wie de eHerkenning-beheerder is. Die vraagt voor u een middel aan bij een erkende leverancier en geeft u de machtiging. Reken op enkele werkdagen.',
      text3: 'Op de website van eHerkenning staat welke leveranciers er zijn:',
      site: 'www.eherkenning.nl',
    },
    problems: {
      title: 'Inloggen lukt niet',
      forgotten: 'Wachtwoord vergeten, of geen sms-code gekregen?',
      forgottenAnswer:
        'Dat regelt u bij de leverancier van uw inlogmiddel. Wij kunnen uw wachtwoord of sms-code niet zien of vernieuwen.',
      expired: 'Bent u ineens uitgelogd?',
      expiredAnswer:
        'Als u {minutes} minuten niets doet, loggen wij u uit. Wat u bij uw persoonlijke instellingen hebt ingevuld, blijft bewaard. Na opnieuw inloggen gaat u verder waar u was.',
      changed: 'Hebt u een nieuw inlogmiddel of een andere leverancier?',
      changedAnswer:
        'Het portaal herkent u dan nog niet. U doorloopt de eerste stappen opnieuw en vraagt uw gebruikersbeheerder om een nieuwe verificatiecode.',
    },
    code: {
      title: 'Vragen over de verificatiecode',
      none: 'Hebt u geen code, of bent u hem kwijt?',
      noneAnswer:
        'Klik op de pagina Verificatie op "Vraag een nieuwe code aan". De gebruikersbeheerder van uw gemeente krijgt dan een bericht. Is er nog geen gebruikersbeheerder? Dan helpt de servicedesk u.',
      life: 'Hoe lang werkt een code?',
      lifeAnswer: 'Een code werkt 7 dagen en één keer. Als u een nieuwe code krijgt, werkt de oude niet meer.',
    },
    files: {
      title: 'Berichten aanleveren en ophalen',
      how: 'Hoe lever ik een bestand aan?',
      howAnswer:
        'Open iWmo of iJw. Klik op "Kies bestanden", of sleep de XML-bestanden of een zip naar de pagina. U ziet per bestand meteen of het is aangenomen.',
      rejected: 'Waarom is mijn bestand afgekeurd?',
      rejectedAnswer:
        'Bij het bestand staat wat er niet klopt, op welke regel, en wat u kunt doen. Een afgekeurd bestand is niet doorgestuurd. Verbeter het, of vraag uw softwareleverancier om hulp. Lever het daarna opnieuw aan.',
      withdraw: 'Kan ik een bericht nog tegenhouden?',
      withdrawAnswer: 'Ja, zolang het wacht op verzending. Kies dan bij het bericht "Intrekken".',
      answer: 'Hoe beantwoord ik een bericht?',
      answerAnswer:
        'Open bij het product "Wacht op antwoord" en kies bij het bericht "Beantwoorden". U kiest wat u antwoordt; het portaal maakt het bericht en levert het aan. Een toewijzing (301) maakt u in uw eigen systeem.',
      many: 'Kan ik veel berichten in één keer ophalen?',
      manyAnswer:
        'Ja. Vink ze aan in de lijst en kies "Ophalen als zip". Onder de lijst kunt u ook de lijst zelf downloaden.',
      keep: 'Hoe lang kan ik een bericht ophalen?',
      keepAnswer:
        'Tot de bewaartermijn voorbij is. Uw gemeente kiest die termijn; standaard is dat 2 maanden. Daarna verwijderen wij de inhoud. Welk bericht het was, blijft u zien.',
    },
    roles: {
      title: 'Wie doet wat?',
      user: 'Gebruiker',
      userText: 'Levert berichten aan en haalt ze op. Raadpleegt de Wlz-Registertoets.',
      productManager: 'Productbeheerder',
      productManagerText: 'Beheert de instellingen van een product. Ziet geen berichten.',
      userManager: 'Gebruikersbeheerder',
      userManagerText: 'Laat collega’s toe, geeft verificatiecodes en rollen, en blokkeert accounts.',
    },
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet met Portaal Zorg kunnen werken. Ook met een schermlezer, met alleen een toetsenbord, met vergroting of op een telefoon.',
    status: {
      title: 'Hoe ver zijn wij?',
      text: 'Wij bouwen het portaal volgens WCAG 2.2, niveau A en AA, en de Europese norm EN 301 549. Bij iedere nieuwe versie controleren wij alle pagina’s automatisch, in de lichte en de donkere weergave.',
      open: 'Een onafhankelijk onderzoek door mensen is nog niet gedaan. Tot die tijd zeggen wij niet dat het portaal helemaal voldoet.',
    },
    gaps: {
      title: 'Wat is nog niet goed?',
      broker:
        'De pagina’s van de leveranciers van eHerkenning zijn niet van ons. Wij kunnen niet instaan voor hun toegankelijkheid.',
      xml: 'De ruwe XML van een bericht is moeilijk te volgen met een schermlezer. Daarom tonen wij de inhoud ook leesbaar.',
      reader: 'Wij hebben de pagina’s nog niet met alle schermlezers getest.',
    },
    settings: {
      title: 'Zelf instellen',
      theme: 'Onderaan iedere pagina kiest u een lichte of donkere weergave.',
      motion: 'Staat op uw apparaat beweging uit of contrast hoog? Dan volgt het portaal dat.',
      script: 'Formulieren en lijsten werken ook zonder JavaScript.',
      zoom: 'U kunt vergroten tot 400 procent zonder heen en weer te schuiven.',
    },
    report: {
      title: 'Werkt iets niet voor u?',
      text: 'Laat het ons weten. U krijgt binnen 5 werkdagen antwoord. Noem de pagina en wat u gebruikt, bijvoorbeeld uw browser of schermlezer.',
      further: 'Bent u niet tevreden met ons antwoord? Dan kunt u een klacht indienen bij de Nationale ombudsman.',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: 'In dit portaal wisselen gemeenten en zorgaanbieders berichten uit over zorg aan burgers. Hier leest u welke gegevens wij van u als medewerker bewaren, en hoe wij met berichten omgaan.',
    who: {
      title: 'Wie is verantwoordelijk?',
      text: 'Uw gemeente is verantwoordelijk voor de gegevens in de berichten. In opdracht van de gemeente verwerkt {operator} deze gegevens. Dat staat in de overeenkomst met uw gemeente.',
    },
    you: {
      title: 'Wat bewaren wij van u?',
      caption: 'Gegevens van medewerkers',
      data: 'Gegeven',
      why: 'Waarom',
      howLong: 'Hoe lang',
      row1: 'Een pseudoniem van uw inlogmiddel en het nummer van uw organisatie',
      row1Why: 'Om u te herkennen als u inlogt',
      row1Long: 'Zolang uw account bestaat',
      row2: 'Naam, afdeling, telefoonnummer en e-mailadres op uw werk',
      row2Why: 'Om u te bereiken, en zodat uw gemeente weet wie toegang heeft',
      row2Long: 'Zolang uw account bestaat',
      row3: 'Wat u in het portaal doet, en wanneer',
      row3Why: 'De wet vraagt dat te zien is wie gegevens van burgers bekeek',
      row3Long: '5 jaar',
      row4: 'Een deel van het adres van uw computer (IP-adres)',
      row4Why: 'Om misbruik te ontdekken',
      row4Long: '5 jaar, in het logboek',
      row5: 'Uw meldingen, en welke u per mail wilt',
      row5Why: 'Om u te laten weten wat er gebeurt met uw werk',
      row5Long: 'Meldingen 90 dagen; uw keuze zolang uw account bestaat',
    },
    messages: {
      title: 'Hoe gaan wij om met berichten?',
      encrypted: 'De inhoud van een bericht bewaren wij versleuteld.',
      access:
        'Alleen gebruikers van uw gemeente met de juiste rol kunnen berichten lezen. De servicedesk ziet de inhoud niet.',
      retention:
        'Na de bewaartermijn verwijderen wij de inhoud. Uw gemeente kiest die termijn; standaard is dat 2 maanden.',
      log: 'Ieder ophalen en bekijken staat in een logboek dat niemand kan veranderen.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Wij gebruiken alleen cookies die nodig zijn: voor uw sessie, tijdens het inloggen, om uw taal, weergave en laatst gekozen leverancier te onthouden, en heel even terwijl een pagina zichzelf bijwerkt. Welke berichten u aanvinkt, onthoudt uw browser tot u het venster sluit. Wij volgen u niet en delen niets met anderen.',
    },
    rights: {
      title: 'Uw rechten',
      text: 'U kunt uw gegevens bekijken en verbeteren in het portaal. Wilt u gegevens laten verwijderen? Vraag het de gebruikersbeheerder of de functionaris gegevensbescherming van uw gemeente. Bent u niet tevreden? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.',
      citizens: 'Bent u een burger en wilt u weten wat er over u is uitgewisseld? Vraag dat aan uw gemeente.',
    },
  },
} as const
