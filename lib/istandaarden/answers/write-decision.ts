import { type LOOKED_INTO, REFUSED } from '#/lib/istandaarden/answers/decision-codes.ts'
import { ownHeader } from '#/lib/istandaarden/answers/own-header.ts'
import type { AnswerMark } from '#/lib/istandaarden/answers/write-retour.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { writeBericht } from '#/lib/istandaarden/writing/write-bericht.ts'

/** What the gemeente says of one request. */
export type Decision =
  | { readonly antwoord: typeof LOOKED_INTO }
  | {
      readonly antwoord: typeof REFUSED
      readonly reden: string
      /** The gemeente that is responsible, with WOONPLAATSBEGINSEL only. */
      readonly gemeente?: string | undefined
    }

/** The 319 on one request of a 315 or 317. A request that is granted is answered by a 301, not by this. */
export function writeDecision(
  soort: Berichtsoort,
  askedHeader: ReadElement,
  mark: AnswerMark,
  referentieAanbieder: string,
  decision: Decision,
): string {
  const refusal = decision.antwoord === REFUSED ? decision : null
  const gemeente = refusal?.gemeente
  return writeBericht(soort, {
    Header: ownHeader(soort, askedHeader, mark),
    Antwoord: {
      ReferentieAanbieder: referentieAanbieder,
      VerzoekAntwoord: decision.antwoord,
      RedenAfwijzingVerzoek: refusal?.reden,
      Woonplaatsbeginsel: gemeente === undefined ? undefined : { Gemeente: gemeente },
    },
  })
}
