import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 323: per type its children in the order in which they must stand. */
export const structure323: Structure = {
  Root: [
    ['Header', 'Header'],
    ['Declaratie', 'Declaratie'],
  ],
  Header: [
    ['BerichtCode', 'LDT_BerichtCode'],
    ['BerichtVersie', 'LDT_BerichtVersie'],
    ['BerichtSubversie', 'LDT_BerichtSubversie'],
    ['Afzender', 'LDT_AgbCode'],
    ['Ontvanger', 'LDT_Gemeente'],
    ['BerichtIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsdVersie', 'CDT_XsdVersie'],
  ],
  Declaratie: [
    ['DeclaratieNummer', 'LDT_IdentificatieDeclaratie', '1', { pattern: '[a-zA-Z0-9]+' }],
    ['DeclaratiePeriode', 'CDT_GeslotenPeriode'],
    ['DeclaratieDagtekening', 'LDT_Datum'],
    ['TotaalIngediendBedrag', 'CDT_TotaalBedragMetDC'],
    ['Clienten', 'Clienten'],
  ],
  Clienten: [['Client', 'Client', '1..n']],
  Client: [
    ['Bsn', 'LDT_BurgerServicenummer'],
    ['Prestaties', 'Prestaties'],
  ],
  Prestaties: [['Prestatie', 'Prestatie', '1..n']],
  Prestatie: [
    ['ProductReferentie', 'CDT_Referentie'],
    ['ToewijzingNummer', 'LDT_Nummer'],
    ['ProductCategorie', 'LDT_ProductCategorie'],
    ['ProductCode', 'LDT_ProductCode'],
    ['ProductPeriode', 'CDT_GeslotenPeriode'],
    ['GeleverdVolume', 'LDT_Volume'],
    ['Eenheid', 'LDT_Eenheid'],
    ['ProductTarief', 'LDT_Bedrag', '0..1'],
    ['IngediendBedrag', 'CDT_BedragMetDC'],
  ],
}
