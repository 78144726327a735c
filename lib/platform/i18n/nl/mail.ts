/** The mails of the portal. No personal data: who it is about is told behind the login. */
export const mail = {
  frame: {
    about: 'Het gaat om {gemeente}.',
    open: 'Ga naar het portaal',
    confirm: 'Bekijk en bevestig',
    help: 'Hulp nodig? Bel de servicedesk: {phone} ({hours}).',
    never: 'Wij vragen u nooit per mail om een wachtwoord of een code.',
    noReply: 'U kunt deze mail niet beantwoorden.',
  },
  notification: {
    subjects: {
      NIEUWE_BERICHTEN: '{amount, plural, one {Nieuw bericht {product}} other {# nieuwe berichten {product}}}',
      KETENFOUT: 'Fout uit de keten ({product})',
      TERMIJN: 'Beantwoord berichten {product} op tijd',
      CERTIFICAAT:
        '{amount, plural, =0 {Het certificaat van uw software is verlopen ({product})} other {Het certificaat van uw software verloopt ({product})}}',
      INSTELLINGEN: 'De instellingen van {product} zijn gewijzigd',
      several: 'Nieuwe meldingen in Portaal Zorg',
    },
    lines: {
      NIEUWE_BERICHTEN:
        '{amount, plural, one {Er is 1 nieuw bericht {product} binnengekomen.} other {Er zijn # nieuwe berichten {product} binnengekomen.}}',
      KETENFOUT:
        '{amount, plural, one {De keten weigert 1 bericht {product} dat uw gemeente heeft aangeleverd. In het portaal staat waarom, en wat u kunt doen.} other {De keten weigert # berichten {product} die uw gemeente heeft aangeleverd. In het portaal staat waarom, en wat u kunt doen.}}',
      TERMIJN:
        '{amount, plural, one {Er is 1 bericht {product} dat uw gemeente vandaag of de volgende werkdag moet beantwoorden.} other {Er zijn # berichten {product} die uw gemeente vandaag of de volgende werkdag moet beantwoorden.}}',
      CERTIFICAAT:
        '{amount, plural, =0 {Het certificaat van uw software voor {product} is verlopen. Uw software wordt niet meer toegelaten. Vul in het portaal een nieuw certificaat in.} other {Het certificaat van uw software voor {product} verloopt binnen # dagen. Vraag een nieuw certificaat aan en vul het in het portaal in.}}',
      INSTELLINGEN:
        'Een collega heeft de instellingen van {product} gewijzigd. In het portaal ziet u wat er is veranderd. Klopt het niet? Zet het dan terug en vraag wat er is gebeurd.',
    },
    why: 'U krijgt deze mail omdat u een rol hebt in Portaal Zorg. Bij "Mijn gegevens" kiest u welke meldingen per mail komen.',
  },
  'new-user-waiting': {
    subject: 'Een nieuwe gebruiker wacht op u in Portaal Zorg',
    person:
      'Een nieuwe gebruiker van uw gemeente heeft zich aangemeld. Stel vast wie deze persoon is, maak een verificatiecode en geef de code zelf aan deze persoon.',
    servicedesk:
      'Een nieuwe gebruiker heeft zich aangemeld bij een gemeente zonder gebruikersbeheerder. Stel vast wie deze persoon is en maak een verificatiecode.',
  },
  'new-code-requested': {
    subject: 'Een gebruiker vraagt een nieuwe verificatiecode',
    person:
      'Een gebruiker van uw gemeente vraagt een nieuwe verificatiecode. Stel vast wie deze persoon is, maak een nieuwe code en geef de code zelf aan deze persoon. De oude code werkt dan niet meer.',
    servicedesk:
      'Een gebruiker van een gemeente zonder gebruikersbeheerder vraagt een nieuwe verificatiecode. Stel vast wie deze persoon is en maak een nieuwe code.',
  },
  'code-locked': {
    subject: 'Een gebruiker vulde tien keer een verkeerde verificatiecode in',
    person:
      'Een gebruiker van uw gemeente vulde tien keer een verkeerde verificatiecode in. De code werkt niet meer. Vraag deze persoon wat er is gebeurd. Klopt het? Maak dan een nieuwe code en geef de code zelf aan deze persoon.',
    servicedesk:
      'Een gebruiker van een gemeente zonder gebruikersbeheerder vulde tien keer een verkeerde verificatiecode in. De code werkt niet meer. Vraag deze persoon wat er is gebeurd, en maak dan een nieuwe code.',
  },
  'own-code-locked': {
    subject: 'Uw verificatiecode voor Portaal Zorg werkt niet meer',
    person:
      'Er is tien keer een verkeerde verificatiecode ingevuld met uw account. Uw code werkt niet meer. Vraag in het portaal een nieuwe code aan. Hebt u dit niet zelf gedaan? Bel dan meteen de servicedesk.',
  },
  'manager-added': {
    subject: 'Uw gemeente heeft een gebruikersbeheerder erbij in Portaal Zorg',
    person:
      'De servicedesk heeft iemand van uw gemeente gebruikersbeheerder gemaakt. Log in om te zien wie dat is. Klopt het niet? Blokkeer deze persoon en bel de servicedesk.',
    servicedesk:
      'Een gemeente heeft een gebruikersbeheerder erbij. Klopt het niet? Kijk in het logboek van deze gemeente.',
  },
  'chain-outage': {
    subject: 'De keten neemt geen berichten aan',
    person:
      'Berichten van gemeenten komen niet aan bij VECOZO of het CAK. Het portaal probeert het vanzelf opnieuw en er gaat niets verloren. Kijk in het portaal wat er misgaat.',
  },
  'certificate-of-other': {
    subject: 'Een certificaat is al van een andere gemeente',
    person:
      'Iemand van een gemeente wilde een clientcertificaat opslaan dat al bij een andere gemeente staat. Zoek uit van wie het is. In het logboek staat wie het was, en de vingerafdruk van het certificaat.',
  },
  'certificate-expires': {
    subject: 'Het certificaat van uw software verloopt',
    person:
      'Het clientcertificaat waarmee uw software bij Portaal Zorg komt, verloopt binnenkort, of is verlopen. Daarna wordt uw software niet meer toegelaten. Vraag op tijd een nieuw certificaat aan en laat de Productbeheerder het invullen bij de instellingen.',
    servicedesk:
      'Het clientcertificaat van een gemeente zonder gebruikersbeheerder verloopt binnenkort, of is verlopen.',
  },
  'confirm-address': {
    subject: 'Bevestig dit adres voor meldingen van Portaal Zorg',
    person:
      'Uw gemeente wil meldingen van Portaal Zorg naar dit adres sturen. Wilt u dat? Open dan binnen zeven dagen de pagina hieronder en bevestig het. Wilt u het niet, dan hoeft u niets te doen: u krijgt dan geen meldingen.',
  },
  'connection-changed': {
    subject: 'De koppeling van uw gemeente is gewijzigd',
    person:
      'Een Productbeheerder van uw gemeente heeft gewijzigd hoe Portaal Zorg berichten uitwisselt met uw software. Klopt dat? Dan hoeft u niets te doen. Weet niemand hiervan? Bel dan meteen de servicedesk. Uw gemeente heeft dit adres opgegeven voor meldingen.',
  },
  'wlz-unusual': {
    subject: 'Iemand raadpleegt het Wlz-register vaker dan gewoon',
    person:
      'Een medewerker van uw gemeente heeft het Wlz-register in één uur opvallend vaak geraadpleegd. Kijk in het logboek wie dat is, en vraag of het klopt.',
    servicedesk:
      'Een medewerker van een gemeente zonder gebruikersbeheerder heeft het Wlz-register in één uur opvallend vaak geraadpleegd. Kijk in het logboek van deze gemeente.',
  },
  'wlz-signals': {
    subject: 'Er zijn nieuwe Wlz-signalen in Portaal Zorg',
    person:
      'Een of meer inwoners van uw gemeente met een Wmo-voorziening hebben een Wlz-indicatie. Log in om te zien om wie het gaat. Uw gemeente heeft dit adres opgegeven voor meldingen.',
  },
  'roles-changed': {
    subject: 'Uw rollen in Portaal Zorg zijn gewijzigd',
    person:
      'Uw rollen zijn gewijzigd. Log in om te zien wat u nu kunt doen. Klopt het niet? Neem contact op met uw gebruikersbeheerder.',
  },
  'profile-changed': {
    subject: 'Uw gegevens in Portaal Zorg zijn gewijzigd',
    person:
      'Uw persoonlijke instellingen zijn gewijzigd. Was u dit niet? Bel dan meteen uw gebruikersbeheerder of de servicedesk.',
  },
  'account-blocked': {
    subject: 'U kunt niet meer inloggen op Portaal Zorg',
    person:
      'Uw toegang tot Portaal Zorg is geblokkeerd. U kunt niet meer inloggen. Klopt dit niet? Neem contact op met uw gebruikersbeheerder.',
  },
  'delivered-infected': {
    subject: 'Een bestand dat u hebt aangeleverd bevat een virus',
    person:
      'Een bestand dat u hebt aangeleverd bevat een virus. Wij hebben het verwijderd en niet doorgestuurd. Log in om te zien welk bestand het is, en neem contact op met de ICT-afdeling van uw gemeente.',
  },
  'received-infected': {
    subject: 'Een bericht voor uw gemeente bevat een virus',
    person:
      'In een bericht voor uw gemeente zat een virus. Wij hebben de inhoud verwijderd. Log in om te zien van wie het bericht kwam, en vraag de afzender om het opnieuw te sturen. Uw gemeente heeft dit adres opgegeven voor meldingen.',
  },
  'berichten-received': {
    subject: 'Er zijn berichten voor uw gemeente in Portaal Zorg',
    person:
      'Er zijn een of meer berichten binnengekomen voor uw gemeente. Log in om ze op te halen. Uw gemeente heeft dit adres opgegeven voor meldingen.',
  },
} as const
