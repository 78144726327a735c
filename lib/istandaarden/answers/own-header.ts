import { requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import type { AnswerMark } from '#/lib/istandaarden/answers/write-retour.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'

/** The header of an answer that is a bericht of its own (319, 325): the parties are those of what it answers, turned round. */
export function ownHeader(soort: Berichtsoort, asked: ReadElement, { identificatie, dagtekening }: AnswerMark) {
  const { basisschemaXsdVersie, berichtXsdVersie } = releaseOf(soort).release.answers
  return {
    Afzender: requiredValue(asked, 'Ontvanger'),
    Ontvanger: requiredValue(asked, 'Afzender'),
    BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: dagtekening },
    XsdVersie: { BasisschemaXsdVersie: basisschemaXsdVersie, BerichtXsdVersie: berichtXsdVersie },
  }
}
