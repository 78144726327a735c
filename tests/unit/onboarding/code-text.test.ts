import fc from 'fast-check'
import { codeText, newCode, readCode } from '#/lib/onboarding/codes/code-text.ts'

const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const part = (length: number) =>
  fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: length, maxLength: length })
const anyCode = fc.record({ locator: part(4), secret: part(12) })

describe('a code as it is typed over', () => {
  // Guards access-norms chapter 4: what a person may do to a code on the way from paper to field.
  const ways: readonly (readonly [string, (text: string) => string])[] = [
    ['as it is written', (text) => text],
    ['in lower case', (text) => text.toLowerCase()],
    ['without hyphens', (text) => text.replaceAll('-', '')],
    ['with spaces for hyphens', (text) => text.replaceAll('-', ' ')],
    ['in pairs', (text) => (text.replaceAll('-', '').match(/../g) ?? []).join(' - ')],
    [
      'with dots, dashes and line breaks',
      (text) => `\n ${text.replace('-', '–').replace('-', '.').replace('-', '\t')} `,
    ],
    ['with O for 0', (text) => text.replaceAll('0', 'O')],
    ['with I and l for 1', (text) => text.replace('1', 'I').replaceAll('1', 'l')],
    ['with a hard space', (text) => text.replaceAll('-', '\u00a0')],
    ['in a pasted sentence', (text) => `Uw verificatiecode is ${text}. Deel hem met niemand.`],
    ['in a pasted sentence, lower case', (text) => `code: ${text.toLowerCase()}, geldig tot maandag`],
  ]
  it.each(ways)('is read %s', (_name, typed) => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readCode(typed(codeText(code)))).toEqual({ ok: true, code })
      }),
    )
  })
})

describe('a text that is no code', () => {
  it.each([
    ['', { fault: 'empty' }],
    [' - . - ', { fault: 'empty' }],
    ['AB12', { fault: 'length', count: 4 }],
    ['ABCD-EFGH-JKMN', { fault: 'length', count: 12 }],
    ['ABCD-EFGH-JKMN-PQRS-T', { fault: 'length', count: 17 }],
    ['UBCD-EFGH-JKMN-PQRS', { fault: 'character', character: 'U' }],
    ['ABCD-EFGH-JKMN-PQR!', { fault: 'character', character: '!' }],
    ['ABCD-EFGH-JKMN-PQRÉ', { fault: 'character', character: 'É' }],
    ['ABCD-EFGH-JKMN-PQR😀', { fault: 'character', character: '😀' }],
  ])('%j says exactly what is wrong with it', (text, fault) => {
    expect(readCode(text)).toEqual({ ok: false, ...fault })
  })

  it('never makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void readCode(text)))
  })
})

describe('newCode', () => {
  // Guards ASVS 6.5.3: 60 secret bits, evenly drawn; a bias would make guessing cheaper.
  it('draws every character equally often, and no secret twice', () => {
    const codes = Array.from({ length: 20_000 }, newCode)
    expect(new Set(codes.map(({ secret }) => secret)).size).toBe(codes.length)
    const counts = new Map<string, number>()
    for (const { secret } of codes)
      for (const character of secret) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].toSorted().join('')).toBe(CHARACTERS)
    const expected = (codes.length * 12) / 32
    for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.1)
  })

  it('is written in four groups', () => {
    expect(codeText(newCode())).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  })
})
