/** The list of berichten as a file. */
export const exportWords = {
  link: 'Lijst downloaden (CSV, hoogstens 10.000 berichten)',
  columns: {
    bericht: 'Bericht',
    identificatie: 'Identificatie',
    direction: 'Richting',
    status: 'Status',
    afzender: 'Afzender',
    ontvanger: 'Ontvanger',
    dagtekening: 'Dagtekening',
    day: 'Datum in het portaal',
    time: 'Tijd in het portaal',
    awaits: 'Wat nog moet komen',
    deadline: 'Uiterlijk',
    errors: 'Fouten',
    warnings: 'Waarschuwingen',
    fileName: 'Bestandsnaam',
    reference: 'Referentienummer',
    id: 'Nummer in het portaal',
  },
} as const
