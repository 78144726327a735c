import fc from 'fast-check'
import { START_PAGE, safeReturnPath } from '#/lib/identity/login/return-path.ts'

const PORTAL = new URL('https://portaal.example')

describe('safeReturnPath', () => {
  it.each([
    '/dashboard',
    '/producten/iwmo/berichten?status=AFGEKEURD&q=a%20b',
    '/beheer/gebruikers/1',
    '/mijn/gegevens',
  ])('keeps a page of the portal: %s', (path) => {
    expect(safeReturnPath(path, PORTAL)).toBe(path)
  })

  // Guards ASVS 3.7.2 (T138): nobody is sent to another site by a link that begins here.
  it.each([
    null,
    undefined,
    '',
    '/',
    'dashboard',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/dashboard',
    'https://portaal.example/dashboard',
    'javascript:alert(1)',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2fevil.example',
    '/%2F%2Fevil.example',
    '/%5cevil.example',
    '/%5C%5Cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/dashboard\r\nset-cookie: a=b',
    '/dashboard%0d%0aset-cookie:a=b',
    '/%00',
    `/${'a'.repeat(512)}`,
  ])('sends %j to the start page', (wanted) => {
    expect(safeReturnPath(wanted, PORTAL)).toBe(START_PAGE)
  })

  // Guards against loops and against what only a form may call.
  it.each([
    '/inloggen',
    '/inloggen?terug=/x',
    '/api/uitloggen',
    '/uitgelogd',
    '/geen-toegang/niveau',
    '/opnieuw-inloggen',
  ])('does not return to %s', (wanted) => {
    expect(safeReturnPath(wanted, PORTAL)).toBe(START_PAGE)
  })

  it('ends on the portal whatever it is given, and says the same when asked twice', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '%2f',
      '%5c',
      '@',
      ':',
      'evil.example',
      '?',
      '#',
      '\t',
      'https:',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = safeReturnPath(`/${parts.join('')}`, PORTAL)
        expect(new URL(path, PORTAL).origin).toBe(PORTAL.origin)
        expect(decodeURIComponent(new URL(path, PORTAL).pathname)).not.toMatch(/^\/[/\\]/)
        expect(safeReturnPath(path, PORTAL)).toBe(path)
      }),
    )
  })
})
