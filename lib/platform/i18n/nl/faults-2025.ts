/** The codes of the list of November 2025, in force. */
export const fo01In2025 = {
  IB001: {
    uitleg: 'De envelop of het bericht past niet in het schema van de standaard.',
    herstel: 'Verbeter het bericht en lever het opnieuw aan. Vraag zo nodig uw softwareleverancier.',
  },
  IB002: {
    uitleg: 'De organisatie die verstuurt, mag het knooppunt niet gebruiken.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB003: {
    uitleg: 'Het bericht is met de envelop groter dan 25 MB.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  IB004: {
    uitleg: 'De berichtsoort op de envelop bestaat niet.',
    herstel: 'Controleer welk bericht u hebt aangeleverd. Vraag zo nodig uw softwareleverancier.',
  },
  IB005: {
    uitleg: 'Het knooppunt kent de gemeentecode op de envelop niet.',
    herstel: 'Controleer de gemeentecode. Klopt die, neem dan contact op met de servicedesk.',
  },
  IB006: {
    uitleg: 'Het systeem dat verstuurt, mag deze berichtsoort niet versturen.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB007: {
    uitleg: 'De organisatie op de envelop mag deze berichtsoort niet versturen of ontvangen.',
    herstel:
      'Controleer of u het bericht aan de juiste organisatie hebt gericht. Klopt dat, neem dan contact op met de servicedesk.',
  },
  IB008: {
    uitleg: 'Wie het bericht bij VECOZO heeft ingediend, heeft daarvoor niet de juiste rol.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB009: {
    uitleg: 'Wie het bericht bij VECOZO heeft ingediend, heeft geen toestemming van de afzender.',
    herstel: 'Neem contact op met de servicedesk.',
  },
  IB010: {
    uitleg: 'De aanbieder is niet aangesloten bij VECOZO, of de AGB-code klopt niet.',
    herstel:
      'Controleer de AGB-code van de aanbieder. Klopt die, vraag de aanbieder dan om zijn aansluiting bij VECOZO na te gaan.',
  },
  IB011: {
    uitleg: 'De aanbieder is bij VECOZO niet aangesloten voor deze berichtsoort.',
    herstel: 'Vraag de aanbieder of hij bij VECOZO is aangesloten voor deze berichten.',
  },
  IB012: {
    uitleg: 'Het bericht zelf is groter dan 25 MB.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  IB013: {
    uitleg: 'In het bericht is een virus gevonden. Het bestand is verwijderd.',
    herstel: 'Laat uw computer en software controleren. Maak het bericht daarna opnieuw en lever het aan.',
  },
  IB014: {
    uitleg: 'Het bericht past niet in het schema van de standaard.',
    herstel: 'Verbeter het bericht en lever het opnieuw aan. Vraag zo nodig uw softwareleverancier.',
  },
  IB015: {
    uitleg: 'In de testomgeving van de keten mogen geen echte persoonsgegevens staan.',
    herstel: 'Gebruik in de testomgeving alleen burgerservicenummers uit de testreeks.',
  },
  IB016: {
    uitleg: 'Het referentienummer van de envelop is al eerder gebruikt.',
    herstel: 'Lever het bericht opnieuw aan. Het portaal geeft het dan een nieuw referentienummer.',
  },
  IB017: {
    uitleg: 'De gegevens van de software op de envelop ontbreken of kloppen niet.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  IB018: {
    uitleg: 'De gegevens van de software op de envelop ontbreken of kloppen niet.',
    herstel: 'Levert u enveloppen aan, vraag dan uw softwareleverancier. Anders: neem contact op met de servicedesk.',
  },
  IB019: {
    uitleg: 'Op deze declaratie is al een antwoord ontvangen.',
    herstel: 'Controleer of u dit antwoord al hebt gestuurd. Het eerdere antwoord blijft gelden.',
  },
  IB020: {
    uitleg: 'Op deze declaratie is al een antwoord ontvangen.',
    herstel: 'Controleer of u dit antwoord al hebt gestuurd. Het eerdere antwoord blijft gelden.',
  },
  IB021: {
    uitleg: 'Het antwoord noemt niet op welke declaratie het antwoordt.',
    herstel: 'Controleer of de declaratie waarop u antwoordt goed in het bericht staat, en lever het opnieuw aan.',
  },
  IB022: {
    uitleg: 'Het antwoord noemt niet op welke declaratie het antwoordt.',
    herstel: 'Controleer of de declaratie waarop u antwoordt goed in het bericht staat, en lever het opnieuw aan.',
  },
  IB023: {
    uitleg: 'Deze berichtsoort staat voor de ontvanger niet aan.',
    herstel: 'Vraag de ontvanger wanneer hij deze berichten weer aanneemt, en verstuur het bericht dan opnieuw.',
  },
  IB901: {
    uitleg: 'Het zip-bestand is niet geldig.',
    herstel: 'Lever het XML-bestand zelf aan, of maak het zip-bestand opnieuw.',
  },
  IB902: {
    uitleg: 'In het zip-bestand zitten te veel bestanden.',
    herstel: 'Verdeel de bestanden over meer zip-bestanden.',
  },
  IB903: {
    uitleg: 'Het zip-bestand is beveiligd met een wachtwoord.',
    herstel: 'Maak een zip-bestand zonder wachtwoord.',
  },
  IB904: {
    uitleg: 'In het zip-bestand zit een bestand dat groter is dan 25 MB.',
    herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
  },
  IB905: {
    uitleg: 'Het zip-bestand is leeg of er zitten te weinig bestanden in.',
    herstel: 'Lever het XML-bestand zelf aan, of maak het zip-bestand opnieuw.',
  },
} as const
