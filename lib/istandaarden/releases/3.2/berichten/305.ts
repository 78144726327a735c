import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 305: per type its children in the order in which they must stand. */
export const structure305: Structure = {
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
    ['Geboortedatum', 'CDT_Geboortedatum'],
    ['Geslacht', 'LDT_Geslacht'],
    ['Naam', 'CDT_VerkorteNaam'],
    ['StartProducten', 'StartProducten'],
  ],
  StartProducten: [['StartProduct', 'StartProduct', '1..n']],
  StartProduct: [
    ['ToewijzingNummer', 'LDT_Nummer', '0..1'],
    ['Product', 'CDT_Product', '0..1'],
    ['ToewijzingIngangsdatum', 'LDT_Datum', '0..1'],
    ['Begindatum', 'LDT_Datum'],
    ['StatusAanlevering', 'LDT_StatusAanlevering'],
  ],
}
