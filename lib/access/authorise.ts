import type { Actor, MemberActor, SoftwareActor, StaffActor, SystemActor } from '#/lib/access/actor.ts'
import {
  type ManagerPermission,
  type MemberPermission,
  PERMISSIONS,
  type Permission,
  type PermissionRule,
  type ProductPermission,
  type SoftwarePermission,
  type StaffPermission,
  type SystemPermission,
} from '#/lib/access/permissions.ts'
import type { Product } from '#/lib/access/products.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'

declare const granted: unique symbol

/** Proof that `authorise` ran. Repositories accept nothing else, so an unchecked query does not compile. */
export type OrganisationScope<P extends Permission = Permission> = {
  readonly [granted]: P
  readonly organisationId: string
  readonly realm: Realm
}

/** The proof for what is one person's alone: the database shows its transaction the rows of no colleague. */
export type PersonScope<P extends Permission = Permission> = OrganisationScope<P> & { readonly memberId: string }

/** The proof for one product of one gemeente. */
export type ProductScope<P extends Permission = Permission, Q extends Product = Product> = OrganisationScope<P> & {
  readonly product: Q
}

/** The proof for the operator's staff: gemeenten, agreements, people and codes of all gemeenten, never berichten. */
export type StaffScope<P extends Permission = Permission> = { readonly [granted]: P; readonly realm: Realm }

/** The proof for the portal's own jobs over all gemeenten. */
export type JobScope<P extends Permission = Permission> = { readonly [granted]: P; readonly realm: Realm }

/** Tells whether the actor holds the permission, for the product where it is one of a product. For menus; use cases authorise. */
export function holds(actor: Actor, permission: Permission, product?: Product): boolean {
  const rule: PermissionRule = PERMISSIONS[permission]
  switch (rule.holder) {
    case 'staff':
      return actor.kind === 'staff'
    case 'software':
      return (
        actor.kind === 'software' &&
        product !== undefined &&
        rule.products.includes(product) &&
        actor.products.includes(product)
      )
    case 'system':
      return actor.kind === 'system'
    case 'member':
      return actor.kind === 'member' && rule.states.includes(actor.state)
    case 'manager':
      return actor.kind === 'member' && actor.state === 'ACTIEF' && actor.isManager
    case 'product-role':
      return (
        actor.kind === 'member' &&
        actor.state === 'ACTIEF' &&
        product !== undefined &&
        rule.products.includes(product) &&
        actor.roles[product] === rule.role
      )
  }
}

function demand(actor: Actor, permission: Permission, product?: Product): void {
  if (!holds(actor, permission, product)) throw new ForbiddenError(product ? `${permission}:${product}` : permission)
}

const realmOf = (organisationId: string): Realm => ({ kind: 'organisatie', organisationId })

/** Checks a permission of a product for somebody of a gemeente. Throws ForbiddenError. */
export function authoriseProduct<P extends ProductPermission, Q extends Product>(
  actor: Actor,
  permission: P,
  product: Q,
): { readonly scope: ProductScope<P, Q>; readonly member: MemberActor } {
  demand(actor, permission, product)
  const member = actor as MemberActor
  const scope = { organisationId: member.organisationId, realm: realmOf(member.organisationId), product }
  return { scope: scope as ProductScope<P, Q>, member }
}

/** Checks a permission of a gebruikersbeheerder, or of everybody about the own registration. Throws ForbiddenError. */
export function authorise<P extends ManagerPermission | MemberPermission>(
  actor: Actor,
  permission: P,
): { readonly scope: OrganisationScope<P>; readonly member: MemberActor } {
  demand(actor, permission)
  const member = actor as MemberActor
  const scope = { organisationId: member.organisationId, realm: realmOf(member.organisationId) }
  return { scope: scope as OrganisationScope<P>, member }
}

/** Checks a permission about what is the own alone, such as one's notifications. Throws ForbiddenError. */
export function authoriseOwn<P extends MemberPermission>(
  actor: Actor,
  permission: P,
): { readonly scope: PersonScope<P>; readonly member: MemberActor } {
  demand(actor, permission)
  const member = actor as MemberActor
  const { organisationId, memberId } = member
  const realm: Realm = { kind: 'organisatie', organisationId, memberId }
  return { scope: { organisationId, memberId, realm } as PersonScope<P>, member }
}

/** Checks a permission of the servicedesk. Throws ForbiddenError. */
export function authoriseStaff<P extends StaffPermission>(
  actor: Actor,
  permission: P,
): { readonly scope: StaffScope<P>; readonly staff: StaffActor } {
  demand(actor, permission)
  const scope = { realm: { kind: 'servicedesk' } as const }
  return { scope: scope as StaffScope<P>, staff: actor as StaffActor }
}

/** Checks a permission of a gemeente's software, for one product. Throws ForbiddenError. */
export function authoriseSoftware<P extends SoftwarePermission, Q extends Product>(
  actor: Actor,
  permission: P,
  product: Q,
): { readonly scope: ProductScope<P, Q>; readonly software: SoftwareActor } {
  demand(actor, permission, product)
  const software = actor as SoftwareActor
  const scope = { organisationId: software.organisationId, realm: realmOf(software.organisationId), product }
  return { scope: scope as ProductScope<P, Q>, software }
}

/** Checks a permission of the portal itself for what is of no product. Throws ForbiddenError. */
export function authoriseJob<P extends SystemPermission>(
  actor: Actor,
  permission: P,
): { readonly scope: JobScope<P>; readonly system: SystemActor } {
  demand(actor, permission)
  return { scope: { realm: { kind: 'systeem' } } as JobScope<P>, system: actor as SystemActor }
}

/** Checks a permission of the portal itself, for one gemeente and product. Throws ForbiddenError. */
export function authoriseSystem<P extends SystemPermission, Q extends Product>(
  actor: Actor,
  permission: P,
  organisationId: string,
  product: Q,
): { readonly scope: ProductScope<P, Q>; readonly system: SystemActor } {
  demand(actor, permission)
  const scope = { organisationId, realm: realmOf(organisationId), product }
  return { scope: scope as ProductScope<P, Q>, system: actor as SystemActor }
}
