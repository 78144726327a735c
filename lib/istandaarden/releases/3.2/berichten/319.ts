import type { Structure } from '#/lib/istandaarden/release.ts'

/** Structure of bericht 319: per type its children in the order in which they must stand. */
export const structure319: Structure = {
  Root: [
    ['Header', 'Header'],
    ['Antwoord', 'Antwoord'],
  ],
  Header: [
    ['BerichtCode', 'LDT_BerichtCode'],
    ['BerichtVersie', 'LDT_BerichtVersie'],
    ['BerichtSubversie', 'LDT_BerichtSubversie'],
    ['Afzender', 'LDT_Gemeente'],
    ['Ontvanger', 'LDT_AgbCode'],
    ['BerichtIdentificatie', 'CDT_BerichtIdentificatie'],
    ['XsdVersie', 'CDT_XsdVersie'],
  ],
  Antwoord: [
    ['ReferentieAanbieder', 'LDT_Referentie'],
    ['VerzoekAntwoord', 'LDT_VerzoekAntwoord'],
    ['RedenAfwijzingVerzoek', 'LDT_RedenAfwijzingVerzoek', '0..1'],
    ['Woonplaatsbeginsel', 'Woonplaatsbeginsel', '0..1', { only: 'ijw' }],
  ],
  Woonplaatsbeginsel: [['Gemeente', 'LDT_Gemeente']],
}
