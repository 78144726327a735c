import { v7 } from 'uuid'
import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { TEST_ORIGIN } from '#/tests/support/world.ts'

/** Somebody who is Gebruiker of a product at gemeente 9901, without a row in any database. Every call is somebody else. */
export const actorOf = (product: BerichtProduct): MemberActor => ({
  kind: 'member',
  userId: v7(),
  memberId: v7(),
  sessionId: v7(),
  organisationId: v7(),
  organisationName: 'Voorbeeldstad',
  gemeenteCode: '9901',
  displayName: 'A. Jansen',
  state: 'ACTIEF',
  isManager: false,
  roles: { [product]: 'GEBRUIKER' },
  loa: 'loa3',
  brokerId: 'kpn',
  authnInstant: new Date('2026-11-23T08:00:00.000Z'),
  origin: TEST_ORIGIN,
})
