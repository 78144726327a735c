import type { Actor } from '#/lib/access/actor.ts'
import { markAnswer } from '#/lib/berichten/answering/answer-mark.ts'
import { findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { readAsked } from '#/lib/berichten/answering/read-asked.ts'
import { type SendFault, sendAnswer } from '#/lib/berichten/answering/send-answer.ts'
import type { Unreadable } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { writeRetour } from '#/lib/istandaarden/answers/write-retour.ts'
import { err, type Result } from '#/lib/platform/result.ts'

/** `not_asked`: this bericht takes no such answer. */
export type AnswerFault = SendFault | Unreadable | 'not_asked'

/**
 * Makes and delivers the retourbericht on a received bericht: that nothing is wrong with it, or that its content breaks the
 * rules, as the portal found when it came. Throws ForbiddenError and NotFoundError.
 */
export async function answerRetour(
  actor: Actor,
  address: BerichtAddress,
  signal: AbortSignal,
): Promise<Result<BerichtView, AnswerFault>> {
  const asked = await findAsked(actor, address)
  const { row, state, lost } = asked
  if (state === null) return err('unreadable')
  if (state.retour === null) return err('not_asked')
  if (state.retour.isMade) return err('already')
  const content = await readAsked(asked, signal)
  if (!content.ok) return content
  const { soort } = state.retour
  const subject = { organisationId: row.organisationId, askedId: row.id, soort: soort.soort, about: [] }
  const mark = markAnswer({ ...subject, lost: lost.get(soort.soort) ?? 0 })
  const xml = writeRetour(soort, content.value.header, mark, state.isFaulty)
  return sendAnswer(asked, soort.soort, mark, xml, signal)
}
