import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { markRequest, PEER_HEADER, PROCESS_HEADER, PURPOSE_HEADER, shownAs } from '#/lib/platform/http/mark-requests.ts'

const SECRET = 'a secret of this process'
const FORGED = { [PEER_HEADER]: '203.0.113.1', [PURPOSE_HEADER]: 'prefetch', 'x-request-id': 'mine' }

function marked(headers: IncomingHttpHeaders, remoteAddress?: string, method = 'GET'): IncomingHttpHeaders {
  const request = { method, headers: { ...headers }, socket: { remoteAddress } } as IncomingMessage
  markRequest(request, SECRET)
  return request.headers
}

describe('markRequest', () => {
  // Guards NETWERKEN and the log: nobody says who the peer is but the connection.
  it.each([
    ['nothing', {}],
    ['an empty secret', { [PROCESS_HEADER]: '' }],
    ['a guessed secret', { [PROCESS_HEADER]: 'another secret, as long' }],
    ['the beginning of the secret', { [PROCESS_HEADER]: SECRET.slice(0, -1) }],
  ])('believes nothing that comes with %s', (_name, headers) => {
    const result = marked({ ...FORGED, ...headers }, '198.51.100.7')
    expect(result).toMatchObject({ [PEER_HEADER]: '198.51.100.7', [PURPOSE_HEADER]: '', [PROCESS_HEADER]: SECRET })
    expect(result['x-request-id']).not.toBe('mine')
    expect(marked(FORGED)[PEER_HEADER]).toBe('')
  })

  it('keeps the marks of a request that this process sends to itself in the name of another', () => {
    const first = marked({ 'sec-purpose': 'prefetch;prerender' }, '198.51.100.7')
    expect(marked(first, '127.0.0.1')).toEqual(first)
    expect(first[PURPOSE_HEADER]).toBe('prefetch')
  })

  // Guards the new token at a change of rights: it goes with a page that the browser shows, whatever the client says itself.
  it.each([
    ['a whole page', 'GET', {}, 'whole'],
    ['a page asked for by a script that is not ours', 'GET', { 'sec-fetch-mode': 'cors' }, 'whole'],
    ['a link that somebody chose', 'GET', { rsc: '1' }, 'part'],
    ['a page that brings itself up to date', 'GET', { rsc: '1', cookie: 'portaal-live=1' }, 'aside'],
    ['a page that is fetched ahead', 'GET', { 'sec-purpose': 'prefetch' }, 'aside'],
    ['a look at the headers', 'HEAD', {}, 'aside'],
    ['a form', 'POST', {}, 'aside'],
    ['what this process asks itself', 'GET', { [PROCESS_HEADER]: SECRET }, 'aside'],
  ])('tells how the answer to %s is shown', (_name, method, headers, shown) => {
    const result = marked({ 'x-portaal-weergave': 'whole', ...headers }, '198.51.100.7', method)
    expect(shownAs(new Headers({ 'x-portaal-weergave': String(result['x-portaal-weergave']) }))).toBe(shown)
  })

  // Guards the idle time-out: a page that brings itself up to date keeps nobody logged in, and nothing else passes for it.
  it.each([
    ['a router that asks by itself', { rsc: '1', cookie: 'a=b; portaal-live=1' }, 'live'],
    ['a whole page', { cookie: 'portaal-live=1' }, ''],
    ['a router that a person moves', { rsc: '1', cookie: 'a=b' }, ''],
    ['a queue that sends what had to wait', { 'x-portaal-vanzelf': '1' }, 'queue'],
    ['another cookie', { rsc: '1', cookie: 'portaal-live=12' }, ''],
  ])('knows %s', (_name, headers, purpose) => {
    expect(marked(headers)[PURPOSE_HEADER]).toBe(purpose)
  })
})
