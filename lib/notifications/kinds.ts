import type { ProductRole } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'

/** What people are told of, in the order of what they have to do with it. */
export const NOTIFICATION_KINDS = ['NIEUWE_BERICHTEN', 'KETENFOUT', 'TERMIJN', 'CERTIFICAAT', 'INSTELLINGEN'] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** Whom each kind is for: who has this role for the product that it is about. */
export const ROLE_OF_KIND: Readonly<Record<NotificationKind, ProductRole>> = {
  NIEUWE_BERICHTEN: 'GEBRUIKER',
  KETENFOUT: 'GEBRUIKER',
  TERMIJN: 'GEBRUIKER',
  CERTIFICAAT: 'PRODUCTBEHEERDER',
  INSTELLINGEN: 'PRODUCTBEHEERDER',
}

type Roles = Readonly<Partial<Record<Product, ProductRole>>>

/** Tells whether somebody with these roles is told of a kind, of this product or else of any. */
export const isTold = (roles: Roles, kind: NotificationKind, product?: Product): boolean =>
  product === undefined ? Object.values(roles).includes(ROLE_OF_KIND[kind]) : roles[product] === ROLE_OF_KIND[kind]
