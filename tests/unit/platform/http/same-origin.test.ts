import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'

const PORTAL = new URL('https://portaal.example')

describe('isSameOrigin', () => {
  // Guards ASVS 3.5.1 (CSRF): contract chapter 5 says which changing requests count as our own.
  it.each([
    [{ origin: 'https://portaal.example' }, true],
    [{ origin: 'https://portaal.example', 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: '', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: 'https://portaal.example.evil.example' }, false],
    [{ origin: 'http://portaal.example' }, false],
    [{ origin: 'https://portaal.example:8443' }, false],
    [{ referer: 'https://portaal.example/dashboard' }, false],
  ])('%j: %s', (headers, own) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>), PORTAL)).toBe(own)
  })
})
