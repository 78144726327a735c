import { testPortal } from '#/tests/support/portal.ts'

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
