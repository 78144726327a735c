import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 320: per type its children in the order in which they must stand. */
export const structure320: Structure = {
  Root: [
    ['Header', 'Header'],
    ['Antwoord', 'Antwoord', '0..1'],
  ],
  Header: [
    ['BerichtCode', 'LDT_BerichtCode'],
    ['BerichtVersie', 'LDT_BerichtVersie'],
    ['BerichtSubversie', 'LDT_BerichtSubversie'],
    ['Afzender', 'LDT_Gemeente'],
    ['Ontvanger', 'LDT_AgbCode'],
    ['BerichtIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsdVersie', 'CDT_XsdVersie'],
    ['IdentificatieRetour', 'LDT_IdentificatieBericht'],
    ['DagtekeningRetour', 'LDT_Datum'],
    ['XsltVersie', 'LDT_Versie', '0..1'],
    ['XsdVersieRetour', 'CDT_XsdVersie'],
    ['RetourCodes', 'RetourCodes', '0..1'],
  ],
  RetourCodes: [['RetourCode', 'LDT_RetourCode', '1..n']],
  Antwoord: [
    ['ReferentieAanbieder', 'LDT_Referentie'],
    ['VerzoekAntwoord', 'LDT_VerzoekAntwoord'],
    ['RedenAfwijzingVerzoek', 'LDT_RedenAfwijzingVerzoek', '0..1'],
    ['Woonplaatsbeginsel', 'Woonplaatsbeginsel', '0..1', { only: 'ijw' }],
    ['RetourCodes', 'RetourCodes'],
  ],
  Woonplaatsbeginsel: [
    ['Gemeente', 'LDT_Gemeente'],
    ['RetourCodes', 'RetourCodes'],
  ],
}
