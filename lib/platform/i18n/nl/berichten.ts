/** Delivering, following and fetching berichten. The words of a state are used by list, timeline, mail and export. */
export const berichten = {
  status: {
    ONTVANGEN: 'Wordt gecontroleerd',
    AFGEKEURD: 'Afgekeurd',
    IN_WACHTRIJ: 'Wacht op verzending',
    VERZONDEN: 'Verzonden',
    AFGELEVERD: 'Afgeleverd',
    BEANTWOORD: 'Beantwoord',
    KETENFOUT: 'Fout uit de keten',
    MISLUKT: 'Niet verzonden',
    INGETROKKEN: 'Ingetrokken',
    BESCHIKBAAR: 'Klaar om op te halen',
    OPGEHAALD: 'Opgehaald',
    DOORGESTUURD: 'Doorgestuurd',
    VERLOPEN: 'Verlopen',
  },
  direction: { AANGELEVERD: 'Aangeleverd', ONTVANGEN: 'Ontvangen' },
  api: {
    rejected:
      '{count, plural, one {Er is 1 fout gevonden.} other {Er zijn # fouten gevonden.}} Het bestand is niet doorgestuurd.',
    duplicate: 'Dit bericht is al aangeleverd',
    duplicateDetail:
      '{name} is op {moment} al aangeleverd en niet ingetrokken. Er is niets opnieuw opgeslagen. Trek het eerdere bericht in als u dit bestand wilt gebruiken.',
    tooLarge: 'Het bestand is te groot',
    tooLargeDetail:
      'Een bericht mag hoogstens {maximum, number} bytes groot zijn. Verdeel de gegevens over meer berichten en lever die elk apart aan. Er is niets opgeslagen.',
    digest: 'Het bestand is niet goed aangekomen',
    digestDetail:
      'De inhoud past niet bij de opgegeven Content-Digest. Er is niets opgeslagen. Lever het bestand opnieuw aan.',
    keyReused: 'Deze Idempotency-Key is al gebruikt voor een ander bestand',
    keyReusedDetail: 'Er is niets opgeslagen. Gebruik voor elk bestand een nieuwe Idempotency-Key.',
    uncheckable: 'Wij kunnen dit bestand niet controleren',
    uncheckableDetail:
      'De controle lukt niet met de tijd en het geheugen die één bestand mag gebruiken. Er is niets opgeslagen. Controleer of u het juiste bestand hebt gekozen.',
    rateLimited: 'U levert sneller aan dan het portaal kan verwerken',
    rateLimitedDetail:
      'Er is niets opgeslagen. Probeer het over {seconds, plural, one {1 seconde} other {# seconden}} opnieuw.',
    busy: 'Het is nu te druk om dit bestand te controleren',
    busyDetail:
      'Er is niets opgeslagen. Probeer het over {seconds, plural, one {1 seconde} other {# seconden}} opnieuw.',
    headers: {
      zip: 'Zip-bestanden worden nog niet aangenomen. Lever elk XML-bestand apart aan.',
      media_type: 'Het bestand moet een XML-bestand zijn. Stuur het met Content-Type: application/xml.',
      encoding: 'Stuur het bestand zonder Content-Encoding.',
      file_name: 'X-Bestandsnaam is niet goed gecodeerd. Gebruik percent-codering van UTF-8.',
      digest: 'Content-Digest moet een sha-256 bevatten, zoals in RFC 9530.',
      idempotency_key: 'Idempotency-Key moet uit 1 tot en met 200 zichtbare ASCII-tekens bestaan.',
    },
    query: 'Dit filter heeft geen geldige waarde: {name}.',
    contentDeleted: 'De inhoud van dit bericht is verwijderd, omdat de bewaartermijn voorbij is.',
    contentForm: 'De inhoud is er alleen in de vorm: bericht.',
    range: 'Het gevraagde deel ligt buiten het bestand.',
    notWithdrawable: 'Dit bericht kan niet (meer) worden ingetrokken. Dat kan alleen zolang het op verzending wacht.',
    body: 'De inhoud van dit verzoek is geen geldige JSON, of heeft een onbekend veld.',
  },
} as const
