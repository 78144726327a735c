/** Sending to the chain: why it did not work, and sending again. */
export const sendingWords = {
  title: 'Verzending naar de keten',
  failures: {
    unreachable: 'De keten is niet bereikbaar.',
    certificate: 'De beveiligde verbinding met de keten kwam niet tot stand: een certificaat klopt niet.',
    timeout: 'De keten antwoordde niet op tijd.',
    broken: 'De verbinding met de keten brak af.',
    http: 'Er is een storing in de keten.',
    fault: 'De keten kon het bericht nu niet aannemen.',
    refused: 'De keten weigerde het bericht. Zo wordt het niet aangenomen.',
    unreadable: 'De keten gaf een antwoord dat geen antwoord is.',
    other: 'De keten bevestigde een ander bericht.',
    'not-connected': 'De overeenkomsten van de gemeente zijn niet van kracht. Tot dat weer zo is, vertrekt er niets.',
    own: 'Het portaal kon het bericht niet verzenden door een eigen storing.',
    'no-envelope':
      'Het portaal kent het heenbericht niet waarop dit retourbericht antwoordt. Lever het aan in een envelop met het referentienummer van het heenbericht.',
    'no-content': 'De inhoud van dit bericht is er niet meer.',
  },
  code: 'Code: {code}',
  tries: '{count, plural, one {1 poging} other {# pogingen}} gedaan. Wij proberen het vanzelf opnieuw, op {moment}.',
  waits: 'Dit bericht wacht op zijn beurt.',
  given: 'Na {count, plural, one {1 poging} other {# pogingen}} is het verzenden gestopt.',
  forward: {
    title: 'Doorsturen naar uw software',
    tries:
      '{count, plural, one {1 poging} other {# pogingen}} gedaan. Wij proberen het vanzelf opnieuw, op {moment}. U kunt het bericht ook hier ophalen.',
    given: 'Na {count, plural, one {1 poging} other {# pogingen}} is het doorsturen gestopt. Haal het bericht hier op.',
  },
  nothing: 'U hoeft niets te doen. Er gaat niets verloren en niets dubbel.',
  again: {
    button: 'Opnieuw verzenden',
    title: 'Bericht opnieuw verzenden',
    lead: '{name} gaat nog een keer naar de keten, met hetzelfde referentienummer. De ontvanger krijgt het zo nooit dubbel.',
    fault:
      'De keten wees dit bericht af. Verzend het alleen opnieuw als de oorzaak weg is: is de inhoud fout, lever dan een verbeterd bericht aan.',
    submit: 'Nu verzenden',
    busy: 'Bezig met verzenden…',
    done: 'Het bericht staat weer klaar voor verzending.',
    errors: {
      not_resendable: 'Dit bericht kan niet opnieuw worden verzonden. Het is al onderweg, aangekomen of ingetrokken.',
      duplicate: 'Hetzelfde bericht is daarna opnieuw aangeleverd. Dit bericht hoeft niet meer verzonden te worden.',
      content_gone: 'De inhoud van dit bericht is verwijderd. Lever het bestand opnieuw aan.',
      other: 'Ververs de pagina en probeer het opnieuw.',
    },
  },
} as const
