import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { newSessionToken } from '#/lib/identity/sessions/session-token.ts'
import { renewSessionToken } from '#/lib/identity/sessions/start-session.ts'
import { touchSession } from '#/lib/identity/sessions/touch-session.ts'
import { listOwnSessions } from '#/lib/organisations/own/own-sessions.ts'
import { HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
const START = '2026-11-23T09:00:00.000Z'
const hands = stopClockAt(START)
beforeEach(() => hands.set(START))

const resolve = (token: string | undefined) => resolveSession(token, TEST_ORIGIN)
const resolved = async (token: string) => {
  const session = await resolve(token)
  return session.kind === 'ended' ? session.reason : session.kind
}

async function live(token: string) {
  const session = await resolve(token)
  if (session.kind !== 'live') throw new Error(`the session is ${session.kind}`)
  return session
}

async function givenLogin(options: Parameters<typeof givenMember>[2] = {}) {
  const gemeente = await givenGemeente(database)
  const member = await givenMember(database, gemeente, options)
  return { gemeente, ...member, session: await givenSession(database, member.actor) }
}

describe('a session', () => {
  it('says who somebody is, from the database and at this moment', async () => {
    const { actor, session, memberId } = await givenLogin({ roles: { iwmo: 'GEBRUIKER' }, isManager: true })
    expect((await live(session.token)).actor).toEqual({ ...actor, sessionId: session.id })
    // ASVS 8.3.2: a change of role works at the next request.
    await database.query('DELETE FROM member_role WHERE member_id = $1', [memberId])
    expect((await live(session.token)).actor).toMatchObject({ roles: {}, isManager: true })
  })

  it('of staff belongs to no gemeente', async () => {
    const staff = await givenStaff(database, 'D. Esk')
    const session = await givenSession(database, staff)
    expect((await live(session.token)).actor).toEqual({ ...staff, sessionId: session.id })
  })

  // Guards ASVS 7.2.1: an altered, unknown or absurd cookie is an answer, never a fault.
  it.each([undefined, '', 'x', newSessionToken(), 'x'.repeat(10_000), '\u0000', "' OR 1=1 --"])(
    'is absent for the cookie %j',
    async (token) => {
      expect(await resolve(token)).toEqual({ kind: 'absent' })
    },
  )

  // Guards ASVS 7.2.3: whoever reads the database has no session.
  it('never leaves its token in the database, in no table and no wording', async () => {
    const { session } = await givenLogin()
    const tables = await database.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    )
    const hex = Buffer.from(session.token, 'base64url').toString('hex')
    for (const { name } of tables) {
      const rows = await database.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`)
      expect(rows.filter(({ text }) => text.includes(session.token) || text.includes(hex))).toEqual([])
    }
  })
})

describe('the end of a session', () => {
  // Guards ASVS 7.3.1 by the injected clock: the browser has no say.
  it('comes after twenty minutes without activity', async () => {
    const { session } = await givenLogin()
    hands.advance(20 * MINUTE_MS - 1_000)
    expect(await resolved(session.token)).toBe('live')
    hands.advance(1_000)
    expect(await resolved(session.token)).toBe('INACTIEF')
  })

  it('moves with activity, but never beyond eight hours from login', async () => {
    const { session } = await givenLogin()
    for (let minute = 15; minute < 8 * 60; minute += 15) {
      hands.set(START)
      hands.advance(minute * MINUTE_MS)
      await touchSession(await live(session.token))
    }
    hands.set(START)
    hands.advance(8 * HOUR_MS - 1_000)
    expect((await live(session.token)).absoluteEndsAt).toEqual(new Date('2026-11-23T17:00:00.000Z'))
    hands.advance(1_000)
    expect(await resolved(session.token)).toBe('ABSOLUUT')
  })

  it('is not moved by activity that comes too late', async () => {
    const { session } = await givenLogin()
    const stale = await live(session.token)
    await endOwnSession(stale.actor)
    hands.advance(5 * MINUTE_MS)
    await touchSession(stale)
    expect(await resolved(session.token)).toBe('UITGELOGD')
  })

  // Guards product chapter 2: withdrawing one agreement closes the portal for that gemeente at the next request.
  it.each(['AANSLUITING', 'VECOZO'])('comes at the next request when agreement %s is withdrawn', async (kind) => {
    const { session, gemeente } = await givenLogin()
    const elsewhere = await givenLogin()
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1 AND kind = $2', [
      gemeente.id,
      kind,
    ])
    expect(await resolved(session.token)).toBe('OVEREENKOMST')
    expect(await resolved(elsewhere.session.token)).toBe('live')
  })

  it('comes at the next request when somebody is blocked', async () => {
    const { session, memberId } = await givenLogin()
    await database.query("UPDATE member SET state = 'GEBLOKKEERD', state_before_block = 'ACTIEF' WHERE id = $1", [
      memberId,
    ])
    expect(await resolved(session.token)).toBe('GEBLOKKEERD')
  })

  it('is written in the log once, by the first request after it', async () => {
    const { session, gemeente } = await givenLogin()
    hands.advance(HOUR_MS)
    for (let request = 0; request < 3; request += 1) {
      const ended = await resolve(session.token)
      if (ended.kind === 'ended') await recordSessionEnd(ended, TEST_ORIGIN)
    }
    expect(await auditRows(database, gemeente.id, 'session.ended')).toEqual([
      expect.objectContaining({ reason_code: 'INACTIEF', subject_id: session.id }),
    ])
  })

  it('by the button ends that session only, and is logged as logging out', async () => {
    const { session, actor, gemeente } = await givenLogin()
    const other = await givenSession(database, actor)
    await endOwnSession((await live(session.token)).actor)
    expect(await resolved(session.token)).toBe('UITGELOGD')
    expect(await resolved(other.token)).toBe('live')
    expect(await auditRows(database, gemeente.id)).toMatchObject([{ event: 'logout.user', subject_id: session.id }])
  })
})

describe('a new token', () => {
  const askForRenewal = (id: string) => database.query('UPDATE session SET renew_token = true WHERE id = $1', [id])

  // Guards ASVS 7.2.4: after a change of rights the old value is dead at once, in other tabs too.
  it('replaces the old one at once and keeps the end of the login', async () => {
    const { session } = await givenLogin()
    const before = await live(session.token)
    await askForRenewal(session.id)
    expect((await live(session.token)).renewToken).toBe(true)
    const token = await renewSessionToken(session.token)
    expect(await resolved(session.token)).toBe('absent')
    const after = await live(token ?? '')
    expect(after).toMatchObject({ renewToken: false, absoluteEndsAt: before.absoluteEndsAt })
    expect(after.actor.sessionId).toBe(session.id)
  })

  it('is given once, however many requests ask at the same time', async () => {
    const { session } = await givenLogin()
    await askForRenewal(session.id)
    const tokens = await Promise.all(Array.from({ length: 20 }, () => renewSessionToken(session.token)))
    expect(tokens.filter((token) => token !== null)).toHaveLength(1)
  })

  it('is not given to who has none coming, or whose session is over', async () => {
    const { session } = await givenLogin()
    expect(await renewSessionToken(session.token)).toBeNull()
    await askForRenewal(session.id)
    await database.query('UPDATE session SET ended_at = now() WHERE id = $1', [session.id])
    expect(await renewSessionToken(session.token)).toBeNull()
  })
})

// OWASP, binding of sessions: a stolen cookie is used elsewhere. The session lives, its owner and the log are told.
describe('a session that goes on elsewhere', () => {
  const seenFrom = async (token: string, ipPrefix: string, userAgentHash = TEST_ORIGIN.userAgentHash) => {
    const session = await resolveSession(token, { ...TEST_ORIGIN, ipPrefix, userAgentHash })
    if (session.kind !== 'live') throw new Error(`the session is ${session.kind}`)
    await touchSession(session)
    return session.actor
  }
  const changes = async (organisationId: string) =>
    (await auditRows(database, organisationId, 'session.origin-changed')).map(({ details }) => details)

  it('lives, and leaves one row for another network and one for another browser', async () => {
    const { session, gemeente } = await givenLogin()
    await seenFrom(session.token, TEST_ORIGIN.ipPrefix)
    expect(await changes(gemeente.id)).toEqual([])
    await Promise.all(Array.from({ length: 5 }, () => seenFrom(session.token, '198.51.100.0/24')))
    expect(await changes(gemeente.id)).toEqual([{ anderNetwerk: true, andereBrowser: false }])
    hands.advance(11 * MINUTE_MS)
    const actor = await seenFrom(session.token, '198.51.100.0/24', 'fedcba9876543210')
    expect(await changes(gemeente.id)).toHaveLength(2)
    expect((await changes(gemeente.id)).at(-1)).toEqual({ anderNetwerk: false, andereBrowser: true })
    expect(await auditRows(database, gemeente.id, 'session.origin-changed')).toMatchObject([
      { subject_id: session.id },
      { subject_id: session.id },
    ])
    expect(await listOwnSessions(actor)).toMatchObject([{ isThis: true, originChangedAt: new Date(hands.now()) }])
  })

  it('is told of once in ten minutes when it goes back and forth, and again after that', async () => {
    const { session, gemeente } = await givenLogin()
    for (let time = 0; time < 6; time += 1) await seenFrom(session.token, `198.51.${time % 2}.0/24`)
    expect(await changes(gemeente.id)).toHaveLength(1)
    hands.advance(10 * MINUTE_MS)
    for (let time = 0; time < 6; time += 1) await seenFrom(session.token, `198.51.${time % 2}.0/24`)
    expect(await changes(gemeente.id)).toHaveLength(2)
  })

  it('of before its browser was noted is not taken for one that changed', async () => {
    const { session, gemeente } = await givenLogin()
    await database.query('UPDATE session SET user_agent_hash = NULL WHERE id = $1', [session.id])
    await seenFrom(session.token, TEST_ORIGIN.ipPrefix, 'fedcba9876543210')
    expect(await changes(gemeente.id)).toEqual([])
  })
})
