import type { Structure } from '#/lib/istandaarden/release.ts'

/** The composite types of the basisschema of release 3.2. */
export const complexTypes: Structure = {
  CDT_Achternaam: [
    ['Achternaam', 'LDT_Naam'],
    ['Voorvoegsel', 'LDT_Voorvoegsel', '0..1'],
  ],
  CDT_Adres: [
    ['Huis', 'CDT_Huis', '0..1'],
    ['Postcode', 'LDT_Postcode', '0..1'],
    ['Straatnaam', 'LDT_Straatnaam', '0..1'],
    ['Plaatsnaam', 'LDT_Plaatsnaam', '0..1'],
    ['LandCode', 'LDT_LandCode', '0..1'],
  ],
  CDT_BedragMetDC: [
    ['Bedrag', 'LDT_Bedrag'],
    ['DebetCredit', 'LDT_DebetCredit'],
  ],
  CDT_BerichtIdentificatie: [
    ['Identificatie', 'LDT_IdentificatieBericht'],
    ['Dagtekening', 'LDT_Datum'],
  ],
  CDT_Communicatie: [
    ['Vorm', 'LDT_Communicatievorm'],
    ['Taal', 'LDT_Taal', '0..1'],
  ],
  CDT_Geboortedatum: [
    ['Datum', 'LDT_Datum'],
    ['DatumGebruik', 'LDT_DatumGebruik', '0..1'],
  ],
  CDT_GeslotenPeriode: [
    ['Begindatum', 'LDT_Datum'],
    ['Einddatum', 'LDT_Datum'],
  ],
  CDT_Huis: [
    ['Huisnummer', 'LDT_Huisnummer'],
    ['Huisletter', 'LDT_Huisletter', '0..1'],
    ['HuisnummerToevoeging', 'LDT_HuisnummerToevoeging', '0..1'],
    ['AanduidingWoonadres', 'LDT_AanduidingWoonadres', '0..1'],
  ],
  CDT_Omvang: [
    ['Volume', 'LDT_Volume'],
    ['Eenheid', 'LDT_Eenheid'],
    ['Frequentie', 'LDT_Frequentie'],
  ],
  CDT_OpenPeriode: [
    ['Begindatum', 'LDT_Datum', '0..1'],
    ['Einddatum', 'LDT_Datum', '0..1'],
  ],
  CDT_Product: [
    ['Categorie', 'LDT_ProductCategorie'],
    ['Code', 'LDT_ProductCode', '0..1'],
  ],
  CDT_Referentie: [
    ['ReferentieNummer', 'LDT_ReferentieNummer'],
    ['VorigReferentieNummer', 'LDT_ReferentieNummer', '0..1'],
  ],
  CDT_Telefoon: [
    ['Telefoonnummer', 'LDT_Telefoonnummer'],
    ['Landnummer', 'LDT_Landnummer'],
  ],
  CDT_Telefoonnummers: [
    ['Telefoon01', 'CDT_Telefoon'],
    ['Telefoon02', 'CDT_Telefoon', '0..1'],
  ],
  CDT_TotaalBedragMetDC: [
    ['TotaalBedrag', 'LDT_TotaalBedrag'],
    ['DebetCredit', 'LDT_DebetCredit'],
  ],
  CDT_VerkorteNaam: [
    ['Geslachtsnaam', 'CDT_Achternaam'],
    ['Voornamen', 'LDT_Naam', '0..1'],
    ['Voorletters', 'LDT_Voorletters', '0..1'],
  ],
  CDT_Verwijzer: [
    ['Type', 'LDT_TypeVerwijzer'],
    ['Naam', 'LDT_NaamVerwijzer', '0..1'],
    ['ZorgverlenerCode', 'LDT_AgbCode', '0..1'],
  ],
  CDT_VolledigeNaam: [
    ['Geslachtsnaam', 'CDT_Achternaam'],
    ['Partnernaam', 'CDT_Achternaam', '0..1'],
    ['Voornamen', 'LDT_Naam', '0..1'],
    ['Voorletters', 'LDT_Voorletters', '0..1'],
    ['NaamGebruik', 'LDT_NaamGebruik'],
  ],
  CDT_XsdVersie: [
    ['BasisschemaXsdVersie', 'LDT_Versie'],
    ['BerichtXsdVersie', 'LDT_Versie'],
  ],
}
