/** The codes of the list of StUF-GGk 2.1 patch 04, of 2018. */
export const fo01In2018 = {
  StUF055: {
    uitleg: 'Het bericht of de envelop past niet in het schema van de standaard.',
    herstel: 'Verbeter het bericht en lever het opnieuw aan. Vraag zo nodig uw softwareleverancier.',
  },
  IB002: {
    uitleg: 'De organisatie op de envelop mag dit bericht niet versturen of ontvangen.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB007: {
    uitleg: 'Het bericht is met de envelop groter dan 25 MB.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  IB009: {
    uitleg: 'Een referentienummer op de envelop is geen UUID van versie 4.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  IB101: {
    uitleg: 'Voor de ontvanger en deze berichtsoort is geen geldige verbinding ingesteld (CPA).',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB102: {
    uitleg: 'Het knooppunt weet niet waarheen dit bericht moet: er is geen route ingesteld.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB103: {
    uitleg: 'Deze berichtsoort is tijdelijk geblokkeerd, bijvoorbeeld rond een nieuwe versie van de standaard.',
    herstel:
      'Wacht tot de berichtsoort weer open is en verstuur het bericht dan opnieuw. U hoeft het niet te veranderen.',
  },
  IB210: {
    uitleg: 'Het knooppunt kent de organisatie niet waaraan het bericht is gericht.',
    herstel: 'Controleer de code van de ontvanger. Klopt die, neem dan contact op met de servicedesk.',
  },
  IB213: {
    uitleg: 'Het knooppunt kent de organisatie niet die het bericht verstuurt.',
    herstel: 'Controleer de code van de afzender. Klopt die, neem dan contact op met de servicedesk.',
  },
  IB216: {
    uitleg: 'Het referentienummer van de envelop is door deze afzender al eerder gebruikt.',
    herstel: 'Lever het bericht opnieuw aan. Het portaal geeft het dan een nieuw referentienummer.',
  },
  IB234: {
    uitleg: 'De organisatie op de envelop mag deze berichtsoort niet versturen of ontvangen.',
    herstel:
      'Controleer of u het bericht aan de juiste organisatie hebt gericht. Klopt dat, neem dan contact op met de servicedesk.',
  },
  IB240: {
    uitleg: 'De soort envelop (Di01 of Du01) past niet bij deze berichtsoort.',
    herstel:
      'Levert u enveloppen aan, gebruik dan Du01 voor een retourbericht en Di01 voor elk ander bericht. Anders: neem contact op met de servicedesk.',
  },
  IB798: {
    uitleg: 'De versie van de envelop is een andere dan met het knooppunt is afgesproken.',
    herstel: 'Controleer de versie in de instellingen. Neem zo nodig contact op met de servicedesk.',
  },
  RIN001: {
    uitleg: 'De envelop past niet in het schema van StUF-GGk.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  BRS02: {
    uitleg: 'Wie het bericht bij VECOZO heeft ingediend, heeft daarvoor niet de juiste rol.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  BRS03: {
    uitleg: 'De afzender heeft bij VECOZO geen toestemming gegeven om namens hem te versturen.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  BRS04: {
    uitleg: 'De aanbieder is niet aangesloten bij VECOZO, of de AGB-code klopt niet.',
    herstel:
      'Controleer de AGB-code van de aanbieder. Klopt die, vraag de aanbieder dan om zijn aansluiting bij VECOZO na te gaan.',
  },
  BRS05: {
    uitleg: 'De aanbieder is bij VECOZO niet aangesloten voor deze berichtsoort.',
    herstel: 'Vraag de aanbieder of hij bij VECOZO is aangesloten voor deze berichten.',
  },
  BRS06: {
    uitleg: 'De aanbieder heeft geen toestemming gegeven om namens hem te ontvangen.',
    herstel: 'Vraag de aanbieder om bij VECOZO toestemming te geven aan wie voor hem ontvangt.',
  },
  CC02: {
    uitleg: 'Het bericht past niet in het schema van de standaard.',
    herstel: 'Verbeter het bericht en lever het opnieuw aan. Vraag zo nodig uw softwareleverancier.',
  },
  CC03: {
    uitleg: 'Het bestand is groter dan 25 MB.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  CC04: {
    uitleg: 'Het referentienummer van de envelop is geen UUID van versie 4.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  CC06: {
    uitleg: 'De naam of de versie van de software ontbreekt op de envelop.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  CC08: {
    uitleg: 'Het referentienummer is door deze afzender al eerder gebruikt.',
    herstel: 'Lever het bericht opnieuw aan. Het portaal geeft het dan een nieuw referentienummer.',
  },
  CC11: {
    uitleg: 'Op deze declaratie is al een antwoord ontvangen.',
    herstel: 'Controleer of u dit antwoord al hebt gestuurd. Het eerdere antwoord blijft gelden.',
  },
} as const
