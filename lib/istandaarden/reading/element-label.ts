// Names of the standard that are not a word of two with a space between them, in the spelling of Dutch.
const LABELS: Readonly<Record<string, string>> = {
  AanduidingWoonadres: 'Aanduiding van het woonadres',
  BasisschemaXsdVersie: 'XSD-versie van het basisschema',
  BerichtCode: 'Berichtcode',
  BerichtSubversie: 'Berichtsubversie',
  BerichtVersie: 'Berichtversie',
  BerichtXsdVersie: 'XSD-versie van het bericht',
  BeschikkingIngangsdatum: 'Ingangsdatum van de beschikking',
  BeschikkingNummer: 'Beschikkingsnummer',
  Bsn: 'BSN',
  Client: 'Cliënt',
  Clienten: 'Cliënten',
  DagtekeningRetour: 'Dagtekening van de retour',
  DatumGebruik: 'Gebruik van de datum',
  DebetCredit: 'Debet of credit',
  DeclaratieAntwoord: 'Antwoord op de declaratie',
  DeclaratieDagtekening: 'Dagtekening van de declaratie',
  DeclaratieIdentificatie: 'Identificatie van de declaratie',
  DeclaratieNummer: 'Declaratienummer',
  DeclaratiePeriode: 'Declaratieperiode',
  HuisnummerToevoeging: 'Toevoeging bij het huisnummer',
  IdentificatieRetour: 'Identificatie van de retour',
  LandCode: 'Land',
  NaamGebruik: 'Naamgebruik',
  ProductCategorie: 'Productcategorie',
  ProductCode: 'Productcode',
  ProductPeriode: 'Productperiode',
  ProductReferentie: 'Productreferentie',
  ProductTarief: 'Producttarief',
  RedenAfwijzingVerzoek: 'Reden van afwijzing van het verzoek',
  RedenBeeindiging: 'Reden van beëindiging',
  RedenVerzoek: 'Reden van het verzoek',
  RedenWijziging: 'Reden van wijziging',
  ReferentieAanbieder: 'Referentie van de aanbieder',
  ReferentieNummer: 'Referentienummer',
  RetourCode: 'Retourcode',
  RetourCodes: 'Retourcodes',
  StartProduct: 'Gestart product',
  StartProducten: 'Gestarte producten',
  StatusAanlevering: 'Status van de aanlevering',
  StopProduct: 'Gestopt product',
  StopProducten: 'Gestopte producten',
  Telefoon01: 'Telefoon',
  Telefoon02: 'Telefoon 2',
  ToewijzingEinddatum: 'Einddatum van de toewijzing',
  ToewijzingIngangsdatum: 'Ingangsdatum van de toewijzing',
  ToewijzingNummer: 'Toewijzingsnummer',
  TotaalBedrag: 'Totaalbedrag',
  VerzoekAntwoord: 'Antwoord op het verzoek',
  VorigReferentieNummer: 'Vorig referentienummer',
  XsdVersie: 'XSD-versie',
  XsdVersieDeclaratie: 'XSD-versie van de declaratie',
  XsdVersieRetour: 'XSD-versie van de retour',
  XsltVersie: 'XSLT-versie',
  ZorgverlenerCode: 'Code van de zorgverlener',
}

/**
 * The name of an element as people write it. One that is not known here is split into its words: "GewensteIngangsdatum" is
 * "Gewenste ingangsdatum". Names of the standard exist in Dutch only.
 */
export function elementLabel(name: string): string {
  if (Object.hasOwn(LABELS, name)) return LABELS[name] ?? name
  const spaced = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
