import { actionForm, actionId } from '#/tests/support/action-ids.ts'
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

  it.each([['[]'], ['[{},"geen formulier"]'], ['[null,null]'], ['[{},{"entries":[]}]'], ['["$Q9"]'], ['{']])(
    'is refused before it is read when it is no form: %s',
    async (body) => {
      const answer = await call({}, body)
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        415,
        expect.objectContaining({ code: 'GEEN_FORMULIER' }),
      ])
      const part = `--b\r\ncontent-disposition: form-data; name="0"\r\n\r\n${body}\r\n--b--\r\n`
      const form = await call({ 'content-type': 'multipart/form-data; boundary=b' }, part)
      expect([form.status, JSON.parse(form.text)]).toEqual([
        400,
        expect.objectContaining({ code: 'FORMULIER_ONLEESBAAR' }),
      ])
    },
  )

  it('is refused by 413 when it is larger than any form of ours', async () => {
    const answer = await smit.ask('/mijn/sessies', {
      method: 'POST',
      body: actionForm({ reason: 'x'.repeat(1_100_000) }),
    })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      413,
      expect.objectContaining({ code: 'FORMULIER_TE_GROOT' }),
    ])
  })

  it('is refused by 405 where there is no form, and by any other method', async () => {
    for (const path of ['/', '/help', '/bestaat-niet', '/inloggen', '/geen-toegang/niveau', '/Mijn/sessies']) {
      const headers = { 'next-action': actionId('endOwnSessionAction') }
      const answer = await smit.ask(path, { method: 'POST', headers, body: actionForm({ sessionId: 'x' }) })
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
    }
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await smit.ask('/mijn/sessies', { method })
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
    }
  })
})
