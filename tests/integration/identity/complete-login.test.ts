import { completeLogin } from '#/lib/identity/login/complete-login.ts'
import type { EherkenningIdentity, StaffIdentity } from '#/lib/identity/login/identity.ts'
import { judgeLogin, LoginRefusedError } from '#/lib/identity/login/judge-login.ts'
import type { LoginRun } from '#/lib/identity/login/login-run.ts'
import { refuseLogin } from '#/lib/identity/login/refuse-login.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { newSessionToken } from '#/lib/identity/sessions/session-token.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { demoConnection } from '#/tests/support/broker-connections.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase, whenWaitingForLocks } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')

const identityOf = (
  gemeente: Pick<GivenGemeente, 'kvk'>,
  pseudonym: string,
  change: Partial<EherkenningIdentity> = {},
): EherkenningIdentity => ({
  kind: 'eherkenning',
  brokerId: 'kpn',
  subjectPseudonym: pseudonym,
  legal: { kvk: gemeente.kvk, rsin: null },
  intermediaryKvk: null,
  branch: null,
  loa: 'loa3',
  authnInstant: clock.now(),
  ...change,
})

/** The whole login after the answer was read: judged, then made. Gives the token that the browser gets. */
async function logIn(
  identity: EherkenningIdentity | StaffIdentity,
  startedAt = clock.now(),
  former?: LoginRun['former'],
): Promise<string> {
  const judgement = await judgeLogin(identity)
  if (!judgement.admitted) throw new Error(judgement.refusal.code)
  const token = newSessionToken()
  const run = { connection: demoConnection('kpn'), origin: TEST_ORIGIN, device: 'Firefox', startedAt, former }
  await completeLogin({ ...run, admitted: judgement.login }, token)
  return token
}

async function actorBehind(token: string) {
  const session = await resolveSession(token, TEST_ORIGIN)
  if (session.kind !== 'live') throw new Error(`the session is ${session.kind}`)
  return session.actor
}

describe('a first login', () => {
  it('makes user, registration in PROFIEL and session, each with its row in the log', async () => {
    const gemeente = await givenGemeente(database)
    const actor = await actorBehind(await logIn(identityOf(gemeente, 'first-1')))
    expect(actor).toMatchObject({
      kind: 'member',
      state: 'PROFIEL',
      organisationId: gemeente.id,
      roles: {},
      isManager: false,
    })
    const events = (await auditRows(database, gemeente.id)).map(({ event }) => event)
    expect(events).toEqual(['login.succeeded', 'member.registered'])
  })

  // Guards T10: a double click, or two tabs, do not make two people of one.
  it('that happens ten times at once ends in one user with one registration', async () => {
    const gemeente = await givenGemeente(database)
    const tokens = await Promise.all(Array.from({ length: 10 }, () => logIn(identityOf(gemeente, 'twins'))))
    const members = await database.query('SELECT user_id FROM member WHERE organisation_id = $1', [gemeente.id])
    expect(members).toHaveLength(1)
    expect(await database.query("SELECT 1 FROM account WHERE pseudonym = 'twins'")).toHaveLength(1)
    expect(new Set(tokens).size).toBe(10)
    expect(await auditRows(database, gemeente.id, 'member.registered')).toHaveLength(1)
  })

  it('at another gemeente gives the same person a registration of its own there', async () => {
    const [one, other] = [await givenGemeente(database), await givenGemeente(database)]
    const [first, second] = [
      await actorBehind(await logIn(identityOf(one, 'two-jobs'))),
      await actorBehind(await logIn(identityOf(other, 'two-jobs'))),
    ]
    expect(second.userId).toBe(first.userId)
    expect([first, second]).toMatchObject([{ organisationId: one.id }, { organisationId: other.id }])
  })
})

describe('who somebody is', () => {
  // Guards T151 and ASVS 10.2.2: the key is makelaar and pseudonym together, case and all; nothing links two people.
  it('is another person for another pseudonym, spelling or makelaar', async () => {
    const gemeente = await givenGemeente(database)
    const users = new Set<string>()
    for (const [pseudonym, brokerId] of [
      ['ab', 'kpn'],
      ['AB', 'kpn'],
      ['ab', 'digidentity'],
      ['ab ', 'kpn'],
    ] as const)
      users.add((await actorBehind(await logIn(identityOf(gemeente, pseudonym, { brokerId })))).userId)
    expect(users.size).toBe(4)
  })

  it('of staff follows the name that their own provider tells', async () => {
    const staff: StaffIdentity = {
      kind: 'servicedesk',
      brokerId: 'servicedesk',
      subject: 'desk',
      name: 'D. Esk',
      loa: 'loa3',
      authnInstant: clock.now(),
    }
    expect(await actorBehind(await logIn(staff))).toMatchObject({ kind: 'staff', displayName: 'D. Esk' })
    expect(await actorBehind(await logIn({ ...staff, name: 'D. Nieuwenaam' }))).toMatchObject({
      displayName: 'D. Nieuwenaam',
    })
  })
})

describe('a fourth session', () => {
  // Guards ASVS 7.1.2: at most three; the oldest ends and says why.
  it('ends the oldest, of this person only', async () => {
    const gemeente = await givenGemeente(database)
    const other = await logIn(identityOf(gemeente, 'somebody-else'))
    const tokens: string[] = []
    for (let login = 0; login < 5; login += 1) {
      hands.advance(1_000)
      tokens.push(await logIn(identityOf(gemeente, 'four')))
    }
    const kinds = await Promise.all(tokens.map(async (token) => resolveSession(token, TEST_ORIGIN)))
    expect(kinds.map((session) => (session.kind === 'ended' ? session.reason : session.kind))).toEqual([
      'TE_VEEL_SESSIES',
      'TE_VEEL_SESSIES',
      'live',
      'live',
      'live',
    ])
    expect((await resolveSession(other, TEST_ORIGIN)).kind).toBe('live')
  })

  // Guards against a false alarm: whoever logs in again in one of three browsers keeps the other two, and is told of nothing.
  it('that takes the place of one in the same browser ends that one only', async () => {
    const gemeente = await givenGemeente(database)
    const identity = () => identityOf(gemeente, 'three-browsers')
    const others = [await logIn(identity()), await logIn(identity())]
    const former = await logIn(identity())
    const fresh = await logIn(identity(), clock.now(), await actorBehind(former))
    for (const token of [...others, fresh]) expect((await resolveSession(token, TEST_ORIGIN)).kind).toBe('live')
    expect(await resolveSession(former, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'VERVANGEN' })
    const ended = await auditRows(database, gemeente.id, 'session.ended')
    expect(ended.map(({ reason_code }) => reason_code)).toEqual(['VERVANGEN'])
  })

  // Who closes the browser every evening and never logs out must not be told of too many sessions.
  it('does not count the ones that ran out by themselves', async () => {
    const gemeente = await givenGemeente(database)
    const old: string[] = []
    for (let login = 0; login < 3; login += 1) old.push(await logIn(identityOf(gemeente, 'evenings')))
    hands.advance(20 * MINUTE_MS)
    const fresh = await logIn(identityOf(gemeente, 'evenings'))
    for (const token of old)
      expect(await resolveSession(token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'INACTIEF' })
    expect((await resolveSession(fresh, TEST_ORIGIN)).kind).toBe('live')
    expect(await auditRows(database, gemeente.id, 'session.ended')).toEqual([])
  })
})

describe('logging in again after the code', () => {
  // Guards product chapter 3 (T03): only an attempt that began after the code leads to ACTIEF.
  it('counts from the moment of the code on', async () => {
    const gemeente = await givenGemeente(database)
    const { pseudonym, memberId } = await givenMember(database, gemeente, { state: 'OPNIEUW_INLOGGEN' })
    const before = new Date(clock.now().getTime() - 1_000)
    hands.advance(5_000)
    const early = await actorBehind(await logIn(identityOf(gemeente, pseudonym), before))
    expect(early).toMatchObject({ state: 'OPNIEUW_INLOGGEN', memberId })
    expect(await actorBehind(await logIn(identityOf(gemeente, pseudonym)))).toMatchObject({ state: 'ACTIEF', memberId })
    expect(await auditRows(database, gemeente.id, 'member.activated')).toHaveLength(1)
  })

  // Guards that nobody is stuck: the makelaar's clock may be a minute behind ours, ours decides what came first.
  it('goes by our own clock, not by that of the makelaar', async () => {
    const gemeente = await givenGemeente(database)
    const { pseudonym } = await givenMember(database, gemeente, { state: 'OPNIEUW_INLOGGEN' })
    hands.advance(5_000)
    const behind = identityOf(gemeente, pseudonym, { authnInstant: new Date(clock.now().getTime() - 60_000) })
    expect(await actorBehind(await logIn(behind))).toMatchObject({ state: 'ACTIEF' })
  })
})

describe('a login in another browser', () => {
  const whileItIsWritten = async (state: 'OPNIEUW_INLOGGEN' | 'GEBLOKKEERD') => {
    const gemeente = await givenGemeente(database)
    const { pseudonym, memberId } = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
    await database.query('BEGIN')
    await database.query(
      `UPDATE member SET state = $2::"OnboardingState", code_accepted_at = $3,
       state_before_block = CASE WHEN $2 = 'GEBLOKKEERD' THEN 'VERIFICATIE'::"OnboardingState" END WHERE id = $1`,
      [memberId, state, new Date(clock.now().getTime() + 60_000)],
    )
    const login = logIn(identityOf(gemeente, pseudonym)).catch((error: unknown) => error)
    await whenWaitingForLocks(database, 1)
    await database.query('COMMIT')
    const outcome = await login
    const rows = await database.query('SELECT state, last_login_at FROM member WHERE id = $1', [memberId])
    return { outcome, rows, gemeente }
  }

  // Guards against a lost update: what happens to the person meanwhile (here a code that is accepted) stays.
  it('leaves the step alone that the person reaches meanwhile', async () => {
    const { outcome, rows } = await whileItIsWritten('OPNIEUW_INLOGGEN')
    expect(typeof outcome).toBe('string')
    expect(rows).toMatchObject([{ state: 'OPNIEUW_INLOGGEN', last_login_at: expect.any(Date) }])
  })

  // A login that was judged a moment before a block is no login: no session, and no row that says it succeeded.
  it('is refused when the person is blocked meanwhile', async () => {
    const { outcome, rows, gemeente } = await whileItIsWritten('GEBLOKKEERD')
    expect(outcome).toBeInstanceOf(LoginRefusedError)
    expect(outcome).toMatchObject({ refusal: { code: 'MEMBER_BLOCKED', organisationId: gemeente.id } })
    expect(rows).toEqual([{ state: 'GEBLOKKEERD', last_login_at: null }])
    expect(await auditRows(database, gemeente.id)).toEqual([])
    expect(await database.query('SELECT 1 FROM session WHERE organisation_id = $1', [gemeente.id])).toEqual([])
  })

  it('is refused when an agreement is withdrawn meanwhile, also a first one, of which nobody is left', async () => {
    const gemeente = await givenGemeente(database)
    const identity = identityOf(gemeente, 'too-late')
    const judgement = await judgeLogin(identity)
    if (!judgement.admitted) throw new Error(judgement.refusal.code)
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1', [gemeente.id])
    const run = { connection: demoConnection('kpn'), origin: TEST_ORIGIN, device: 'Firefox', startedAt: clock.now() }
    const login = completeLogin({ ...run, admitted: judgement.login }, newSessionToken())
    await expect(login).rejects.toThrow(LoginRefusedError)
    expect(await database.query("SELECT 1 FROM account WHERE pseudonym = 'too-late'")).toEqual([])
  })
})

describe('who does not get in', () => {
  const judged = async (identity: EherkenningIdentity) => {
    const judgement = await judgeLogin(identity)
    return judgement.admitted ? null : judgement.refusal
  }

  it('is of an organisation that is not known, or that two numbers contradict', async () => {
    const [one, other] = [await givenGemeente(database), await givenGemeente(database)]
    expect(await judged(identityOf({ kvk: '00000000' }, 'x'))).toEqual({
      code: 'ORGANISATION_UNKNOWN',
      organisationId: null,
    })
    await database.query("UPDATE organisation SET rsin = '123456782' WHERE id = $1", [other.id])
    const both = identityOf(one, 'x', { legal: { kvk: one.kvk, rsin: '123456782' } })
    expect(await judged(both)).toEqual({ code: 'ORGANISATION_UNKNOWN', organisationId: null })
    const same = identityOf(other, 'x', { legal: { kvk: other.kvk, rsin: '123456782' } })
    expect(await judged(same)).toBeNull()
    for (const legal of [
      { kvk: other.kvk, rsin: '000000000' },
      { kvk: '00000000', rsin: '123456782' },
    ])
      expect(await judged(identityOf(other, 'x', { legal }))).toEqual({
        code: 'ORGANISATION_UNKNOWN',
        organisationId: null,
      })
    // A number that one side does not have contradicts nothing.
    expect(await judged(identityOf(one, 'x', { legal: { kvk: one.kvk, rsin: '000000000' } }))).toBeNull()
  })

  it.each([[[]], [['AANSLUITING']], [['VECOZO']]] as const)('has agreements %j only', async (agreements) => {
    const gemeente = await givenGemeente(database, { agreements })
    const refusal = { code: 'AGREEMENTS_MISSING', organisationId: gemeente.id }
    expect(await judged(identityOf(gemeente, 'x'))).toEqual(refusal)
  })

  it('is blocked at this gemeente; elsewhere the same person may come in', async () => {
    const [here, elsewhere] = [await givenGemeente(database), await givenGemeente(database)]
    const { pseudonym } = await givenMember(database, here, { state: 'GEBLOKKEERD' })
    expect(await judged(identityOf(here, pseudonym))).toEqual({ code: 'MEMBER_BLOCKED', organisationId: here.id })
    expect(await judged(identityOf(elsewhere, pseudonym))).toBeNull()
  })

  // Guards ASVS 6.3.8 and 16.5.1: the page tells no more than helps; the code leads to the row with the exact reason.
  it('gets a code of eight characters that finds the reason in the log', async () => {
    const gemeente = await givenGemeente(database)
    const path = await refuseLogin({
      code: 'LEVEL_CONTRADICTORY',
      brokerId: 'kpn',
      organisationId: gemeente.id,
      origin: TEST_ORIGIN,
    })
    const [, supportCode] = /^\/geen-toegang\/niveau\?code=([0-9A-HJKMNP-TV-Z]{8})$/.exec(path) ?? []
    const rows = await database.query('SELECT reason_code, event FROM audit_event WHERE support_code = $1', [
      supportCode,
    ])
    expect(rows).toEqual([{ reason_code: 'LEVEL_CONTRADICTORY', event: 'login.refused' }])
  })
})
