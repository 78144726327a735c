/** Looking for the berichten about a client. */
export const searchWords = {
  title: 'Zoeken op BSN',
  bsn: 'Burgerservicenummer (BSN)',
  lead: 'U vindt berichten waarvan de inhoud nog in het portaal staat. Uw zoekopdracht komt in het logboek.',
  notEigenBijdrage: 'Berichten over de eigen bijdrage vindt u hier niet: hun inhoud leest het portaal niet.',
  hint: '9 cijfers, met of zonder spaties.',
  submit: 'Zoek berichten',
  busy: 'Zoeken …',
  expired: 'Uw zoekopdracht op BSN is niet meer geldig',
  expiredText: 'Zoek opnieuw. Een zoekopdracht geldt een kwartier. U ziet hieronder alle berichten.',
  errors: {
    bsnForm: 'Vul een BSN van 9 cijfers in.',
    bsnProof: 'Dit BSN bestaat niet. Controleer de cijfers.',
    too_often: 'U hebt dit uur te vaak op BSN gezocht. Probeer het over een uur opnieuw.',
    other: 'Dit kan het portaal niet lezen. Laad de pagina opnieuw.',
  },
} as const
