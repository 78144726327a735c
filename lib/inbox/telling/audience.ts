import type { ProductRole } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Somebody who can be told of a product. */
export type Listener = {
  readonly memberId: string
  readonly organisationId: string
  readonly product: string
  readonly role: ProductRole
}

/** So many agreements must be in force before anybody of a gemeente gets in (product chapter 2). */
const AGREEMENTS_NEEDED = 2

/** That the member `m` can get in now: not waiting, not blocked, of a gemeente whose agreements are in force. */
export const CAN_GET_IN = Prisma.sql`m.state = 'ACTIEF' AND (SELECT count(*) FROM agreement a
  WHERE a.organisation_id = m.organisation_id AND a.withdrawn_at IS NULL) >= ${AGREEMENTS_NEEDED}`

/** Everybody of these gemeenten with a role for a product. In the realm of jobs. */
export async function findAudience(tx: Tx, organisationIds: readonly string[]): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT m.id AS "memberId", m.organisation_id AS "organisationId", r.product, r.role
    FROM member m JOIN member_role r ON r.member_id = m.id
    WHERE m.organisation_id = ANY (${[...organisationIds]}::uuid[]) AND ${CAN_GET_IN}`
}

/** Somebody who can get in and has an address, with the roles of this moment. */
export type Reader = {
  readonly email: string
  readonly gemeente: string
  readonly roles: Readonly<Partial<Record<Product, ProductRole>>>
}

/** The person as a mail finds them now; null for who cannot get in, or has no address. In the realm of jobs. */
export async function findReader(tx: Tx, memberId: string): Promise<Reader | null> {
  const [reader] = await tx.$queryRaw<Reader[]>`
    SELECT m.email, o.name AS gemeente, coalesce(
      (SELECT jsonb_object_agg(r.product, r.role) FROM member_role r WHERE r.member_id = m.id), '{}') AS roles
    FROM member m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.id = ${memberId}::uuid AND m.email IS NOT NULL AND ${CAN_GET_IN}`
  return reader ?? null
}
