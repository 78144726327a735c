import fc from 'fast-check'
import { attachment, cleanFileName, receivedFileName } from '#/lib/berichten/file-name.ts'

describe('cleanFileName', () => {
  it.each([
    ['toewijzing.xml', 'toewijzing.xml'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\werk\\map\\a.xml', 'a.xml'],
    ['a\u0000b\u202Elmx.xml', 'ablmx.xml'],
    ['..', 'bericht.xml'],
    ['', 'bericht.xml'],
    [null, 'bericht.xml'],
  ])('makes of %j the name %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected)
  })

  it('cuts a long name and keeps its extension', () => {
    const name = cleanFileName(`${'é'.repeat(300)}.xml`)
    expect([...name]).toHaveLength(120)
    expect(name.endsWith('é.xml')).toBe(true)
  })
})

describe('attachment', () => {
  // A name is data: nothing in it may end the header, start another one, or end the quoted text (ASVS 5.4.2).
  it('is one line of plain ASCII with balanced quotes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(attachment(name)).toMatch(/^attachment; filename="[A-Za-z0-9 ._()-]*"; filename\*=UTF-8''[\x21-\x7e]*$/)
      }),
    )
  })

  it('keeps letters of other alphabets for browsers that know RFC 8187', () => {
    expect(attachment('één.xml')).toBe(`attachment; filename="__n.xml"; filename*=UTF-8''%C3%A9%C3%A9n.xml`)
  })
})

it('names a received bericht after what it is', () => {
  expect(receivedFileName('WMO305', 'T/1 x')).toBe('WMO305_T-1-x.xml')
  expect(receivedFileName(null, null)).toBe('bericht.xml')
})
