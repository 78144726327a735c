import type { Tx } from '#/lib/platform/db/client.ts'

/** Somebody who waits for a code, locked until the end of the transaction; null for who does not (any more). */
export async function lockWaitingMember(
  tx: Tx,
  memberId: string,
): Promise<{ readonly id: string; readonly organisationId: string } | null> {
  const [member] = await tx.$queryRaw<{ id: string; organisation_id: string; state: string }[]>`
    SELECT id, organisation_id, state FROM member WHERE id = ${memberId}::uuid FOR UPDATE`
  return member?.state === 'VERIFICATIE' ? { id: member.id, organisationId: member.organisation_id } : null
}
