/** What one is told in the portal. */
export const inbox = {
  title: 'Meldingen',
  lead: 'Wat er gebeurde met de producten waarvoor u een rol hebt. Wat gelijk is, tellen wij op tot u het hebt gelezen. Na {days} dagen verwijderen wij een melding.',
  unread: '{count, plural, one {1 ongelezen melding} other {# ongelezen meldingen}}',
  unreadList: 'Ongelezen meldingen, de nieuwste eerst',
  read: 'Gelezen',
  readList: 'Gelezen meldingen, de nieuwste eerst',
  spread: '{last}, voor het eerst {first}',
  markRead: 'Markeer als gelezen',
  markAll: 'Markeer alle als gelezen',
  busy: 'Bezig…',
  done: 'Gemarkeerd als gelezen.',
  grown: 'Er kwam intussen iets bij. Die melding blijft daarom ongelezen.',
  empty: 'U hebt geen meldingen',
  emptyText: 'Zodra er iets gebeurt met een product waarvoor u een rol hebt, leest u het hier.',
  newest: 'Naar de nieuwste',
  kinds: {
    NIEUWE_BERICHTEN: '{amount, plural, one {1 nieuw bericht {product}} other {# nieuwe berichten {product}}}',
    KETENFOUT:
      '{amount, plural, one {Fout uit de keten bij een bericht {product}} other {Fout uit de keten bij # berichten {product}}}',
    TERMIJN:
      '{amount, plural, one {Een bericht {product} moet vandaag of de volgende werkdag beantwoord zijn} other {# berichten {product} moeten vandaag of de volgende werkdag beantwoord zijn}}',
    CERTIFICAAT:
      '{amount, plural, =0 {Het certificaat van uw software voor {product} is verlopen} other {Het certificaat van uw software voor {product} verloopt binnen # dagen}}',
    INSTELLINGEN:
      '{amount, plural, one {Een collega veranderde de instellingen van {product}} other {Collega’s veranderden # keer de instellingen van {product}}}',
  },
  preferences: {
    title: 'Meldingen per mail',
    lead: 'Alle meldingen staan bij "Meldingen" in het portaal. Hier kiest u welke u ook per mail krijgt. In een mail staan alleen aantallen: geen namen en geen bestanden.',
    newBerichten: 'Nieuwe berichten {product}',
    frequencies: {
      NOOIT: 'Geen mail',
      DIRECT: 'Meteen, hoogstens elk kwartier',
      DAGELIJKS: 'Elke werkdag om 8 uur',
      WEKELIJKS: 'Eén keer per week, op maandag om 8 uur',
    },
    also: 'Ook mail bij',
    about: 'Mail bij',
    switches: {
      fault: 'een fout uit de keten',
      deadline: 'een termijn die bijna afloopt',
      certificate: 'een certificaat dat bijna verloopt',
      settings: 'instellingen die een collega verandert',
    },
    submit: 'Keuze opslaan',
    saved: 'Uw keuze is opgeslagen.',
    errors: {
      frequency: 'Kies wanneer u mail wilt over nieuwe berichten.',
      other: 'Ververs de pagina en probeer het opnieuw.',
    },
  },
  errors: { unknown: 'Deze melding is niet (meer) te vinden. Ververs de pagina.' },
} as const
