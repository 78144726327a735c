import type { ProductRole } from '#/lib/access/actor.ts'
import { PRODUCTS, type Product } from '#/lib/access/products.ts'
import type { SaveRoles } from '#/lib/organisations/members/schema.ts'

export type RolesByProduct = Readonly<Partial<Record<Product, ProductRole>>>

/** What changes for one product; `from` or `to` is null where there was or will be no role. */
export type RoleChange = {
  readonly product: Product
  readonly from: ProductRole | null
  readonly to: ProductRole | null
}

/** The changes that lead from the roles somebody has to the chosen ones; none where nothing changes. */
export function roleChanges(current: RolesByProduct, chosen: Pick<SaveRoles, Product>): readonly RoleChange[] {
  return PRODUCTS.flatMap((product) => {
    const from = current[product] ?? null
    const choice = chosen[product]
    const to = choice === 'GEEN' ? null : choice
    return from === to ? [] : [{ product, from, to }]
  })
}

/**
 * What becomes of the live sessions of somebody whose roles change: who loses something is out at once and logs in again,
 * who only gets something works on under a new token (ASVS 7.2.4, 7.4.2).
 */
export function sessionsAfter(changes: readonly RoleChange[]): 'end' | 'renew' | 'leave' {
  if (changes.some(({ from }) => from !== null)) return 'end'
  return changes.length > 0 ? 'renew' : 'leave'
}
