/** Ticking berichten in the list, to fetch them together. */
export const selectionWords = {
  row: 'Selecteer {name}',
  column: 'Selectie',
  label: 'Selectie',
  none: 'Vink berichten aan om ze samen op te halen',
  one: '1 bericht geselecteerd',
  many: '{count} berichten geselecteerd',
  elsewhere: '{count} op andere pagina’s',
  fetch: 'Ophalen als zip',
  all: 'Alles kiezen',
  clear: 'Wissen',
  tooMany: 'Er gaan hoogstens {most} berichten in één zip.',
  fetchAll: 'Alle {count, number} gevonden berichten in één zip',
  nothing: 'Vink eerst aan wat u wilt ophalen',
} as const
