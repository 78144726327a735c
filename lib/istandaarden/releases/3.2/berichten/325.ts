import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 325: per type its children in the order in which they must stand. */
export const structure325: Structure = {
  Root: [
    ['Header', 'Header'],
    ['DeclaratieAntwoord', 'DeclaratieAntwoord', '0..1'],
  ],
  Header: [
    ['BerichtCode', 'LDT_BerichtCode'],
    ['BerichtVersie', 'LDT_BerichtVersie'],
    ['BerichtSubversie', 'LDT_BerichtSubversie'],
    ['Afzender', 'LDT_Gemeente'],
    ['Ontvanger', 'LDT_AgbCode'],
    ['BerichtIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsdVersie', 'CDT_XsdVersie'],
    ['DeclaratieIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsltVersie', 'LDT_Versie', '0..1'],
    ['XsdVersieDeclaratie', 'CDT_XsdVersie'],
    ['RetourCodes', 'RetourCodes'],
  ],
  RetourCodes: [['RetourCode', 'LDT_RetourCode', '1..n']],
  DeclaratieAntwoord: [
    ['DeclaratieNummer', 'LDT_IdentificatieDeclaratie'],
    ['TotaalIngediendBedrag', 'CDT_TotaalBedragMetDC'],
    ['TotaalToegekendBedrag', 'CDT_TotaalBedragMetDC'],
    ['Clienten', 'Clienten', '0..1'],
    ['RetourCodes', 'RetourCodes'],
  ],
  Clienten: [['Client', 'Client', '1..n']],
  Client: [
    ['Bsn', 'LDT_BurgerServicenummer'],
    ['Prestaties', 'Prestaties'],
    ['RetourCodes', 'RetourCodes'],
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
    ['RetourCodes', 'RetourCodes'],
  ],
}
