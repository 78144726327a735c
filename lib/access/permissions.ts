import type { OnboardingState, ProductRole } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'

type ByProductRole = {
  readonly holder: 'product-role'
  readonly role: ProductRole
  readonly products: readonly Product[]
}
type ByManager = { readonly holder: 'manager' }
/** Everybody of a gemeente in these steps of the onboarding, for the own registration only. */
type ByMember = { readonly holder: 'member'; readonly states: readonly OnboardingState[] }
type ByStaff = { readonly holder: 'staff' }
/** Software of a gemeente, for those of these products that its certificate was registered for. */
type BySoftware = { readonly holder: 'software'; readonly products: readonly Product[] }
type BySystem = { readonly holder: 'system' }
export type PermissionRule = ByProductRole | ByManager | ByMember | ByStaff | BySoftware | BySystem

const berichten = { holder: 'product-role', role: 'GEBRUIKER', products: ['iwmo', 'ijw'] } as const
const register = { holder: 'product-role', role: 'GEBRUIKER', products: ['wlz-registertoets'] } as const
const settings = {
  holder: 'product-role',
  role: 'PRODUCTBEHEERDER',
  products: ['iwmo', 'ijw', 'wlz-registertoets'],
} as const
const manager = { holder: 'manager' } as const
const staff = { holder: 'staff' } as const

/**
 * Who may do what; everything not said here is refused (ASVS 8.2.1). Permissions of products and of managers are held in
 * state ACTIEF only. The roles matrix in the tests is generated from this table.
 */
export const PERMISSIONS = {
  'bericht.list': berichten,
  'bericht.read': berichten,
  'bericht.deliver': berichten,
  'bericht.fetch': berichten,
  'bericht.withdraw': berichten,
  'bericht.resend': berichten,
  'wlz.consult': register,
  'wlz.read-signals': register,
  'settings.read': settings,
  'settings.change': settings,
  'member.read': manager,
  'member.grant-role': manager,
  'member.block': manager,
  'member.end-session': manager,
  'code.issue': manager,
  'log.read': manager,
  'profile.save': { holder: 'member', states: ['PROFIEL'] },
  'profile.change': { holder: 'member', states: ['ACTIEF'] },
  'profile.read': { holder: 'member', states: ['PROFIEL', 'VERIFICATIE', 'ACTIEF'] },
  'draft.keep': { holder: 'member', states: ['PROFIEL', 'ACTIEF'] },
  'code.verify': { holder: 'member', states: ['VERIFICATIE'] },
  'code.request': { holder: 'member', states: ['VERIFICATIE'] },
  'dashboard.read': { holder: 'member', states: ['ACTIEF'] },
  'session.own': { holder: 'member', states: ['ACTIEF'] },
  'notification.own': { holder: 'member', states: ['ACTIEF'] },
  'staff-session.own': staff,
  'organisation.read': staff,
  'organisation.register': staff,
  'agreement.register': staff,
  'manager.nominate': staff,
  'manager-code.issue': staff,
  'manager.grant-role': staff,
  'reference.search': staff,
  'log.read-all': staff,
  'chain.read': staff,
  'chain.resend': staff,
  'bericht.deliver-by-software': { holder: 'software', products: ['iwmo', 'ijw'] },
  'wlz.consult-by-software': { holder: 'software', products: ['wlz-registertoets'] },
  'bericht.receive': { holder: 'system' },
  'bericht.expire': { holder: 'system' },
  'bericht.scan': { holder: 'system' },
  'bericht.send': { holder: 'system' },
  'bericht.watch': { holder: 'system' },
  'content.rotate-keys': { holder: 'system' },
  'outdated.delete': { holder: 'system' },
  'session.expire': { holder: 'system' },
  'certificate.watch': { holder: 'system' },
  'wlz.watch': { holder: 'system' },
  'notification.tell': { holder: 'system' },
  'address.confirm': { holder: 'system' },
} as const satisfies Record<string, PermissionRule>

export type Permission = keyof typeof PERMISSIONS
type HeldBy<H extends PermissionRule['holder']> = {
  [P in Permission]: (typeof PERMISSIONS)[P] extends { holder: H } ? P : never
}[Permission]

export type ProductPermission = HeldBy<'product-role'>
export type ManagerPermission = HeldBy<'manager'>
export type MemberPermission = HeldBy<'member'>
export type StaffPermission = HeldBy<'staff'>
export type SoftwarePermission = HeldBy<'software'>
export type SystemPermission = HeldBy<'system'>
