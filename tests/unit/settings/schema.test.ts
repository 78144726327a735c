import { changedFields } from '#/lib/settings/field-words.ts'
import { ChangeSettings, DEFAULT_SETTINGS } from '#/lib/settings/schema.ts'

const FILLED = { product: 'iwmo', version: '0', notificationAddresses: 'a@b.nl', retention: 'TWEE_MAANDEN' }

describe('the settings form', () => {
  it.each([
    ['', []],
    [' a@b.nl ', ['a@b.nl']],
    ['a@b.nl\r\nc@d.nl', ['a@b.nl', 'c@d.nl']],
    ['a@b.nl, c@d.nl;e@f.nl', ['a@b.nl', 'c@d.nl', 'e@f.nl']],
    ['a@b.nl A@B.NL', ['A@B.NL']],
  ])('reads addresses %j', (typed, addresses) => {
    expect(ChangeSettings.parse({ ...FILLED, notificationAddresses: typed }).notificationAddresses).toEqual(addresses)
  })

  it.each([
    [{ notificationAddresses: 'geen adres' }, 'email'],
    [{ notificationAddresses: Array.from({ length: 11 }, (_, index) => `a${index}@b.nl`).join(' ') }, 'tooMany'],
    [{ notificationAddresses: 'a'.repeat(4_001) }, 'tooMany'],
    [{ retention: 'EEUWIG' }, 'retention'],
    [{ retention: undefined }, 'retention'],
  ])('refuses %j as %s', (change, message) => {
    const parsed = ChangeSettings.safeParse({ ...FILLED, ...change })
    expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message)
  })

  it.each([{ product: 'suwinet' }, { version: '-1' }, { version: '1.5' }, { version: 'x' }, { version: undefined }])(
    'refuses %j: no form of ours sends it',
    (change) => {
      expect(ChangeSettings.safeParse({ ...FILLED, ...change }).success).toBe(false)
    },
  )
})

describe('changedFields', () => {
  it('tells each changed field from and to, and nothing that stayed', () => {
    const wanted = { ...DEFAULT_SETTINGS, notificationAddresses: ['a@b.nl'], inactiveSoorten: ['WMO315'] }
    expect(changedFields(DEFAULT_SETTINGS, wanted)).toEqual([
      { field: 'notificationAddresses', from: [], to: ['a@b.nl'] },
      { field: 'inactiveSoorten', from: [], to: ['WMO315'] },
    ])
    expect(changedFields({ ...DEFAULT_SETTINGS, ...wanted }, wanted)).toEqual([])
  })
})
