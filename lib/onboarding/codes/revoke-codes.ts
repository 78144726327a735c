import type { Actor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { CodeKind } from '#/lib/generated/prisma/enums.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Ends the codes that a person could still use, or those of one kind, and logs each with why. In the caller's transaction. */
export async function revokeCodes(
  tx: Tx,
  actor: Actor,
  member: { readonly id: string; readonly organisationId: string },
  reasonCode: 'REPLACED' | 'BLOCKED' | 'LOCKED' | 'NOMINATION_WITHDRAWN',
  kind?: CodeKind,
): Promise<void> {
  const revoked = await tx.verificationCode.updateManyAndReturn({
    where: { memberId: member.id, usedAt: null, revokedAt: null, ...(kind === undefined ? {} : { kind }) },
    data: { revokedAt: clock.now() },
    select: { id: true },
  })
  for (const { id } of revoked)
    await recordAudit(tx, actor, {
      event: 'code.revoked',
      reasonCode,
      organisationId: member.organisationId,
      subject: { kind: 'member', id: member.id },
      object: { kind: 'code', id },
    })
}
