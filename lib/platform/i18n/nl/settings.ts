import { connectionWords } from '#/lib/platform/i18n/nl/settings-connection.ts'

/** The settings tab of a product. */
export const settings = {
  title: 'Instellingen {product}',
  lead: 'Hier regelt u hoe het portaal voor uw gemeente met {product} werkt. Elke wijziging komt in de geschiedenis.',
  tabs: { berichten: 'Berichten', wachten: 'Wacht op antwoord', instellingen: 'Instellingen' },
  addresses: 'E-mailadressen voor meldingen',
  addressesHint:
    'Eén adres per regel, hoogstens tien. Op deze adressen melden wij dat er iets is binnengekomen. In de mail staan geen namen of andere persoonsgegevens.',
  retention: 'Hoe lang bewaren wij de inhoud van berichten?',
  retentionHint: 'Daarna verwijderen wij de inhoud. De gegevens over het bericht (soort, datum, status) blijven.',
  retentions: {
    TWEE_MAANDEN: 'Twee maanden',
    DAG_NA_OPHALEN: '24 uur nadat een bericht is opgehaald, en hoogstens twee maanden',
  },
  submit: 'Instellingen opslaan',
  saved: 'De instellingen zijn opgeslagen. Ze werken meteen.',
  lastChanged: 'Laatst gewijzigd door {name} op {moment}.',
  neverChanged: 'Nog nooit gewijzigd: dit zijn de standaardinstellingen.',
  history: 'Geschiedenis',
  historyEmpty: 'Er is nog niets gewijzigd.',
  historyColumns: { when: 'Wanneer', who: 'Wie', version: 'Versie', what: 'Wat', from: 'Was', to: 'Werd' },
  conflict: { field: 'Wat', now: 'Geldt nu', filled: 'Door u ingevuld' },
  restore: {
    title: 'Eerdere versies',
    lead: 'U kunt een eerdere versie terugzetten. Die wordt dan een nieuwe versie; de geschiedenis blijft.',
    summary: 'Versie {version}: {name}, {moment}',
    earlier: 'Stond er toen',
    same: 'Deze versie is gelijk aan wat nu geldt.',
    submit: 'Deze versie terugzetten',
    of: 'versie {version} teruggezet',
    done: 'Versie {version} is teruggezet en werkt meteen.',
  },
  channels: { PORTAAL: 'Zelf ophalen in het portaal', WEBSERVICE: 'Doorsturen naar onze software (webservice)' },
  stufVersions: { '0210': 'StUF-GGk 2.1 (0210)' },
  fields: {
    notificationAddresses: 'E-mailadressen voor meldingen',
    retention: 'Bewaartermijn',
    channel: 'Ontvangen',
    endpoint: 'Adres van de webservice',
    stufVersion: 'Versie van StUF-GGk',
    oin: 'OIN van de software',
    clientCertificate: 'Clientcertificaat',
    inactiveSoorten: 'Berichtsoorten die uit staan',
  },
  connection: connectionWords,
  soorten: {
    title: 'Berichtsoorten',
    lead: 'Wat u uitzet, kunnen uw collega’s en uw software niet meer aanleveren. Stuurt een aanbieder het toch, dan krijgt hij een foutbericht. Wat al is uitgewisseld, blijft.',
    deliver: 'Uw gemeente levert aan',
    receive: 'Uw gemeente ontvangt',
    submit: 'Berichtsoorten opslaan',
    saved: 'De berichtsoorten zijn opgeslagen. De keuze werkt meteen.',
  },
  nothing: 'geen',
  errors: {
    email: 'Een van de adressen klopt niet. Schrijf elk adres als naam@gemeente.nl, op een eigen regel.',
    tooMany: 'Vul hoogstens tien adressen in.',
    retention: 'Kies een bewaartermijn.',
    changed_meanwhile:
      'Een collega heeft de instellingen net gewijzigd. Er is niets overschreven. Hieronder ziet u wat nu geldt en wat u hebt ingevuld. Uw invoer staat er nog: pas die zo nodig aan en sla opnieuw op.',
    login_again:
      'U bent langer dan tien minuten geleden ingelogd. Log voor deze wijziging opnieuw in: log uit en weer in, en sla daarna op.',
    nothing_changed: 'U hebt niets veranderd. Er is dus niets opgeslagen.',
    other: 'Ververs de pagina en probeer het opnieuw.',
  },
} as const
