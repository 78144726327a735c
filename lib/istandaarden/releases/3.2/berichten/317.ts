import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 317: per type its children in the order in which they must stand. */
export const structure317: Structure = {
  Root: [
    ['Header', 'Header'],
    ['Client', 'Client'],
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
  Client: [
    ['Bsn', 'LDT_BurgerServicenummer'],
    ['Verzoek', 'Verzoek'],
  ],
  Verzoek: [
    ['ReferentieAanbieder', 'LDT_Referentie'],
    ['RedenVerzoek', 'LDT_RedenVerzoek'],
    ['OngewijzigdeProducten', 'OngewijzigdeProducten', '0..1'],
    ['TeWijzigenProducten', 'TeWijzigenProducten', '0..1'],
    ['NieuweProducten', 'NieuweProducten', '0..1'],
  ],
  OngewijzigdeProducten: [['OngewijzigdProduct', 'OngewijzigdProduct', '1..n']],
  OngewijzigdProduct: [['ToewijzingNummer', 'LDT_Nummer']],
  TeWijzigenProducten: [['TeWijzigenProduct', 'TeWijzigenProduct', '1..n']],
  TeWijzigenProduct: [
    ['ToewijzingNummer', 'LDT_Nummer'],
    ['GewensteIngangsdatum', 'LDT_Datum'],
    ['Einddatum', 'LDT_Datum', '0..1'],
    ['Omvang', 'CDT_Omvang', '0..1'],
    ['Budget', 'LDT_Budget', '0..1'],
  ],
  NieuweProducten: [['NieuwProduct', 'NieuwProduct', '1..n']],
  NieuwProduct: [
    ['Product', 'CDT_Product', '0..1'],
    ['GewensteIngangsdatum', 'LDT_Datum'],
    ['Einddatum', 'LDT_Datum', '0..1'],
    ['Omvang', 'CDT_Omvang', '0..1'],
    ['Budget', 'LDT_Budget', '0..1'],
  ],
}
