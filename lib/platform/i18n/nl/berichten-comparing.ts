/** A correction beside the bericht that it corrects. Names and codes of the standard exist in Dutch only and are not here. */
export const comparingWords = {
  link: 'Bekijk wat er is gewijzigd',
  crumb: 'Vergelijking',
  title: 'Wat {name} wijzigt',
  lead: 'Vergeleken met {name} van {moment}. BSN’s zijn afgeschermd.',
  earlier: 'Open het eerdere bericht',
  nothing: 'Er is niets gewijzigd',
  nothingText: 'Alle {count, number} gegevens zijn in beide berichten gelijk.',
  same: '{count, plural, =0 {Geen andere gegevens.} one {1 ander gegeven is gelijk gebleven.} other {# andere gegevens zijn gelijk gebleven.}}',
  whole: 'Algemeen',
  field: 'Gegeven',
  was: 'Was',
  now: 'Wordt',
  absent: 'Niet ingevuld',
  masked: 'Gewijzigd, en hier afgeschermd',
  caption: { changed: '{title}: gewijzigd', added: '{title}: nieuw', removed: '{title}: vervallen' },
  unreadable: {
    bericht: 'Dit bericht kan niet worden gelezen',
    earlier: 'Het eerdere bericht kan niet worden gelezen',
  },
} as const
