import { partsOf, requiredChild, requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'
import { writeBericht } from '#/lib/istandaarden/writing/write-bericht.ts'

/** What an answer says of itself. `dagtekening` is `YYYY-MM-DD`. */
export type AnswerMark = { readonly identificatie: string; readonly dagtekening: string }

/** The retourcode of a bericht whose content breaks a rule (level 2). */
export const TECHNICALLY_REFUSED = '0001'

/**
 * The retourbericht on a whole bericht, a header only (IV028): without codes when nothing is wrong with it, with 0001 and the
 * version of the checks when its content breaks a rule. Parties and identification are copied from the heenbericht.
 */
export function writeRetour(
  retour: Berichtsoort,
  heenHeader: ReadElement,
  { identificatie, dagtekening }: AnswerMark,
  isRefused: boolean,
): string {
  const { basisschemaXsdVersie, berichtXsdVersie, xsltVersie } = releaseOf(retour).release.answers
  return writeBericht(retour, {
    Header: {
      Afzender: requiredValue(heenHeader, 'Afzender'),
      Ontvanger: requiredValue(heenHeader, 'Ontvanger'),
      BerichtIdentificatie: partsOf(requiredChild(heenHeader, 'BerichtIdentificatie')),
      XsdVersie: partsOf(requiredChild(heenHeader, 'XsdVersie')),
      IdentificatieRetour: identificatie,
      DagtekeningRetour: dagtekening,
      XsltVersie: isRefused ? xsltVersie : undefined,
      XsdVersieRetour: { BasisschemaXsdVersie: basisschemaXsdVersie, BerichtXsdVersie: berichtXsdVersie },
      RetourCodes: isRefused ? { RetourCode: TECHNICALLY_REFUSED } : undefined,
    },
  })
}
