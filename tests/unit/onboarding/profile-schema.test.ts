import { Profile } from '#/lib/onboarding/profile/schema.ts'
import { formErrors } from '#/lib/platform/actions/form-state.ts'
import { onboarding as en } from '#/lib/platform/i18n/en/onboarding.ts'
import { onboarding as nl } from '#/lib/platform/i18n/nl/onboarding.ts'

const FILLED = {
  salutation: 'MEVROUW',
  initials: 'M.J.',
  firstName: 'Maria',
  infix: "van 't",
  lastName: 'Hof-de Boer',
  department: 'Sociaal domein',
  phone: '06-12 34 56 78',
  email: 'm.hof@voorbeeldstad.example',
}

const faultsOf = (change: Readonly<Record<string, unknown>>) => {
  const parsed = Profile.safeParse({ ...FILLED, ...change })
  return parsed.success ? [] : formErrors(parsed.error.issues, (key) => key)
}

describe('personal settings', () => {
  // Guards the manual's own example: a telephone number as people write it saves.
  it.each([
    ['06-12 34 56 78', '0612345678'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['(020) 123.45.67', '0201234567'],
    ['0031612345678', '0031612345678'],
  ])('save telephone number %s', (typed, kept) => {
    expect(Profile.parse({ ...FILLED, phone: typed }).phone).toBe(kept)
  })

  // Guards contract chapter 4: names accept digits, points, hyphens, apostrophes, and letters of any script.
  it.each(['Jansen 2e', 'St. John', 'Hof-de Boer', "O'Neill", 'O’Neill', 'Łukasz', 'Đặng', 'Ömer', 'Шевченко', '李'])(
    'save the name %s',
    (lastName) => {
      expect(Profile.parse({ ...FILLED, lastName }).lastName).toBe(lastName.normalize('NFC'))
    },
  )

  it('are tidied without losing anything: spaces, line breaks, letters written as two signs', () => {
    const saved = Profile.parse({ ...FILLED, lastName: '  de \n  Vrie\u0308s ', email: ' a@b.nl ' })
    expect(saved).toMatchObject({ lastName: 'de Vriës', email: 'a@b.nl' })
  })

  // Guards "no 500": PostgreSQL refuses a NUL in a text, and control characters turn a log or a mail around.
  it('hold no control characters', () => {
    expect(Profile.parse({ ...FILLED, department: 'Wmo\u0000\u001b[31m team' }).department).toBe('Wmo [31m team')
    expect(Profile.parse({ ...FILLED, lastName: 'Jan\u0000sen' }).lastName).toBe('Jan sen')
  })

  it('take the newsletter only when the box is ticked', () => {
    expect(Profile.parse(FILLED).newsletter).toBe(false)
    expect(Profile.parse({ ...FILLED, newsletter: 'ja' }).newsletter).toBe(true)
  })

  it.each([
    [{ salutation: 'DR' }, 'salutation', 'salutation'],
    [{ salutation: undefined }, 'salutation', 'salutation'],
    [{ initials: ' ' }, 'initials', 'initialsMissing'],
    [{ lastName: undefined }, 'lastName', 'lastNameMissing'],
    [{ lastName: ['a', 'b'] }, 'lastName', 'lastNameMissing'],
    [{ lastName: '<script>' }, 'lastName', 'lastNameSigns'],
    [{ lastName: 'Jansen\u202e' }, 'lastName', 'lastNameSigns'],
    [{ firstName: 'A'.repeat(81) }, 'firstName', 'firstNameLong'],
    [{ department: 'A'.repeat(101) }, 'department', 'departmentLong'],
    [{ phone: '' }, 'phone', 'phoneMissing'],
    [{ phone: '0612' }, 'phone', 'phone'],
    [{ phone: '06123456789012345' }, 'phone', 'phone'],
    [{ phone: '06x2345678' }, 'phone', 'phone'],
    [{ email: '' }, 'email', 'emailMissing'],
    [{ email: 'jansen' }, 'email', 'email'],
    [{ email: 'a@b.nl\r\nbcc: c@d.nl' }, 'email', 'email'],
    [{ email: `${'a'.repeat(250)}@b.nl` }, 'email', 'emailLong'],
    [{ newsletter: 'nee' }, 'newsletter', 'newsletter'],
  ])('refuse %j at %s as %s', (change, field, message) => {
    expect(faultsOf(change)).toEqual([{ field, message }])
  })

  it('name every faulty field at once', () => {
    const fields = faultsOf({ salutation: '', initials: '', lastName: '', phone: '', email: '' }).map((e) => e.field)
    expect(fields).toEqual(['salutation', 'initials', 'lastName', 'phone', 'email'])
  })

  // Guards WCAG 3.3.1: a fault without a text would be shown as a key, or not at all.
  it.each([
    ['nl', nl],
    ['en', en],
  ])('have a text for every fault in %s', (_locale, copy) => {
    const changes = [
      ...Object.keys(FILLED).flatMap((field) =>
        ['', undefined, '<', 'A'.repeat(300)].map((value) => ({ [field]: value })),
      ),
      { newsletter: 'x' },
    ]
    const keys = changes.flatMap((change) => faultsOf(change).map((e) => e.message))
    expect(keys.length).toBeGreaterThan(20)
    for (const key of keys) expect(copy.profile.errors).toHaveProperty(key)
  })
})
