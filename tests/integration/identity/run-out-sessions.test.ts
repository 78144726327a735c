import { systemActor } from '#/lib/access/actor.ts'
import { endRunOutSessions } from '#/lib/identity/sessions/end-run-out-sessions.ts'
import { endRunOut } from '#/lib/jobs/definitions/end-run-out-sessions.ts'
import { jobRegistry } from '#/lib/jobs/registry.ts'
import { HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const START = '2026-11-23T09:00:00.000Z'
const hands = stopClockAt(START)
beforeEach(() => hands.set(START))

const job = systemActor('sessions.end-run-out', 'test')
const run = () => endRunOutSessions(job, AbortSignal.timeout(20_000))

async function givenLogin() {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente)
  return { gemeente, actor, session: await givenSession(database, actor) }
}

// Guards ASVS 16.3.1: the end of a session is in the log, also when its browser never came back.
describe('sessions that ran out', () => {
  it('end with a row each, by inactivity or by the absolute end', async () => {
    const [idle, late] = [await givenLogin(), await givenLogin()]
    hands.advance(8 * HOUR_MS)
    await database.query('UPDATE session SET last_activity_at = $2 WHERE id = $1', [
      late.session.id,
      new Date(Date.parse(START) + 8 * HOUR_MS - MINUTE_MS),
    ])
    await database.query("UPDATE session SET absolute_ends_at = absolute_ends_at + interval '1 hour' WHERE id = $1", [
      idle.session.id,
    ])
    expect(await run()).toBe(2)
    const ended = async ({ gemeente }: typeof idle) => auditRows(database, gemeente.id, 'session.ended')
    expect(await ended(idle)).toMatchObject([{ reason_code: 'INACTIEF', subject_id: idle.session.id }])
    expect(await ended(late)).toMatchObject([{ reason_code: 'ABSOLUUT', subject_id: late.session.id }])
    expect(await run()).toBe(0)
  })

  it('do so for the servicedesk, too', async () => {
    const { id } = await givenSession(database, await givenStaff(database))
    hands.advance(20 * MINUTE_MS)
    expect(await run()).toBe(1)
    const rows = await database.query(
      "SELECT reason_code FROM audit_event WHERE event = 'session.ended' AND subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ reason_code: 'INACTIEF' }])
  })

  it('are not those that live', async () => {
    const { session } = await givenLogin()
    hands.advance(20 * MINUTE_MS - 1)
    expect(await run()).toBe(0)
    expect(await database.query('SELECT ended_at FROM session WHERE id = $1', [session.id])).toEqual([
      { ended_at: null },
    ])
    hands.advance(1)
    expect(await run()).toBe(1)
  })

  it('are each written down once when two workers look at the same moment', async () => {
    const { gemeente, actor } = await givenLogin()
    for (let count = 0; count < 9; count += 1) await givenSession(database, actor)
    hands.advance(20 * MINUTE_MS)
    const counts = await Promise.all([run(), run(), run()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(await auditRows(database, gemeente.id, 'session.ended')).toHaveLength(10)
  })

  it('are ended batch by batch until none is left', async () => {
    const { gemeente, actor } = await givenLogin()
    for (let count = 0; count < 120; count += 1) await givenSession(database, actor)
    hands.advance(20 * MINUTE_MS)
    expect(await run()).toBe(121)
    expect(await auditRows(database, gemeente.id, 'session.ended')).toHaveLength(121)
  })

  it('are the work of the portal alone, which does it by itself', async () => {
    const { actor } = await givenLogin()
    await expect(endRunOutSessions(actor as never, AbortSignal.timeout(1_000))).rejects.toThrow(ForbiddenError)
    expect(jobRegistry).toContain(endRunOut)
  })
})
