import { RegisterAgreement, RegisterGemeente } from '#/lib/organisations/gemeenten/schema.ts'
import { readReference } from '#/lib/organisations/references/search-reference.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

const good = { name: 'Testdam', gemeenteCode: '0344', kvk: '90000099', rsin: '' }
const messages = (input: object) =>
  RegisterGemeente.safeParse(input).error?.issues.map(({ path, message }) => `${path.join('.')}:${message}`) ?? []

describe('RegisterGemeente', () => {
  it('keeps a leading zero and takes numbers as people write them', () => {
    expect(RegisterGemeente.parse({ ...good, name: '  Test   dam ', kvk: '9000 0099' })).toEqual({
      name: 'Test dam',
      gemeenteCode: '0344',
      kvk: '90000099',
      rsin: '',
    })
  })

  it.each([
    [{ ...good, name: ' ' }, 'name:nameMissing'],
    [{ ...good, gemeenteCode: '344' }, 'gemeenteCode:gemeenteCode'],
    [{ ...good, gemeenteCode: '' }, 'gemeenteCode:gemeenteCode'],
    [{ ...good, kvk: '123' }, 'kvk:kvk'],
    [{ ...good, rsin: '12345678A' }, 'rsin:rsin'],
    [{ ...good, kvk: '', rsin: '' }, 'kvk:oneNumber'],
  ])('names the fault of %j', (input, expected) => {
    expect(messages(input)).toContain(expected)
  })
})

describe('RegisterAgreement', () => {
  it.each(['31-12-2026', '2026-02-30', ''])('refuses %j as a date', (signedOn) => {
    const parsed = RegisterAgreement.safeParse({
      organisationId: '019a0000-0000-7000-8000-000000000001',
      kind: 'VECOZO',
      signedOn,
      documentReference: 'Z-1',
    })
    expect(parsed.error?.issues[0]?.message).toBe('date')
  })

  // Just after midnight in Amsterdam it is still yesterday in UTC: a contract signed today is not in the future.
  it('takes today as the day in Amsterdam', () => {
    expect(dayInAmsterdam(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
    expect(dayInAmsterdam(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
  })
})

describe('readReference', () => {
  it.each([
    ['k7m2p9qx', 'support-code', 'K7M2P9QX'],
    [' K7M2 P9QX ', 'support-code', 'K7M2P9QX'],
    ['oilabcde', 'support-code', '011ABCDE'],
    ['9C0F7B90-5C69-41E5-A837-0800200C9A66', 'uuid', '9c0f7b90-5c69-41e5-a837-0800200c9a66'],
    ['999900006', 'unknown', '999900006'],
    ['Jansen', 'unknown', 'Jansen'],
  ])('reads %j', (text, kind, reference) => {
    expect(readReference(text)).toEqual({ kind, reference })
  })
})
