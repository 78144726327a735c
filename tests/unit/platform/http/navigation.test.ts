import { isNavigation, pageBefore } from '#/lib/platform/http/navigation.ts'

const said = (headers: Readonly<Record<string, string>>) => (name: string) => headers[name]

// Guards both sides: a person never reads JSON, and software is never handed a page.
describe('isNavigation', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a link', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', accept: 'text/html,*/*' }, true],
    ['a form in a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, true],
    ['a script', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty', accept: '*/*' }, false],
    ['a script that takes html', { 'sec-fetch-mode': 'same-origin', accept: 'text/html' }, false],
    ['an older browser', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, true],
    ['software', { accept: '*/*' }, false],
    ['software that says nothing', {}, false],
    ['software that takes all', { accept: 'application/json, text/html' }, false],
  ])('knows %s', (_, headers, is) => expect(isNavigation(said(headers))).toBe(is))
})

describe('pageBefore', () => {
  const portaal = new URL('https://portaal.example')
  test.each<[string | undefined, string | null]>([
    [
      'https://portaal.example/producten/iwmo/berichten?status=BESCHIKBAAR#x',
      '/producten/iwmo/berichten?status=BESCHIKBAAR',
    ],
    ['https://portaal.example/api/berichten/iwmo', null],
    ['https://portaal.example//elders.example', null],
    ['https://elders.example/dashboard', null],
    ['https://portaal.example:8443/dashboard', null],
    ['geen adres', null],
    [undefined, null],
  ])('is a page of this portal only: %s', (referer, page) =>
    expect(pageBefore(said(referer === undefined ? {} : { referer }), portaal)).toBe(page),
  )
})
