import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock, HOUR_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'
import { Circuit } from '#/lib/wlz/circuit.ts'
import { askRegister, type RegisterFault } from '#/lib/wlz/ciz-client.ts'
import type { WlzAnswer, WlzQuestion } from '#/lib/wlz/question.ts'

const PRODUCT = 'wlz-registertoets'
/** More in an hour is no work of a person: it is trying out numbers. */
const LIMIT = { name: 'wlz-registertoets', max: 60, windowSeconds: 3_600 }
/** So many questions of one person in an hour are told to the gebruikersbeheerders, once. */
const UNUSUAL = 30

/** A question that was answered, with what a print of it must say. */
export type Consulted = WlzQuestion & { readonly answer: WlzAnswer; readonly at: Date; readonly byName: string }

/** Why a question has no answer. `future`: nobody knows. `paused`: the register did not answer five times in a row. */
export type ConsultFault = RegisterFault | 'future' | 'too_often' | 'paused'

const circuit = () => sharedState('wlz-circuit', () => new Circuit())

type Asking = {
  readonly scope: ProductScope<'wlz.consult'>
  readonly member: MemberActor
  readonly question: WlzQuestion
}

const logged = ({ scope, question: { bsn, peildatum, grond } }: Asking) => ({
  subject: clientSubject(scope.organisationId, bsn),
  object: { kind: 'organisation' as const, id: scope.organisationId },
  basis: `gebruiker ${PRODUCT}`,
  details: { peildatum, grond },
})

/**
 * Writes down who is about to ask after whom and why, before anybody is asked: without the row there is no question. Tells the
 * gebruikersbeheerders of a number that is unusual for one person.
 */
async function begin(asking: Asking, count: number): Promise<void> {
  const { scope, member } = asking
  await inTransaction(scope.realm, async (tx) => {
    await recordAudit(tx, member, { event: 'wlz.asked', ...logged(asking) })
    if (count !== UNUSUAL) return
    const mail = { to: { kind: 'managers', id: scope.organisationId }, template: 'wlz-unusual', params: {} } as const
    const hour = Math.floor(clock.now().getTime() / HOUR_MS)
    await enqueue(tx, sendMail, mail, { id: rowIdOfForm(`wlz ${hour}`, member.memberId) })
  })
}

async function ask({ question, member }: Asking): Promise<Result<WlzAnswer, ConsultFault>> {
  if (!circuit().admits(clock.now())) return err('paused')
  const answer = await askRegister(question, member.origin.requestId)
  if (answer.ok || answer.error === 'refused') circuit().succeeded()
  else circuit().failed(clock.now())
  return answer
}

/**
 * Asks the register of the CIZ whether somebody had a Wlz-indicatie on a day. Who asked after whom (as a keyed hash), when and why
 * is in the log; the answer is not, and the Bsn is kept nowhere. What is not known is a fault, never "no". Throws ForbiddenError.
 */
export async function consultRegister(actor: Actor, question: WlzQuestion): Promise<Result<Consulted, ConsultFault>> {
  const { scope, member } = authoriseProduct(actor, 'wlz.consult', PRODUCT)
  if (question.peildatum > dayInAmsterdam(clock.now())) return err('future')
  const verdict = await countAgainst(LIMIT, member.memberId)
  if (!verdict.allowed) return err('too_often')
  const asking = { scope, member, question }
  await begin(asking, verdict.count)
  const answer = await ask(asking)
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'wlz.answered',
      ...logged(asking),
      ...(answer.ok ? {} : { result: 'error', reasonCode: answer.error }),
    }),
  )
  if (!answer.ok) return answer
  return ok({ ...question, answer: answer.value, at: clock.now(), byName: member.displayName })
}
