import type { Actor } from '#/lib/access/actor.ts'
import { markAnswer } from '#/lib/berichten/answering/answer-mark.ts'
import type { AnswerFault } from '#/lib/berichten/answering/answer-retour.ts'
import type { RequestState } from '#/lib/berichten/answering/answer-state.ts'
import { findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { readAsked, requestsOf } from '#/lib/berichten/answering/read-asked.ts'
import { sendAnswer } from '#/lib/berichten/answering/send-answer.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { LOOKED_INTO } from '#/lib/istandaarden/answers/decision-codes.ts'
import { type Decision, writeDecision } from '#/lib/istandaarden/answers/write-decision.ts'
import { childValue } from '#/lib/istandaarden/reading/read-element.ts'
import { err, type Result } from '#/lib/platform/result.ts'

export type AnswerRequest = BerichtAddress & {
  /** Which of the requests of the bericht, counted from 1 in the order of the file. */
  readonly verzoek: number
  readonly decision: Decision
}

/** `decided`: a final answer was given (TR365). `looked_into`: that may be said only once, and only as first answer (TR360). */
export type RequestFault = AnswerFault | 'decided' | 'looked_into'

function faultOf(state: RequestState | undefined, { antwoord }: Decision): RequestFault | null {
  // What is known of a request can be gone before its content is: then the other side judges.
  if (state === 'BESLIST') return 'decided'
  return state === 'IN_ONDERZOEK' && antwoord === LOOKED_INTO ? 'looked_into' : null
}

/**
 * Makes and delivers the 319 on one request of a received 315 or 317: refused with a reason, or being looked into. Throws
 * ForbiddenError and NotFoundError.
 */
export async function answerRequest(
  actor: Actor,
  { verzoek, decision, ...address }: AnswerRequest,
  signal: AbortSignal,
): Promise<Result<BerichtView, RequestFault>> {
  const asked = await findAsked(actor, address)
  const { row, state, lost } = asked
  if (state === null) return err('unreadable')
  if (state.decision === null) return err('not_asked')
  const fault = faultOf(state.decision.requests[verzoek - 1], decision)
  if (fault !== null) return err(fault)
  const references: (string | null)[] = []
  const content = await readAsked(asked, signal, (client) => {
    for (const request of requestsOf(client)) references.push(childValue(request, 'ReferentieAanbieder'))
  })
  if (!content.ok) return content
  const referentie = references[verzoek - 1]
  if (!referentie) return err('not_asked')
  const { soort } = state.decision
  const mark = markAnswer({
    organisationId: row.organisationId,
    askedId: row.id,
    soort: soort.soort,
    about: [referentie, decision.antwoord],
    lost: lost.get(soort.soort) ?? 0,
  })
  const xml = writeDecision(soort, content.value.header, mark, referentie, decision)
  return sendAnswer(asked, soort.soort, mark, xml, signal)
}
