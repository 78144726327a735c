import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { clock } from '#/lib/platform/clock.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { GuardedFault } from '#/lib/wlz/guarded-register.ts'
import { faultOf, putQuestion } from '#/lib/wlz/put-question.ts'
import type { WlzAnswer, WlzQuestion } from '#/lib/wlz/question.ts'

const PRODUCT = 'wlz-registertoets'
/** More in an hour is no work of a person: it is trying out numbers. */
const LIMIT = { name: 'wlz-registertoets', max: 60, windowSeconds: 3_600 }
/** So many questions of one person in an hour are told to the gebruikersbeheerders, once. */
const UNUSUAL = 30

/** A question that was answered, with what a print of it must say. */
export type Consulted = WlzQuestion & {
  readonly answer: WlzAnswer
  readonly at: Date
  readonly byName: string
  /** Name of the gemeente. */
  readonly gemeente: string
  /** The request, as the log names it. */
  readonly reference: string
}

/** Why a question has no answer: nobody knows. `future`, `real_person`: it was not put. */
export type ConsultFault = GuardedFault | 'future' | 'real_person' | 'too_often'

/**
 * Asks the register of the CIZ whether somebody had a Wlz-indicatie on a day. Who asked after whom (as a keyed hash), when and why
 * is in the log; the answer is not, and the Bsn is kept nowhere. What is not known is a fault, never "no". Throws ForbiddenError.
 */
export async function consultRegister(actor: Actor, question: WlzQuestion): Promise<Result<Consulted, ConsultFault>> {
  const { scope, member } = authoriseProduct(actor, 'wlz.consult', PRODUCT)
  const fault = faultOf(question)
  if (fault !== null) return err(fault)
  const verdict = await countAgainst(LIMIT, member.memberId)
  if (!verdict.allowed) return err('too_often')
  const unusual = verdict.count === UNUSUAL ? member.memberId : null
  const answer = await putQuestion({ scope, actor: member, question, basis: `gebruiker ${PRODUCT}`, unusual })
  if (!answer.ok) return answer
  const { displayName, organisationName, origin } = member
  return ok({
    ...question,
    answer: answer.value,
    at: clock.now(),
    byName: displayName,
    gemeente: organisationName,
    reference: origin.requestId,
  })
}
