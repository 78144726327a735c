import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 308: per type its children in the order in which they must stand. */
export const structure308: Structure = {
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
    ['Geboortedatum', 'CDT_Geboortedatum'],
    ['Geslacht', 'LDT_Geslacht'],
    ['Naam', 'CDT_VerkorteNaam'],
    ['StopProducten', 'StopProducten'],
    ['RetourCodes', 'RetourCodes'],
  ],
  StopProducten: [['StopProduct', 'StopProduct', '1..n']],
  StopProduct: [
    ['ToewijzingNummer', 'LDT_Nummer', '0..1'],
    ['Product', 'CDT_Product', '0..1'],
    ['ToewijzingIngangsdatum', 'LDT_Datum', '0..1'],
    ['Begindatum', 'LDT_Datum'],
    ['RedenBeeindiging', 'LDT_RedenBeeindiging'],
    ['Einddatum', 'LDT_Datum'],
    ['StatusAanlevering', 'LDT_StatusAanlevering'],
    ['RetourCodes', 'RetourCodes'],
  ],
}
