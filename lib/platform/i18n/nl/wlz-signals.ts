/** The daily Wlz-signalen. */
export const signalWords = {
  tab: 'Signalen',
  title: 'Wlz-signalen',
  lead: 'Inwoners met een lopende Wmo-voorziening die volgens het CIZ een Wlz-indicatie hebben. Wij vergelijken elke dag. Beoordeel zelf wat een indicatie betekent voor de voorziening.',
  off: 'De Wlz-signalen staan uit.',
  offMore:
    'Er komen geen nieuwe signalen bij. De Productbeheerder van Wlz-Registertoets kan ze aanzetten bij de instellingen.',
  empty: 'Er zijn geen signalen.',
  emptyMore:
    'Dat betekent niet dat niemand een Wlz-indicatie heeft. Wij vergelijken alleen inwoners van wie het toewijzingsbericht nog in het portaal staat.',
  caption: 'Wlz-signalen, de nieuwste bovenaan',
  columns: {
    client: 'BSN',
    since: 'Wlz-indicatie sinds',
    signalled: 'Gevonden op',
    bericht: 'Toewijzingsbericht',
    show: 'BSN tonen',
  },
  show: 'BSN tonen',
  showOf: 'van het signaal over {bsn}',
  gone: 'De inhoud van dit bericht is verwijderd. Zoek het bericht op in uw eigen systeem.',
  bsn: {
    title: 'BSN bij een Wlz-signaal',
    lead: 'Inwoner met BSN {bsn}, Wlz-indicatie sinds {since}. In het logboek komt te staan dat u het BSN hebt bekeken, en waarom.',
    back: 'Terug naar de signalen',
    faults: {
      gone: 'De inhoud van het toewijzingsbericht is verwijderd. Zoek het bericht op in uw eigen systeem.',
      too_many: 'U hebt dit uur al 60 keer een BSN bekeken. Probeer het later opnieuw.',
    },
  },
  settings: {
    title: 'Dagelijkse Wlz-signalen',
    lead: 'Wij kunnen elke dag aan het CIZ vragen of inwoners van uw gemeente met een lopende Wmo-voorziening een Wlz-indicatie hebben. Gebruikers van Wlz-Registertoets zien het resultaat op de pagina Wlz-signalen.',
    what: 'Wat wij daarvoor doen, en wat niet:',
    points: {
      read: 'Wij lezen burgerservicenummers uit de toewijzingsberichten (WMO301) die uw gemeente heeft aangeleverd, als een toewijzing daaruit vandaag loopt. Wij bewaren die nummers niet.',
      gone: 'Is de inhoud van een toewijzingsbericht verwijderd? Dan vergelijken wij die inwoner niet meer, ook als de voorziening doorloopt. De bewaartermijn kiest u bij de instellingen van iWmo.',
      once: 'Per inwoner en per indicatie krijgt u één signaal. Dat geldt ook voor een indicatie die er al was toen u de signalen aanzette.',
      log: 'Elke vraag staat in het logboek van uw gemeente, als vraag van het portaal.',
      unknown:
        'Antwoordt het CIZ niet, dan vragen wij het later opnieuw. Geen signaal betekent niet dat er geen indicatie is.',
      mail: 'De e-mailadressen voor meldingen hierboven krijgen een mail zonder persoonsgegevens.',
      youth: 'Jeugdhulp (iJw) vergelijken wij niet.',
    },
    legend: 'Wilt u dagelijks Wlz-signalen?',
    hint: 'Zet dit alleen aan als uw gemeente hiervoor een grondslag heeft. Zet u het uit, dan vergeten wij meteen wie wij vergeleken.',
    choices: { UIT: 'Nee', AAN: 'Ja, vergelijk elke dag' },
    submit: 'Wlz-signalen opslaan',
    saved: {
      AAN: 'De Wlz-signalen staan aan. De eerste vergelijking begint nu.',
      UIT: 'De Wlz-signalen staan uit. Wij vergelijken niemand meer.',
    },
    errors: {
      signals: 'Kies of u dagelijks Wlz-signalen wilt.',
      no_register: 'Het Wlz-register is in deze omgeving niet aangesloten.',
      login_again:
        'U bent langer dan tien minuten geleden ingelogd. Log voor deze wijziging opnieuw in: log uit en weer in, en sla daarna op.',
      changed_meanwhile:
        'Een collega heeft de instellingen net gewijzigd. Er is niets overschreven. Hieronder ziet u wat nu geldt en wat u hebt ingevuld. Uw invoer staat er nog: pas die zo nodig aan en sla opnieuw op.',
      nothing_changed: 'U hebt niets veranderd. Er is dus niets opgeslagen.',
      other: 'Ververs de pagina en probeer het opnieuw.',
    },
  },
} as const
