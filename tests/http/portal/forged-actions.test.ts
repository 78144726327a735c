import { actionId } from '#/tests/support/action-ids.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
let smit: Visitor

beforeAll(async () => {
  smit = new Visitor(portal)
  await smit.logIn('smit')
}, 60_000)

const call = (headers: Readonly<Record<string, string>>, body: BodyInit): Promise<Answer> =>
  smit.ask('/mijn/sessies', {
    method: 'POST',
    headers: { 'next-action': actionId('endOwnSessionAction'), 'content-type': 'text/plain;charset=UTF-8', ...headers },
    body,
  })

describe('a server action called by hand', () => {
  it.each([['https://elders.example'], ['null'], ['http://localhost:1'], ['']])(
    'is refused by 403 with Origin %p, with the cookie of a live session',
    async (origin) => {
      const answer = await call({ origin }, '[{"kind":"idle"},"$K1"]')
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        403,
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'VREEMDE_HERKOMST' })
    },
  )

  it('is refused by 403 as a plain form of another site, too', async () => {
    const body = new FormData()
    body.append('$ACTION_REF_1', '')
    const answer = await smit.ask('/mijn/sessies', {
      method: 'POST',
      headers: { origin: 'https://elders.example' },
      body,
    })
    expect(answer.status).toBe(403)
  })

  it.each([['[]'], ['[{},"geen formulier"]'], ['[null,null]'], ['[{},{"entries":[]}]']])(
    'takes arguments that are no form for an empty form: %s',
    async (body) => {
      const answer = await call({}, body)
      expect(answer.status).toBe(200)
      expect(answer.text).toContain('"kind":"error"')
    },
  )
})
