/** The codes with which VECOZO refuses what is handed in. */
export const vecozo = {
  BRS01: {
    uitleg: 'VECOZO kent de afzender niet.',
    herstel: 'Controleer de code van de afzender. Klopt die, neem dan contact op met de servicedesk.',
  },
  BRS02: {
    uitleg: 'Wie het bericht bij VECOZO heeft ingediend, heeft niet de juiste rol voor deze berichtsoort.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  BRS03: {
    uitleg: 'Wie het bericht bij VECOZO heeft ingediend, is niet gemachtigd door de afzender.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  BRS04: {
    uitleg: 'De aanbieder is niet aangesloten bij VECOZO.',
    herstel:
      'Controleer de AGB-code van de aanbieder. Klopt die, vraag de aanbieder dan om zijn aansluiting bij VECOZO na te gaan.',
  },
  BRS05: {
    uitleg: 'De aanbieder is bij VECOZO niet aangesloten voor de wet waarover dit bericht gaat.',
    herstel: 'Vraag de aanbieder of hij bij VECOZO is aangesloten voor deze berichten.',
  },
  BRS06: {
    uitleg: 'Het bericht is te groot.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  BRS12: {
    uitleg: 'In het bericht is een virus gevonden.',
    herstel: 'Laat uw computer en software controleren. Maak het bericht daarna opnieuw en lever het aan.',
  },
  BRS13: {
    uitleg: 'Het bericht past niet in het schema van de standaard.',
    herstel: 'Verbeter het bericht en lever het opnieuw aan. Vraag zo nodig uw softwareleverancier.',
  },
  BRS14: {
    uitleg: 'Het bericht is geen geldige XML.',
    herstel: 'Maak het bericht opnieuw en lever het aan. Vraag zo nodig uw softwareleverancier.',
  },
  BRS15: {
    uitleg: 'Het zip-bestand is niet geldig.',
    herstel: 'Lever het XML-bestand zelf aan, of maak het zip-bestand opnieuw.',
  },
  BRS16: {
    uitleg: 'In het zip-bestand zitten te veel bestanden.',
    herstel: 'Verdeel de bestanden over meer zip-bestanden.',
  },
  BRS17: {
    uitleg: 'Het zip-bestand is beveiligd met een wachtwoord.',
    herstel: 'Maak een zip-bestand zonder wachtwoord.',
  },
  BRS18: {
    uitleg: 'Op een testomgeving mogen geen echte persoonsgegevens staan.',
    herstel: 'Gebruik in de testomgeving alleen burgerservicenummers uit de testreeks.',
  },
  BRS19: {
    uitleg: 'In het zip-bestand zit een bestand dat te groot is.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  BRS20: {
    uitleg: 'De identificatie van het bericht is al eerder gebruikt.',
    herstel: 'Geef het bericht een nieuwe identificatie en lever het opnieuw aan.',
  },
  BRS21: {
    uitleg: 'In het zip-bestand zitten te weinig bestanden.',
    herstel: 'Lever het XML-bestand zelf aan, of maak het zip-bestand opnieuw.',
  },
  BRS28: {
    uitleg: 'Het bericht voldoet niet aan de regels van de standaard.',
    herstel: 'Bekijk de bevindingen bij het bericht. Verbeter het en lever het opnieuw aan.',
  },
  BRS29: {
    uitleg: 'In het zip-bestand zitten mappen.',
    herstel: 'Maak een zip-bestand zonder mappen.',
  },
  BRS33: {
    uitleg: 'VECOZO kan het bericht niet afleveren: er is geen route naar de aanbieder.',
    herstel: 'Vraag de aanbieder om zijn aansluiting bij VECOZO na te gaan.',
  },
  BRS114: {
    uitleg: 'Het kenmerk waarmee VECOZO het bericht volgt, is al eerder gebruikt.',
    herstel: 'Lever het bericht opnieuw aan. Het portaal geeft het dan een nieuw referentienummer.',
  },
} as const
