import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()

/** The registration behind the last login in this portal. */
async function lastMember(): Promise<{ id: string; organisation_id: string }> {
  const [row] = await portal.database.query<{ id: string; organisation_id: string }>(
    'SELECT member_id AS id, organisation_id FROM session ORDER BY created_at DESC, id DESC LIMIT 1',
  )
  if (!row) throw new Error('nobody has logged in')
  return row
}

// Guards product chapter 2: a block keeps out at the login itself, and says whom to call.
describe('somebody who is blocked', () => {
  it('comes to the page that says so, with a code that finds the row in the log, and without a session', async () => {
    const before = new Visitor(portal)
    await before.logIn('peters')
    const { id, organisation_id } = await lastMember()
    await portal.database.query(
      "UPDATE member SET state = 'GEBLOKKEERD', state_before_block = state, block_reason = 'test' WHERE id = $1",
      [id],
    )
    const visitor = new Visitor(portal)
    const answer = await visitor.logIn('peters')
    const { pathname, searchParams } = new URL(answer.url)
    const code = searchParams.get('code') ?? ''
    expect([answer.status, pathname]).toEqual([200, '/geen-toegang/geblokkeerd'])
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(answer.text).toContain(code)
    expect(visitor.cookieHeader()).not.toContain('__Host-sessie')
    const rows = await portal.database.query(
      'SELECT event, result, reason_code, organisation_id FROM audit_event WHERE support_code = $1',
      [code],
    )
    expect(rows).toEqual([
      { event: 'login.refused', result: 'refused', reason_code: 'MEMBER_BLOCKED', organisation_id },
    ])
    // What was open before the block is closed as well.
    const page = await before.ask('/dashboard')
    expect([page.status, page.location]).toEqual([303, expect.stringContaining('/inloggen')])
  })
})

// Guards product chapter 2: the makelaar of last time is chosen already, and a cookie is no more than a preference.
describe('the makelaar of last time', () => {
  const COOKIE = '__Host-makelaar'
  const chosenOn = (html: string) =>
    [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].flatMap(([input]) =>
      / checked(?:=|\s|>|\/)/.test(input) ? [/ value="([^"]*)"/.exec(input)?.[1]] : [],
    )
  const choicesWith = (cookie: string) => new Visitor(portal).ask('/inloggen', { headers: { cookie } })

  it('is kept for a year in a cookie of this host alone, and chosen on the next page', async () => {
    const visitor = new Visitor(portal)
    expect(chosenOn((await visitor.ask('/inloggen')).text)).toEqual([])
    await visitor.toMakelaar('quovadis')
    const set = visitor.cookiesSet.find((line) => line.startsWith(`${COOKIE}=`)) ?? ''
    const [pair, ...attributes] = set.split('; ').map((part) => part.toLowerCase())
    expect(pair).toBe(`${COOKIE.toLowerCase()}=quovadis`)
    expect(attributes).toEqual(
      expect.arrayContaining(['path=/', 'max-age=31536000', 'secure', 'httponly', 'samesite=lax']),
    )
    expect(attributes.filter((attribute) => attribute.startsWith('domain'))).toEqual([])
    expect(chosenOn((await visitor.ask('/inloggen')).text)).toEqual(['quovadis'])
    await visitor.toMakelaar('kpn')
    expect(chosenOn((await visitor.ask('/inloggen')).text)).toEqual(['kpn'])
  })

  it('is not that of the servicedesk, whose door is another', async () => {
    const visitor = new Visitor(portal)
    await visitor.toMakelaar('servicedesk')
    expect(visitor.cookieHeader()).not.toContain(COOKIE)
  })

  it.each(['weg', 'servicedesk', '', '%22%3E%3Cscript%3E', 'x'.repeat(3_000)])(
    'leaves the choice open when the cookie names none of them: %j',
    async (value) => {
      const answer = await choicesWith(`${COOKIE}=${value}`)
      expect(answer.status).toBe(200)
      expect(chosenOn(answer.text)).toEqual([])
      expect(answer.text).not.toContain('"><script>')
    },
  )
})
