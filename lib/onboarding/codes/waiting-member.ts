import type { Tx } from '#/lib/platform/db/client.ts'

type Person = { readonly id: string; readonly organisationId: string }

/** Somebody, locked until the end of the transaction; null when there is nobody of that id. */
export async function lockMember(tx: Tx, memberId: string): Promise<(Person & { readonly state: string }) | null> {
  const [member] = await tx.$queryRaw<{ id: string; organisation_id: string; state: string }[]>`
    SELECT id, organisation_id, state FROM member WHERE id = ${memberId}::uuid FOR UPDATE`
  return member ? { id: member.id, organisationId: member.organisation_id, state: member.state } : null
}

/** Somebody who waits for a code, locked until the end of the transaction; null for who does not (any more). */
export async function lockWaitingMember(tx: Tx, memberId: string): Promise<Person | null> {
  const member = await lockMember(tx, memberId)
  return member?.state === 'VERIFICATIE' ? { id: member.id, organisationId: member.organisationId } : null
}
