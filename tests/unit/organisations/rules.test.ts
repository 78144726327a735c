import { roleChanges, sessionsAfter } from '#/lib/organisations/members/rules.ts'
import { BlockMember, MemberFilter, roleChoices, SaveRoles } from '#/lib/organisations/members/schema.ts'

const memberId = '019a0000-0000-7000-8000-000000000001'
const nothing = { iwmo: 'GEEN', ijw: 'GEEN', 'wlz-registertoets': 'GEEN' } as const

describe('roleChanges', () => {
  it('names only what changes, with what was and what comes', () => {
    const current = { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } as const
    const chosen = { iwmo: 'GEBRUIKER', ijw: 'GEEN', 'wlz-registertoets': 'GEBRUIKER' } as const
    expect(roleChanges(current, chosen)).toEqual([
      { product: 'ijw', from: 'PRODUCTBEHEERDER', to: null },
      { product: 'wlz-registertoets', from: null, to: 'GEBRUIKER' },
    ])
  })

  it('finds nothing when the roles are as they were', () => {
    expect(roleChanges({}, nothing)).toEqual([])
  })
})

describe('sessionsAfter', () => {
  // Who loses a right must not use it one request longer; who gains one must not be thrown out of work.
  it.each([
    ['lost', [{ product: 'iwmo', from: 'GEBRUIKER', to: null }], 'end'],
    ['changed', [{ product: 'iwmo', from: 'GEBRUIKER', to: 'PRODUCTBEHEERDER' }], 'end'],
    ['gained', [{ product: 'iwmo', from: null, to: 'GEBRUIKER' }], 'renew'],
    ['unchanged', [], 'leave'],
  ] as const)('decides for a role that is %s', (_name, changes, expected) => {
    expect(sessionsAfter(changes)).toBe(expected)
  })
})

describe('schemas of people', () => {
  it('wants a known choice for every product', () => {
    expect(SaveRoles.safeParse({ memberId, ...nothing }).success).toBe(true)
    expect(SaveRoles.safeParse({ memberId, ...nothing, ijw: 'BAAS' }).success).toBe(false)
    expect(SaveRoles.safeParse({ memberId, iwmo: 'GEEN', ijw: 'GEEN' }).success).toBe(false)
  })

  it.each([
    ['', 'reason'],
    ['   ', 'reason'],
    ['weg', 'reasonShort'],
    ['x'.repeat(501), 'reasonLong'],
  ])('refuses the reason %j', (reason, message) => {
    const parsed = BlockMember.safeParse({ memberId, reason })
    expect(parsed.error?.issues[0]?.message).toBe(message)
  })

  it('shows the list without filters for a mangled address', () => {
    expect(MemberFilter.parse({ zoek: ['a', 'b'], stap: 'BAAS', na: "1' OR 1=1" })).toEqual({ zoek: '' })
  })

  it('fills the form with the roles that somebody has', () => {
    expect(roleChoices({ iwmo: 'GEBRUIKER' })).toEqual({ iwmo: 'GEBRUIKER', ijw: 'GEEN', 'wlz-registertoets': 'GEEN' })
  })
})
