import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 318: per type its children in the order in which they must stand. */
export const structure318: Structure = {
  Root: [
    ['Header', 'Header'],
    ['Client', 'Client', '0..1'],
  ],
  Header: [
    ['BerichtCode', 'LDT_BerichtCode'],
    ['BerichtVersie', 'LDT_BerichtVersie'],
    ['BerichtSubversie', 'LDT_BerichtSubversie'],
    ['Afzender', 'LDT_AgbCode'],
    ['Ontvanger', 'LDT_Gemeente'],
    ['BerichtIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsdVersie', 'CDT_XsdVersie'],
    ['IdentificatieRetour', 'LDT_IdentificatieBericht'],
    ['DagtekeningRetour', 'LDT_Datum'],
    ['XsltVersie', 'LDT_Versie', '0..1'],
    ['XsdVersieRetour', 'CDT_XsdVersie'],
    ['RetourCodes', 'RetourCodes', '0..1'],
  ],
  RetourCodes: [['RetourCode', 'LDT_RetourCode', '1..n']],
  Client: [
    ['Bsn', 'LDT_BurgerServicenummer'],
    ['Verzoek', 'Verzoek'],
    ['RetourCodes', 'RetourCodes'],
  ],
  Verzoek: [
    ['ReferentieAanbieder', 'LDT_Referentie'],
    ['RedenVerzoek', 'LDT_RedenVerzoek'],
    ['OngewijzigdeProducten', 'OngewijzigdeProducten', '0..1'],
    ['TeWijzigenProducten', 'TeWijzigenProducten', '0..1'],
    ['NieuweProducten', 'NieuweProducten', '0..1'],
    ['RetourCodes', 'RetourCodes'],
  ],
  OngewijzigdeProducten: [['OngewijzigdProduct', 'OngewijzigdProduct', '1..n']],
  OngewijzigdProduct: [
    ['ToewijzingNummer', 'LDT_Nummer'],
    ['RetourCodes', 'RetourCodes'],
  ],
  TeWijzigenProducten: [['TeWijzigenProduct', 'TeWijzigenProduct', '1..n']],
  TeWijzigenProduct: [
    ['ToewijzingNummer', 'LDT_Nummer'],
    ['GewensteIngangsdatum', 'LDT_Datum'],
    ['Einddatum', 'LDT_Datum', '0..1'],
    ['Omvang', 'CDT_Omvang', '0..1'],
    ['Budget', 'LDT_Budget', '0..1'],
    ['RetourCodes', 'RetourCodes'],
  ],
  NieuweProducten: [['NieuwProduct', 'NieuwProduct', '1..n']],
  NieuwProduct: [
    ['Product', 'CDT_Product', '0..1'],
    ['GewensteIngangsdatum', 'LDT_Datum'],
    ['Einddatum', 'LDT_Datum', '0..1'],
    ['Omvang', 'CDT_Omvang', '0..1'],
    ['Budget', 'LDT_Budget', '0..1'],
    ['RetourCodes', 'RetourCodes'],
  ],
}
