import { testPortal } from '#/tests/support/portal.ts'
import { hostLine, sendLines } from '#/tests/support/raw-request.ts'

const portal = testPortal()

describe('the production build over http', () => {
  test('says that it is ready when its parts answer', async () => {
    const answer = await fetch(`${portal.url}/api/health/ready`)
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', uitgevallen: [] }])
  })

  test('sends who is not logged in to the choice of makelaar', async () => {
    const answer = await fetch(`${portal.url}/dashboard`, { redirect: 'manual' })
    expect([307, 303, 302]).toContain(answer.status)
    expect(new URL(answer.headers.get('location') ?? '', portal.url).pathname).toBe('/inloggen')
  })
})

// Access-norms: TRACE gives cookies back to scripts, and a request line with a host of its own makes a server send people there.
describe('a request that no browser sends', () => {
  test.each(['TRACE', 'TRACK', 'PROPFIND', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'is refused by 4xx on a page, a call and an upload: %s',
    async (method) => {
      for (const path of ['/help', '/dashboard', '/bestaat-niet', '/api/berichten/iwmo', '/api/inloggen']) {
        const { status, headers } = await sendLines(
          portal,
          `${method} ${path} HTTP/1.1`,
          hostLine(portal),
          'Connection: close',
        )
        // Next answers OPTIONS for a route by itself, with the methods that the route has.
        const isListed = method === 'OPTIONS' && path.startsWith('/api/')
        const expected = isListed ? 204 : method === 'TRACK' ? 400 : 405
        expect([path, status]).toEqual([path, expected])
        if (status === 405 && !path.startsWith('/api/')) expect(headers).toContain('allow: get, head, post')
      }
    },
  )

  test.each([
    ['another host', 'GET http://elders.example/help HTTP/1.1', 400],
    ['another scheme', 'GET ftp://localhost/help HTTP/1.1', 400],
    ['a star', 'GET * HTTP/1.1', 400],
    ['a star for its methods', 'OPTIONS * HTTP/1.1', 405],
    ['no path', 'GET help HTTP/1.1', 400],
    ['a tunnel', 'CONNECT elders.example:443 HTTP/1.1', 405],
    ['a method of its own', 'IETS /help HTTP/1.1', 400],
  ])('is refused and sent nowhere when its line names %s', async (_, line, status) => {
    const answer = await sendLines(portal, line, hostLine(portal), 'Connection: close')
    expect([answer.status, answer.headers.includes('location:'), answer.body.includes('elders')]).toEqual([
      status,
      false,
      false,
    ])
  })

  test('is answered when its line names this very portal in full, and when it wishes another protocol', async () => {
    const own = await sendLines(
      portal,
      `GET ${portal.url}/api/health/live HTTP/1.1`,
      hostLine(portal),
      'Connection: close',
    )
    expect(own.status).toBe(200)
    const upgrade = await sendLines(
      portal,
      'GET /api/health/live HTTP/1.1',
      hostLine(portal),
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    )
    expect(upgrade.status).toBe(200)
  })
})
