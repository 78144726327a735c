import type { Actor } from '#/lib/access/actor.ts'
import { authoriseSoftware } from '#/lib/access/authorise.ts'
import { clock } from '#/lib/platform/clock.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { GuardedFault } from '#/lib/wlz/guarded-register.ts'
import { faultOf, putQuestion } from '#/lib/wlz/put-question.ts'
import type { WlzAnswer } from '#/lib/wlz/question.ts'
import type { SoftwareQuestion } from '#/lib/wlz/software/question.ts'

const PRODUCT = 'wlz-registertoets'
/** Per gemeente: enough for those who handle requests all day, and too little to go through a list of numbers. */
const OF_GEMEENTE = { name: 'wlz-software', max: 600, windowSeconds: 3_600 }
/** Per person on whose behalf is asked: as at the page. */
const OF_PERSON = { name: 'wlz-software-namens', max: 60, windowSeconds: 3_600 }
/** So many in an hour are told to the gebruikersbeheerders, once each. */
const UNUSUAL = { ofGemeente: 300, ofPerson: 30 }

/** An answer of the register, and when it was given. */
export type SoftwareConsulted = { readonly answer: WlzAnswer; readonly at: Date }

/** Why there is no answer: nobody knows. `too_often`: ask again after so many seconds. */
export type SoftwareFault =
  | { readonly kind: GuardedFault | 'future' | 'real_person' }
  | { readonly kind: 'too_often'; readonly retryAfterSeconds: number }

/**
 * Asks the register for software of a gemeente, known by its certificate: what `consultRegister` does for a person, with the same
 * grounds, rows in the log and limits, and one for the gemeente as a whole. Each call is a question of its own. Throws ForbiddenError.
 */
export async function consultBySoftware(
  actor: Actor,
  { namens, ...question }: SoftwareQuestion,
): Promise<Result<SoftwareConsulted, SoftwareFault>> {
  const { scope, software } = authoriseSoftware(actor, 'wlz.consult-by-software', PRODUCT)
  const fault = faultOf(question)
  if (fault !== null) return err({ kind: fault })
  const person = keyedHash('wlz/namens', `${scope.organisationId} ${namens}`)
  // Of the person first: what one person asks too much does not use up the room of the others.
  const ofPerson = await countAgainst(OF_PERSON, person)
  const ofGemeente = ofPerson.allowed ? await countAgainst(OF_GEMEENTE, scope.organisationId) : ofPerson
  if (!ofGemeente.allowed) return err({ kind: 'too_often', retryAfterSeconds: ofGemeente.retryAfterSeconds })
  const ofSoftware = ofGemeente.count === UNUSUAL.ofGemeente ? 'software' : null
  const unusual = ofPerson.count === UNUSUAL.ofPerson ? person : ofSoftware
  const asking = { scope, actor: software, question, basis: `software ${PRODUCT}`, namens, unusual }
  const answer = await putQuestion(asking)
  return answer.ok ? ok({ answer: answer.value, at: clock.now() }) : err({ kind: answer.error })
}
