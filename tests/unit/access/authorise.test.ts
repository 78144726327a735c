import fc from 'fast-check'
import type { Actor, MemberActor, OnboardingState, ProductRole } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { authorise, authoriseProduct, authoriseStaff, authoriseSystem, holds } from '#/lib/access/authorise.ts'
import { PERMISSIONS, type Permission } from '#/lib/access/permissions.ts'
import { PRODUCTS, type Product } from '#/lib/access/products.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'

const STATES: readonly OnboardingState[] = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD']
const common = {
  userId: 'u',
  sessionId: 's',
  displayName: 'A. Jansen',
  loa: 'loa3',
  brokerId: 'kpn',
  authnInstant: new Date(0),
  origin: { requestId: 'r', ipPrefix: 'p', userAgentHash: 'h' },
}
const member = (change: Partial<MemberActor> = {}): MemberActor => ({
  kind: 'member',
  ...common,
  memberId: 'm',
  organisationId: 'own',
  organisationName: 'Voorbeeldstad',
  gemeenteCode: '9901',
  state: 'ACTIEF',
  isManager: false,
  roles: {},
  ...change,
})
const staff: Actor = { kind: 'staff', ...common }
const system = systemActor('job', 'r')
const permissions = Object.keys(PERMISSIONS) as Permission[]

describe('holds', () => {
  // Guards "deny by default" (ASVS 8.2.1): without role or office nobody of a gemeente holds more than the own registration.
  it('gives somebody without roles the own registration, the dashboard and the inbox only', () => {
    const held = permissions.filter((permission) => PRODUCTS.some((product) => holds(member(), permission, product)))
    expect(held).toEqual([
      'profile.change',
      'profile.read',
      'draft.keep',
      'dashboard.read',
      'session.own',
      'notification.own',
    ])
  })

  it.each([
    ['PROFIEL', ['profile.save', 'profile.read', 'draft.keep']],
    ['VERIFICATIE', ['profile.read', 'code.verify', 'code.request']],
    ['OPNIEUW_INLOGGEN', []],
    ['GEBLOKKEERD', []],
  ] as const)('gives somebody in %s, with every role and office, %j', (state, expected) => {
    const roles = { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER', 'wlz-registertoets': 'PRODUCTBEHEERDER' } as const
    const actor = member({ state, isManager: true, roles })
    const held = permissions.filter((permission) => PRODUCTS.some((product) => holds(actor, permission, product)))
    expect(held).toEqual([...expected])
  })

  it('never gives a permission of a product without naming the product', () => {
    const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER', 'wlz-registertoets': 'PRODUCTBEHEERDER' } as const
    const held = permissions.filter((permission) => holds(member({ roles }), permission))
    expect(held.filter((permission) => PERMISSIONS[permission].holder === 'product-role')).toEqual([])
  })

  // Guards the separation of duties of product chapter 1, for every product and both roles.
  it.each(PRODUCTS.flatMap((product) => PRODUCTS.map((other) => [product, other] as const)))(
    'a role for %s says nothing about %s, and the two roles exclude each other',
    (product, other) => {
      for (const role of ['GEBRUIKER', 'PRODUCTBEHEERDER'] as const) {
        const actor = member({ roles: { [product]: role } as Partial<Record<Product, ProductRole>> })
        const delivers = product === other && role === 'GEBRUIKER' && product !== 'wlz-registertoets'
        expect(holds(actor, 'bericht.deliver', other)).toBe(delivers)
        expect(holds(actor, 'settings.change', other)).toBe(product === other && role === 'PRODUCTBEHEERDER')
      }
    },
  )

  it('never lets one person hold two kinds of permission', () => {
    const kinds = (actor: Actor) =>
      new Set(
        permissions
          .filter((permission) => PRODUCTS.some((product) => holds(actor, permission, product)))
          .map((permission) => PERMISSIONS[permission].holder),
      )
    expect(kinds(staff)).toEqual(new Set(['staff']))
    expect(kinds(system)).toEqual(new Set(['system']))
    expect(kinds(member({ isManager: true }))).toEqual(new Set(['member', 'manager']))
  })
})

describe('authorise', () => {
  const anyMember = fc.record({
    state: fc.constantFrom(...STATES),
    isManager: fc.boolean(),
    role: fc.constantFrom<ProductRole>('GEBRUIKER', 'PRODUCTBEHEERDER'),
    product: fc.constantFrom(...PRODUCTS),
  })

  // Guards "the policy function is the same everywhere": menus (holds) and use cases (authorise…) cannot disagree.
  it('throws exactly when holds says no, and gives the scope of the own gemeente only', () => {
    fc.assert(
      fc.property(anyMember, fc.constantFrom(...permissions), (some, permission) => {
        const actor = member({ state: some.state, isManager: some.isManager, roles: { [some.product]: some.role } })
        const { holder } = PERMISSIONS[permission]
        const call = () => {
          if (holder === 'product-role') return authoriseProduct(actor, permission as 'bericht.list', some.product)
          if (holder === 'staff') return authoriseStaff(actor, permission as 'log.read-all')
          if (holder === 'system') return authoriseSystem(actor, permission as 'bericht.receive', 'other', 'iwmo')
          return authorise(actor, permission as 'log.read')
        }
        if (!holds(actor, permission, some.product)) return expect(call).toThrow(ForbiddenError)
        return expect(call().scope.realm).toEqual({ kind: 'organisatie', organisationId: 'own' })
      }),
    )
  })

  it('gives staff the realm of the servicedesk, and nothing of a gemeente', () => {
    expect(authoriseStaff(staff, 'organisation.read').scope).toEqual({ realm: { kind: 'servicedesk' } })
    expect(() => authorise(staff, 'log.read')).toThrow(ForbiddenError)
    expect(() => authoriseProduct(staff, 'bericht.list', 'iwmo')).toThrow('bericht.list:iwmo')
  })

  it('gives the portal itself one gemeente at a time', () => {
    const { scope } = authoriseSystem(system, 'bericht.receive', 'gemeente-1', 'ijw')
    expect(scope).toMatchObject({ product: 'ijw', realm: { kind: 'organisatie', organisationId: 'gemeente-1' } })
    expect(() => authoriseSystem(staff, 'bericht.receive', 'gemeente-1', 'ijw')).toThrow(ForbiddenError)
  })
})
