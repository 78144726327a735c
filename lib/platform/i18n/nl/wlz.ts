import { signalWords } from '#/lib/platform/i18n/nl/wlz-signals.ts'

/** Consulting the Wlz-register. */
export const wlz = {
  tab: 'Raadplegen',
  title: 'Wlz-Registertoets raadplegen',
  lead: 'Vraag aan het CIZ of een inwoner op een dag een Wlz-indicatie had. Elke vraag staat met uw naam, de dag en de grond in het logboek van uw gemeente.',
  bsn: 'Bsn',
  bsnHint: 'Negen cijfers. Wij bewaren dit nummer niet.',
  day: 'Peildatum',
  dayHint: 'De dag waarover u de vraag stelt. Niet later dan vandaag.',
  ground: 'Grond',
  groundHint: 'Waarom vraagt u dit? U mag het register alleen hiervoor raadplegen.',
  grounds: {
    'wmo-aanvraag': 'Aanvraag voor een maatwerkvoorziening Wmo',
    'wmo-heronderzoek': 'Heronderzoek van een maatwerkvoorziening Wmo',
    'jeugd-aanvraag': 'Aanvraag voor jeugdhulp',
    signaal: 'Signaal dat een inwoner Wlz-zorg krijgt',
  },
  submit: 'Vraag stellen',
  answer: {
    yes: 'Ja. Op {day} was er een Wlz-indicatie voor het BSN dat eindigt op {end}. Die geldt sinds {since}.',
    no: 'Nee. Op {day} was er geen Wlz-indicatie voor het BSN dat eindigt op {end}.',
    facts: {
      client: 'BSN',
      day: 'Peildatum',
      ground: 'Grond',
      moment: 'Gevraagd op',
      name: 'Gevraagd door',
      gemeente: 'Gemeente',
      reference: 'Referentie in het logboek',
    },
    print: 'Antwoord afdrukken',
  },
  errors: {
    bsnForm: 'Een BSN bestaat uit negen cijfers.',
    bsnProof: 'Dit is geen geldig BSN. Controleer de cijfers.',
    peildatum: 'Vul een bestaande dag in.',
    future: 'De peildatum ligt in de toekomst. Kies vandaag of een eerdere dag.',
    grond: 'Kies waarom u dit vraagt.',
    real_person: 'In de testomgeving mag u alleen een test-BSN gebruiken (van 999900006 tot en met 999999990).',
    too_often: 'U hebt het afgelopen uur te vaak gevraagd. Probeer het over een uur opnieuw.',
    off: 'Het Wlz-register is in deze omgeving niet aangesloten.',
    unreachable:
      'Het Wlz-register is nu niet te bereiken. U weet dus niet of er een indicatie is. Probeer het over een paar minuten opnieuw.',
    timeout: 'Het Wlz-register antwoordde niet op tijd. U weet dus niet of er een indicatie is. Probeer het opnieuw.',
    refused: 'Het Wlz-register nam de vraag niet aan. U weet dus niet of er een indicatie is. Bel de servicedesk.',
    unreadable:
      'Het antwoord van het Wlz-register was onleesbaar. U weet dus niet of er een indicatie is. Bel de servicedesk.',
    paused:
      'Het Wlz-register antwoordt al een tijd niet. Wij vragen het nu even niet. Probeer het over een halve minuut opnieuw.',
    other: 'Ververs de pagina en probeer het opnieuw.',
  },
  signals: signalWords,
} as const
