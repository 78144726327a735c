import type { MemberActor, SoftwareActor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { isTestBsn } from '#/lib/istandaarden/bsn.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock, HOUR_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import type { Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { askGuarded, type GuardedFault } from '#/lib/wlz/guarded-register.ts'
import type { WlzAnswer, WlzQuestion } from '#/lib/wlz/question.ts'

/** A question of somebody who may ask, within the limits. */
export type Asking = {
  readonly scope: ProductScope<'wlz.consult' | 'wlz.consult-by-software', 'wlz-registertoets'>
  readonly actor: MemberActor | SoftwareActor
  readonly question: WlzQuestion
  /** The task that is the ground for it in the log. */
  readonly basis: string
  /** On whose behalf software asks, as that software calls the person. */
  readonly namens?: string
  /** Whose questions have just become unusually many in this hour; null when they have not. */
  readonly unusual: string | null
}

/** Why a question is not put to anybody. `real_person`: the test environment asks after nobody real (BRS18). */
export function faultOf({ bsn, peildatum }: Pick<WlzQuestion, 'bsn' | 'peildatum'>): 'future' | 'real_person' | null {
  if (settings().omgeving === 'test' && !isTestBsn(bsn)) return 'real_person'
  return peildatum > dayInAmsterdam(clock.now()) ? 'future' : null
}

const logged = ({ scope, question: { bsn, peildatum, grond }, basis, namens }: Asking) => ({
  subject: clientSubject(scope.organisationId, bsn),
  object: { kind: 'organisation' as const, id: scope.organisationId },
  basis,
  details: { peildatum, grond, ...(namens === undefined ? {} : { namens }) },
})

/**
 * Writes down who is about to ask after whom and why, before anybody is asked: without the row there is no question. Tells the
 * gebruikersbeheerders of a number that is unusual.
 */
async function begin(asking: Asking): Promise<void> {
  const { scope, actor, unusual } = asking
  await inTransaction(scope.realm, async (tx) => {
    await recordAudit(tx, actor, { event: 'wlz.asked', ...logged(asking) })
    if (unusual === null) return
    const mail = { to: { kind: 'managers', id: scope.organisationId }, template: 'wlz-unusual', params: {} } as const
    const hour = Math.floor(clock.now().getTime() / HOUR_MS)
    await enqueue(tx, sendMail, mail, { id: rowIdOfForm(`wlz ${hour} ${unusual}`, scope.organisationId) })
  })
}

/**
 * Puts a question to the register, with a row in the log before and after it: who asked after whom (as a keyed hash), when and why. The
 * answer is not in the log, and the Bsn is kept nowhere.
 */
export async function putQuestion(asking: Asking): Promise<Result<WlzAnswer, GuardedFault>> {
  const { scope, actor, question } = asking
  await begin(asking)
  const answer = await askGuarded(question, actor.origin.requestId)
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, actor, {
      event: 'wlz.answered',
      ...logged(asking),
      ...(answer.ok ? {} : { result: 'error', reasonCode: answer.error }),
    }),
  )
  return answer
}
