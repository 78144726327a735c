/** Looking for the berichten about a client. */
export const searchWords = {
  title: 'Zoeken op bsn',
  bsn: 'Burgerservicenummer (bsn)',
  lead: 'U vindt berichten waarvan de inhoud nog in het portaal staat. Uw zoekopdracht komt in het logboek.',
  hint: '9 cijfers, met of zonder spaties.',
  submit: 'Zoek berichten',
  busy: 'Zoeken …',
  expired: 'Uw zoekopdracht op bsn is niet meer geldig',
  expiredText: 'Zoek opnieuw. Een zoekopdracht geldt een kwartier. U ziet hieronder alle berichten.',
  errors: {
    bsnForm: 'Vul een bsn van 9 cijfers in.',
    bsnProof: 'Dit bsn bestaat niet. Controleer de cijfers.',
    too_often: 'U heeft dit uur te vaak op bsn gezocht. Probeer het over een uur opnieuw.',
    other: 'Dit kan het portaal niet lezen. Laad de pagina opnieuw.',
  },
} as const
