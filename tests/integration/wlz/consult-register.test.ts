import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { MemberActor } from '#/lib/access/actor.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { clock } from '#/lib/platform/clock.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState } from '#/lib/platform/shared-state.ts'
import { Circuit } from '#/lib/wlz/circuit.ts'
import { consultRegister } from '#/lib/wlz/consult-register.ts'
import { WlzQuestion } from '#/lib/wlz/question.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { filesOf } from '#/simulators/keten/certificates.ts'
import { ChainState } from '#/simulators/keten/chain-state.ts'
import { serveRegister } from '#/simulators/keten/ciz-register.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const chain = testChain()
const state = new ChainState()
let strange: { status: number; body: string } | null = null
let server: Server
let gemeente: GivenGemeente
let jansen: MemberActor

beforeAll(async () => {
  await installQueues(database.adminUrl)
  server = createServer({ ...tlsIdentity(filesOf(chain.folder, 'keten')), requestCert: true }, (req, res) => {
    if (strange === null) return void serveRegister(state, req, res)
    res.writeHead(strange.status)
    res.end(strange.body)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  stopClockAt('2026-02-02T10:00:00.000Z')
  replaceSharedState('wlz-circuit', new Circuit())
  state.mode = 'normaal'
  strange = null
  setSettings({ ...settings(), ciz: new URL(`https://localhost:${(server.address() as AddressInfo).port}/ciz`) })
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { 'wlz-registertoets': 'GEBRUIKER' } })).actor
})

const question = (bsn: string, peildatum = '2026-02-02') => WlzQuestion.parse({ bsn, peildatum, grond: 'wmo-aanvraag' })
const ask = (bsn = testBsn(1), peildatum?: string) => consultRegister(jansen, question(bsn, peildatum))

describe('a question to the Wlz-register', () => {
  // Guards issue "done when": the question is answered and logged, with who, why and when, and without the Bsn.
  it('is answered for the day that was asked after, and logged without the Bsn', async () => {
    expect(await ask()).toMatchObject({ ok: true, value: { answer: { hasIndication: true, since: '2024-03-01' } } })
    expect(await ask(testBsn(1), '2024-02-29')).toMatchObject({ ok: true, value: { answer: { hasIndication: false } } })
    expect(await ask(testBsn(9))).toMatchObject({ ok: true, value: { answer: { hasIndication: false } } })
    const rows = await auditRows(database, gemeente.id)
    expect(rows.map(({ event }) => event)).toEqual(expect.arrayContaining(['wlz.asked', 'wlz.answered']))
    const [asked] = await database.query<Record<string, unknown>>(
      "SELECT * FROM audit_event WHERE event = 'wlz.asked' AND organisation_id = $1 ORDER BY at LIMIT 1",
      [gemeente.id],
    )
    expect(asked).toMatchObject({
      actor_user_id: jansen.userId,
      subject_kind: 'client',
      details: { grond: 'wmo-aanvraag', peildatum: '2026-02-02' },
    })
    const everything = await database.query('SELECT * FROM audit_event')
    expect(JSON.stringify(everything)).not.toContain(testBsn(1))
    expect(JSON.stringify(everything)).not.toContain('2024-03-01')
  })

  // Guards "never no when the answer is not known".
  it.each([
    ['is out of order', 'storing', 'unreachable'],
    ['breaks off', 'verbreek', 'unreachable'],
  ] as const)('has no answer when the register %s', async (_what, mode, error) => {
    state.mode = mode
    expect(await ask()).toEqual({ ok: false, error })
    const [row] = (await auditRows(database, gemeente.id, 'wlz.answered')).slice(-1)
    expect(row).toMatchObject({ result: 'error', reason_code: error })
  })

  it.each([
    [200, '', 'unreadable'],
    [200, '{"indicatie":"nee"}', 'unreadable'],
    [200, '{"indicatie":true}', 'unreadable'],
    [200, '{"indicatie":false,"sinds":"2024-01-01"}', 'unreadable'],
    [200, `{"indicatie":false}${' '.repeat(20_000)}`, 'unreadable'],
    [302, '', 'refused'],
    [400, '{"indicatie":false}', 'refused'],
    [500, '{"indicatie":false}', 'unreachable'],
  ])('has no answer when the register says %i %s', async (status, body, error) => {
    strange = { status, body }
    expect(await ask()).toEqual({ ok: false, error })
  })

  it('is not asked any more when five were not answered', async () => {
    state.mode = 'storing'
    for (let count = 0; count < 5; count++) await ask()
    state.mode = 'normaal'
    expect(await ask()).toEqual({ ok: false, error: 'paused' })
    stopClockAt('2026-02-02T10:00:31.000Z')
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('is not asked about a day to come, nor where no register is set', async () => {
    expect(await ask(testBsn(1), '2026-02-03')).toEqual({ ok: false, error: 'future' })
    expect(await auditRows(database, gemeente.id)).toEqual([])
    setSettings({ ...settings(), ciz: null })
    expect(await ask()).toEqual({ ok: false, error: 'off' })
  })

  it('is not asked in the test environment after somebody real (BRS18)', async () => {
    setSettings({ ...settings(), omgeving: 'test' })
    const real = await ask('111222333')
    setSettings({ ...settings(), omgeving: 'demo' })
    expect(real).toEqual({ ok: false, error: 'real_person' })
    expect(await auditRows(database, gemeente.id)).toEqual([])
  })

  // Guards "limits per user and hour, alert on unusual numbers": once, to who can act on it.
  it('is refused after sixty in an hour, and thirty are told to the gebruikersbeheerders once', async () => {
    state.mode = 'storing'
    const outcomes: string[] = []
    for (let count = 0; count < 62; count++) {
      const result = await ask()
      outcomes.push(result.ok ? 'ok' : result.error)
    }
    expect(outcomes.slice(-2)).toEqual(['too_often', 'too_often'])
    expect(outcomes.filter((one) => one === 'too_often')).toHaveLength(2)
    const mails = await database.query(
      "SELECT FROM pgboss.job WHERE name = 'notifications.send-mail' AND data::text LIKE $1",
      [`%wlz-unusual%`],
    )
    expect(mails).toHaveLength(1)
    expect(clock.now().getUTCHours()).toBe(10)
  })

  it('is for its Gebruikers only', async () => {
    const { actor } = await givenMember(database, gemeente, {
      roles: { 'wlz-registertoets': 'PRODUCTBEHEERDER', iwmo: 'GEBRUIKER' },
    })
    await expect(consultRegister(actor, question(testBsn(1)))).rejects.toThrow(ForbiddenError)
  })
})

test.each([
  ['12345678', 'bsnForm'],
  ['123456789', 'bsnProof'],
  ['000000000', 'bsnProof'],
])('a Bsn like %s is no question', (bsn, message) => {
  const parsed = WlzQuestion.safeParse({ bsn, peildatum: '2026-02-02', grond: 'signaal' })
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})
