'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { defineAction } from '#/app/_server/define-action.ts'
import {
  declarationWording,
  fieldFault,
  requestWording,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/answer-wording.ts'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { Actor } from '#/lib/access/actor.ts'
import { answerDeclaration, type DeclarationDecision } from '#/lib/berichten/answering/answer-declaration.ts'
import { DecisionForm, DeclarationForm, RetourForm } from '#/lib/berichten/answering/answer-forms.ts'
import { answerRequest } from '#/lib/berichten/answering/answer-request.ts'
import { answerRetour } from '#/lib/berichten/answering/answer-retour.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { LOOKED_INTO } from '#/lib/istandaarden/answers/decision-codes.ts'
import type { Decision } from '#/lib/istandaarden/answers/write-decision.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Reading the largest declaratie and delivering the answer takes a few seconds. */
const ANSWERING_MS = 60_000
const signal = () => AbortSignal.timeout(ANSWERING_MS)

const showAnswer = async ({ product, id }: BerichtView) => redirect(`${listPath(product)}/${id}?beantwoord`)

/** Sends the retourbericht that the portal's own findings ask for. */
export const answerRetourAction = defineAction({
  schema: RetourForm,
  run: (actor: Actor, { oordeel, ...address }) =>
    answerRetour(actor, { ...address, isRefused: oordeel === 'afwijzen' }, signal()),
  fieldWording: fieldFault,
  wording: (error, { locale }) => translator(locale, 'berichten')(`answering.faults.${error}`),
  onOk: showAnswer,
})

const decisionOf = ({ antwoord, reden, gemeente }: z.infer<typeof DecisionForm>): Decision =>
  antwoord === LOOKED_INTO ? { antwoord } : { antwoord, reden: reden ?? '', gemeente: gemeente || undefined }

/** Sends a 319 on one request. */
export const answerRequestAction = defineAction({
  schema: DecisionForm,
  run: (actor: Actor, form) =>
    answerRequest(actor, { ...addressOf(form), verzoek: form.verzoek, decision: decisionOf(form) }, signal()),
  fieldWording: fieldFault,
  wording: requestWording,
  onOk: showAnswer,
})

function judgementOf({ oordeel, code = '', regels = '' }: z.infer<typeof DeclarationForm>): DeclarationDecision {
  if (oordeel === 'alles') return { kind: 'granted' }
  if (oordeel === 'technisch') return { kind: 'technical' }
  return oordeel === 'geheel' ? { kind: 'refused', code } : { kind: 'partly', lines: regels }
}

const addressOf = ({ product, berichtId }: Pick<z.infer<typeof RetourForm>, 'product' | 'berichtId'>) => ({
  product,
  berichtId,
})

/** Sends the 325 on a declaratie. */
export const answerDeclarationAction = defineAction({
  schema: DeclarationForm,
  run: (actor: Actor, form) => answerDeclaration(actor, { ...addressOf(form), decision: judgementOf(form) }, signal()),
  fieldWording: fieldFault,
  wording: declarationWording,
  onOk: showAnswer,
})
