import type { Actor } from '#/lib/access/actor.ts'
import { markAnswer } from '#/lib/berichten/answering/answer-mark.ts'
import type { AnswerState } from '#/lib/berichten/answering/answer-state.ts'
import { findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { foundCodes } from '#/lib/berichten/answering/found-codes.ts'
import { readAsked } from '#/lib/berichten/answering/read-asked.ts'
import { type SendFault, sendAnswer } from '#/lib/berichten/answering/send-answer.ts'
import type { Unreadable } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { type RetourJudgement, writeRetour } from '#/lib/istandaarden/answers/write-retour.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { err, type Result } from '#/lib/platform/result.ts'

/** `not_asked`: this bericht takes no such answer. `nothing_found`: there is nothing to refuse it with. */
export type AnswerFault = SendFault | Unreadable | 'not_asked' | 'nothing_found'

/** Whether a bericht in which the portal found something beside earlier ones is refused for it. */
export type AnswerRetour = BerichtAddress & { readonly isRefused: boolean }

function judgementOf(state: AnswerState, isRefused: boolean, client: ReadElement | null): RetourJudgement | null {
  if (state.isFaulty) return { kind: 'technical' }
  if (!isRefused) return { kind: 'good' }
  const found = state.retour?.found ?? []
  return found.length === 0 || client === null ? null : { kind: 'found', codes: foundCodes(found), client }
}

/**
 * Makes and delivers the retourbericht on a received bericht. Content that breaks the rules is refused, as the portal found when
 * it came. What the portal found beside earlier berichten is for the gemeente to judge: it may know more. Throws ForbiddenError
 * and NotFoundError.
 */
export async function answerRetour(
  actor: Actor,
  { isRefused, ...address }: AnswerRetour,
  signal: AbortSignal,
): Promise<Result<BerichtView, AnswerFault>> {
  const asked = await findAsked(actor, address)
  const { row, state, lost } = asked
  if (state === null) return err('unreadable')
  if (state.retour === null) return err('not_asked')
  if (state.retour.isMade) return err('already')
  let client: ReadElement | null = null
  const content = await readAsked(asked, signal, (one) => {
    client = one
  })
  if (!content.ok) return content
  const judgement = judgementOf(state, isRefused, client)
  if (judgement === null) return err('nothing_found')
  const { soort } = state.retour
  const subject = { organisationId: row.organisationId, askedId: row.id, soort: soort.soort, about: [] }
  const mark = markAnswer({ ...subject, lost: lost.get(soort.soort) ?? 0 })
  const xml = writeRetour(soort, content.value.header, mark, judgement)
  return sendAnswer(asked, soort.soort, mark, xml, signal)
}
