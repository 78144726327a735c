import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState } from '#/lib/platform/shared-state.ts'
import { Circuit } from '#/lib/wlz/circuit.ts'
import { compareWatched } from '#/lib/wlz/signals/compare-watched.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { WITH_INDICATION } from '#/simulators/keten/ciz-register.ts'
import { contentFolder, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testRegister } from '#/tests/support/chain/test-register.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenSignalsOn, givenToewijzing, givenWlzUser } from '#/tests/support/wlz.ts'
import { auditRows, type GivenGemeente, givenGemeente } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const register = testRegister(testChain())
const portal = systemActor('wlz.signalen', 'test-run')
/** A test person without an indicatie. */
const WITHOUT = 9
let gemeente: GivenGemeente
let user: MemberActor

beforeEach(async () => {
  stopClockAt('2026-02-02T10:00:00.000Z')
  gemeente = await givenGemeente(database)
  user = await givenWlzUser(database, gemeente)
  await givenSignalsOn(database, gemeente)
})

const compare = (signal = untilDone()) => compareWatched(portal, gemeente.id, signal)
type SignalRow = { id: string; since: string; bsn_end: string; bericht_id: string }
const signals = () =>
  database.query<SignalRow>(
    `SELECT id, to_char(since, 'YYYY-MM-DD') AS since, bsn_end, bericht_id FROM wlz_signal
     WHERE organisation_id = $1 ORDER BY since`,
    [gemeente.id],
  )
const watched = () =>
  database.query<{ checked_on: string | null }>(
    "SELECT to_char(checked_on, 'YYYY-MM-DD') AS checked_on FROM wlz_watch WHERE organisation_id = $1",
    [gemeente.id],
  )
const events = async (event: string) => (await auditRows(database, gemeente.id, event)).length

describe('the daily comparison with the Wlz register', () => {
  // Guards issue "daily Wlz-signalen": hub.md chapter 8, a signal when an indication appears, about whom, and once.
  it('gives a signal for somebody with a running provision and an indicatie, once, however often it runs', async () => {
    const { id } = await givenToewijzing(user, { client: 1 })
    await givenToewijzing(user, { client: WITHOUT })
    expect(await compare()).toEqual({ kind: 'done' })
    expect(await signals()).toMatchObject([{ since: '2024-03-01', bsn_end: testBsn(1).slice(-3), bericht_id: id }])
    expect(register.questions).toBe(2)
    // The same day again asks nobody; the next day asks, and tells nothing that was told.
    expect(await compare()).toEqual({ kind: 'done' })
    expect(register.questions).toBe(2)
    stopClockAt('2026-02-03T10:00:00.000Z')
    expect(await compare()).toEqual({ kind: 'done' })
    expect([register.questions, (await signals()).length, await events('wlz.signalled')]).toEqual([4, 1, 1])
  })

  it('gives a signal on the day on which an indicatie appears, and another one for another indicatie', async () => {
    await givenToewijzing(user, { client: WITHOUT })
    const appear = (since: string) => (WITH_INDICATION as Map<string, string>).set(testBsn(WITHOUT), since)
    try {
      await compare()
      expect(await signals()).toEqual([])
      appear('2026-02-03')
      stopClockAt('2026-02-03T10:00:00.000Z')
      await compare()
      expect(await signals()).toMatchObject([{ since: '2026-02-03' }])
      appear('2026-02-04')
      stopClockAt('2026-02-04T10:00:00.000Z')
      await compare()
      expect(await signals()).toMatchObject([{ since: '2026-02-03' }, { since: '2026-02-04' }])
    } finally {
      ;(WITH_INDICATION as Map<string, string>).delete(testBsn(WITHOUT))
    }
  })

  // Guards the log: every question on behalf of the gemeente with its ground, and data minimisation: no Bsn anywhere.
  it('is in the log of the gemeente with each question, and keeps no Bsn', async () => {
    await givenToewijzing(user, { client: 1 })
    await compare()
    const rows = await database.query<{ event: string; details: object }>(
      `SELECT event, actor_kind, actor_role, subject_kind, basis, details FROM audit_event
       WHERE organisation_id = $1 AND actor_kind = 'system' ORDER BY seq, at`,
      [gemeente.id],
    )
    const about = { actor_role: 'wlz.signalen', basis: 'portaal wlz-registertoets' }
    expect(rows.toSorted((one, other) => (one.event < other.event ? -1 : 1))).toMatchObject([
      { event: 'bericht.content-read', ...about, details: { berichtsoort: 'WMO301', doel: 'signalen' } },
      { event: 'wlz.answered', ...about, subject_kind: 'client' },
      { event: 'wlz.asked', ...about, subject_kind: 'client', details: { grond: 'signalen', peildatum: '2026-02-02' } },
      { event: 'wlz.comparing-begun', ...about, details: { aantal: 1 } },
      { event: 'wlz.signalled', ...about, subject_kind: 'client' },
    ])
    for (const table of ['wlz_watch', 'wlz_signal', 'audit_event', 'rate_window', 'pgboss.job'])
      expect(JSON.stringify(await database.query(`SELECT * FROM ${table}`))).not.toContain(testBsn(1))
    const mails = await database.query(
      "SELECT FROM pgboss.job WHERE name = 'wlz.tell-signals' AND data::text LIKE $1",
      [`%${gemeente.id}%`],
    )
    expect(mails).toHaveLength(1)
  })
})

describe('who is compared', () => {
  const asked = async (): Promise<number> => {
    await compare()
    return register.questions
  }

  it('is nobody whose toewijzing is over, is to come, or was withdrawn by a later decision', async () => {
    await givenToewijzing(user, { client: 1, from: '2025-01-01', until: '2026-02-01' })
    await givenToewijzing(user, { client: 2, from: '2026-02-03' })
    const nummer = '90000001'
    const today = { from: '2026-02-02', until: '2026-02-02' }
    await givenToewijzing(user, { client: 3, nummer, from: today.from })
    await givenToewijzing(user, { client: 3, nummer, ...today, reden: '13', besluit: '2026-01-15' })
    expect(await asked()).toBe(0)
    expect(await watched()).toEqual([])
  })

  it('is somebody with a toewijzing without an end, on its first day, and on its last', async () => {
    await givenToewijzing(user, { client: 1, until: null })
    await givenToewijzing(user, { client: 2, from: '2026-02-02' })
    await givenToewijzing(user, { client: 3, until: '2026-02-02' })
    expect(await asked()).toBe(3)
  })

  it('is one person once, whatever number of toewijzingen', async () => {
    await givenToewijzing(user, { client: 1 })
    const { id } = await givenToewijzing(user, { client: 1 })
    expect(await asked()).toBe(1)
    expect(await signals()).toMatchObject([{ bericht_id: id }])
  })

  // Guards decision 023: without the content nobody knows the Bsn.
  it('is nobody any more whose content was deleted, refused or taken back', async () => {
    const gone = await givenToewijzing(user, { client: 1 })
    const refused = await givenToewijzing(user, { client: 2 })
    const back = await givenToewijzing(user, { client: 3 })
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [gone.id])
    await database.query('UPDATE bericht SET is_refused = true WHERE id = $1', [refused.id])
    await database.query("UPDATE bericht SET status = 'INGETROKKEN' WHERE id = $1", [back.id])
    expect(await asked()).toBe(0)
  })

  it('is nobody whose content goes between the list and the reading; the log says so', async () => {
    const { id } = await givenToewijzing(user, { client: 1 })
    await givenToewijzing(user, { client: WITHOUT })
    register.state.mode = 'storing'
    await compare()
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [id])
    register.state.mode = 'normaal'
    stopClockAt('2026-02-02T10:05:00.000Z')
    expect(await compare()).toEqual({ kind: 'done' })
    expect([(await watched()).length, await events('wlz.comparing-ended')]).toEqual([1, 1])
  })

  it('is nobody real in the test environment (BRS18)', async () => {
    await givenToewijzing(user, { client: 1 })
    await givenToewijzing(user, { bsn: '111222333' })
    const demo = settings()
    setSettings({ ...demo, omgeving: 'test' })
    const outcome = await compare()
    setSettings(demo)
    expect([outcome, register.questions]).toEqual([{ kind: 'done' }, 1])
  })

  it('is of the own gemeente, and nobody of one that has not switched it on or has left', async () => {
    const other = await givenGemeente(database)
    await givenToewijzing(await givenWlzUser(database, other), { client: 1 })
    expect(await compareWatched(portal, other.id, untilDone())).toEqual({ kind: 'off' })
    await givenToewijzing(user, { client: WITHOUT })
    expect(await asked()).toBe(1)
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1', [gemeente.id])
    stopClockAt('2026-02-03T10:00:00.000Z')
    expect(await compare()).toEqual({ kind: 'off' })
    expect(register.questions).toBe(1)
  })

  it('is asked after by the portal only', async () => {
    await expect(compareWatched(user as never, gemeente.id, untilDone())).rejects.toThrow(ForbiddenError)
  })
})

describe('when something breaks', () => {
  // Guards "CIZ down = resumed later, never no": nobody counts as compared, and no signal is missed.
  it('goes on with whoever has no answer when the register is there again', async () => {
    for (const client of [1, 2, WITHOUT]) await givenToewijzing(user, { client })
    register.state.mode = 'storing'
    expect(await compare()).toEqual({ kind: 'unanswered', fault: 'unreachable' })
    expect(register.questions).toBe(1)
    expect((await watched()).filter(({ checked_on }) => checked_on !== null)).toEqual([])
    register.state.mode = 'normaal'
    // Whoever was just asked after waits a minute, in case the other worker lives; the others do not.
    expect(await compare()).toEqual({ kind: 'more' })
    stopClockAt('2026-02-02T10:02:00.000Z')
    expect(await compare()).toEqual({ kind: 'done' })
    expect(await signals()).toHaveLength(2)
    const answers = await auditRows(database, gemeente.id, 'wlz.answered')
    expect(answers.filter(({ result }) => result === 'error')).toMatchObject([{ reason_code: 'unreachable' }])
  })

  it('spares a register that left five without an answer', async () => {
    await givenToewijzing(user, { client: 1 })
    const circuit = new Circuit()
    for (let count = 0; count < 5; count++) circuit.failed(new Date('2026-02-02T10:00:00.000Z'))
    replaceSharedState('wlz-circuit', circuit)
    expect(await compare()).toEqual({ kind: 'unanswered', fault: 'paused' })
    expect(register.questions).toBe(0)
  })

  // Guards "exactly once also with two workers": one question and one signal per person.
  it('asks and tells once when two workers run side by side', async () => {
    for (const client of [1, 2, 3, 10, 11]) await givenToewijzing(user, { client })
    await Promise.all([compare(), compare(), compare()])
    expect([register.questions, (await signals()).length, await events('wlz.signalled')]).toEqual([5, 3, 3])
  })

  // Guards "a job that was killed": the answer had come and was not written down.
  it('asks again after a worker was killed between question and answer, and tells once', async () => {
    await givenToewijzing(user, { client: 1 })
    await database.query(
      "CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$",
    )
    await database.query('CREATE TRIGGER kill BEFORE INSERT ON wlz_signal FOR EACH ROW EXECUTE FUNCTION kill()')
    await expect(compare()).rejects.toThrow('killed')
    await database.query('DROP FUNCTION kill CASCADE')
    expect(await watched()).toEqual([{ checked_on: null }])
    expect(await events('wlz.signalled')).toBe(0)
    stopClockAt('2026-02-02T10:02:00.000Z')
    expect(await compare()).toEqual({ kind: 'done' })
    expect([register.questions, (await signals()).length, await events('wlz.signalled')]).toEqual([2, 1, 1])
  })

  it('stops when the worker has to end, and loses nobody', async () => {
    for (const client of [1, 2]) await givenToewijzing(user, { client })
    await expect(compare(AbortSignal.abort())).rejects.toThrow()
    expect(register.questions).toBe(0)
    expect(await compare()).toEqual({ kind: 'done' })
  })
})
