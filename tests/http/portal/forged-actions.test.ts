import { actionForm, actionId } from '#/tests/support/action-ids.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

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
      expectUnread(answer, 400, 'Wij konden uw formulier niet lezen')
      const part = `--b\r\ncontent-disposition: form-data; name="0"\r\n\r\n${body}\r\n--b--\r\n`
      const form = await call({ 'content-type': 'multipart/form-data; boundary=b' }, part)
      expectUnread(form, 400, 'Wij konden uw formulier niet lezen')
    },
  )

  // What the framework cannot read never reaches an action: the sender's fault, told on a page, and nothing has changed.
  it.each<[string, string, Record<string, string>]>([
    ['words', 'geen antwoord', {}],
    ['nothing', '', {}],
    ['50,000 brackets', '['.repeat(50_000), {}],
    ['a plain form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['parts without an end', 'abc', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['parts without a boundary', 'abc', { 'content-type': 'multipart/form-data' }],
    ['for an action that cannot be', '[]', { 'next-action': 'zzz' }],
  ])('is refused by 400 on a whole page when its body is no reply: %s', async (_, body, headers) => {
    const before = await fingerprint()
    const answer = await call(headers, body)
    expectUnread(answer, 400, 'Wij konden uw formulier niet lezen')
    expect(await fingerprint()).toEqual(before)
  })

  it('is refused by 413 on a whole page when it is larger than any form of ours', async () => {
    const body = actionForm({ reason: 'x'.repeat(1_100_000) })
    expectUnread(await smit.ask('/mijn/sessies', { method: 'POST', body }), 413, 'Uw formulier is te groot')
  })

  it('is refused by 405 where there is no form, and by any other method', async () => {
    for (const path of ['/', '/help', '/bestaat-niet', '/inloggen', '/geen-toegang/niveau', '/Mijn/sessies']) {
      const headers = { 'next-action': actionId('endOwnSessionAction') }
      const answer = await smit.ask(path, { method: 'POST', headers, body: actionForm({ sessionId: 'x' }) })
      expect([path, answer.headers.get('allow')]).toEqual([path, 'GET, HEAD'])
      expectUnread(answer, 405, 'Dit kan op deze pagina niet')
    }
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await smit.ask('/mijn/sessies', { method })
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
    }
  })
})

describe('a form without script whose fields were touched', () => {
  const post = (entries: Readonly<Record<string, string>>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(entries)) body.append(name, value)
    return smit.ask('/mijn/sessies', { method: 'POST', body })
  }

  it('is refused by 400 on a whole page', async () => {
    const id = actionId('endOwnSessionAction')
    for (const fields of [
      { iets: 'anders' },
      { $ACTION_REF_1: '' },
      { $ACTION_REF_1: '', '$ACTION_1:0': 'onzin' },
      { $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${id}","bound":"$@1"}`, '$ACTION_1:1': 'onzin' },
      { $ACTION_ID_zzz: '' },
    ])
      expectUnread(await post(fields), 400, 'Wij konden uw formulier niet lezen')
  })

  // After an update of the portal the pages that stand open name actions that are gone.
  it('is answered by 409 and what to do when the action is one of an earlier build', async () => {
    const reference = { id: '00'.repeat(21), bound: '$@1' }
    const stale = { $ACTION_REF_1: '', '$ACTION_1:0': JSON.stringify(reference), '$ACTION_1:1': '[{"kind":"idle"}]' }
    expectUnread(await post(stale), 409, 'Deze pagina is intussen vernieuwd')
  })
})

function expectUnread(answer: Answer, status: number, title: string): void {
  const page = wholePage(answer)
  expect([answer.status, page.heading, page.faults]).toEqual([status, title, []])
  expect(page.shown).toContain(answer.headers.get('x-request-id'))
}

/** What a request that reached an action would have changed. */
const fingerprint = () =>
  portal.database.query(
    'SELECT (SELECT count(*) FROM audit_event) AS events, (SELECT count(*) FROM session WHERE ended_at IS NULL) AS live',
  )
