import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 316: per type its children in the order in which they must stand. */
export const structure316: Structure = {
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
    ['GezagsdragerBekend', 'LDT_JaNee', '0..1', { only: 'ijw' }],
    ['Commentaar', 'LDT_Commentaar', '0..1'],
    ['AangevraagdeProducten', 'AangevraagdeProducten'],
    ['RetourCodes', 'RetourCodes'],
  ],
  AangevraagdeProducten: [['AangevraagdProduct', 'AangevraagdProduct', '1..n']],
  AangevraagdProduct: [
    ['ReferentieAanbieder', 'LDT_Referentie'],
    ['BeschikkingNummer', 'LDT_Nummer', '0..1'],
    ['Product', 'CDT_Product', '0..1'],
    ['BeschikkingIngangsdatum', 'LDT_Datum', '0..1'],
    ['ToewijzingIngangsdatum', 'LDT_Datum'],
    ['ToewijzingEinddatum', 'LDT_Datum', '0..1'],
    ['Omvang', 'CDT_Omvang', '0..1'],
    ['Budget', 'LDT_Budget', '0..1'],
    ['Verwijzer', 'CDT_Verwijzer'],
    ['Raamcontract', 'LDT_JaNee', '0..1'],
    ['Commentaar', 'LDT_Commentaar', '0..1'],
    ['RetourCodes', 'RetourCodes'],
  ],
}
