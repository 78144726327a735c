import type { Actor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { CODE_REQUESTS_PER_DAY } from '#/lib/onboarding/codes/code-rules.ts'
import type { RequestCode } from '#/lib/onboarding/codes/request-schema.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import { ok, type Result } from '#/lib/platform/result.ts'

/**
 * "Vraag een nieuwe code aan": a task on the worklist of who makes the codes. The answer is always the same; more than
 * three a day make nothing, so that nobody can fill that list, and neither does the same form sent again.
 */
export async function requestCode(actor: Actor, input: RequestCode): Promise<Result<null, never>> {
  const { scope, member } = authorise(actor, 'code.request')
  return inTransaction(scope.realm, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${member.memberId}::uuid FOR UPDATE`
    const id = rowIdOfForm(input.formKey, member.memberId)
    if (await tx.codeRequest.findUnique({ where: { id }, select: { id: true } })) return ok(null)
    const now = clock.now()
    const lately = await tx.codeRequest.count({
      where: { memberId: member.memberId, requestedAt: { gt: new Date(now.getTime() - DAY_MS) } },
    })
    if (lately >= CODE_REQUESTS_PER_DAY) return ok(null)
    await tx.codeRequest.create({
      data: { id, organisationId: scope.organisationId, memberId: member.memberId, requestedAt: now },
    })
    await recordAudit(tx, member, { event: 'code.requested', subject: { kind: 'member', id: member.memberId } })
    await enqueue(tx, sendMail, {
      to: { kind: 'managers', id: scope.organisationId },
      template: 'new-code-requested',
      params: { gemeente: member.organisationName },
    })
    return ok(null)
  })
}
