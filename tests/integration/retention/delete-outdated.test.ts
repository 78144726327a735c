import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { systemActor } from '#/lib/access/actor.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { deleteOutdated } from '#/lib/retention/delete-outdated.ts'
import { KEPT_DAYS } from '#/lib/retention/terms.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenNotification } from '#/tests/support/inbox.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { givenGemeente, givenMember, givenNomination, givenSession, givenStaff } from '#/tests/support/world.ts'

const NOW = '2026-11-26T03:17:00.000Z'
const database = testDatabase()
stopClockAt(NOW)
const job = systemActor('retention.delete-outdated', 'test')

/** So many days ago, and a minute more or less. */
const ago = (days: number, minutes: number) => new Date(Date.parse(NOW) - days * DAY_MS - minutes * 60_000)

const idsOf = async (table: string, column = 'id') =>
  (await database.query<{ id: string }>(`SELECT ${column} AS id FROM ${table}`)).map(({ id }) => id).toSorted()

/** One gemeente with a person, and a session each of that person and of the servicedesk. */
async function givenPeople() {
  const gemeente = await givenGemeente(database)
  const member = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
  const staff = await givenStaff(database)
  return { gemeente, member, staff }
}

async function givenCode(organisationId: string, memberId: string, moments: Readonly<Record<string, Date>>) {
  const id = v7()
  const row = { issued_at: ago(200, 0), expires_at: ago(193, 0), used_at: null, revoked_at: null, ...moments }
  await database.query(
    `INSERT INTO verification_code (id, organisation_id, member_id, kind, locator, secret_hash, issued_by_id, issued_at, expires_at, used_at, revoked_at)
     VALUES ($1, $2, $3, 'GEBRUIKER', $4, 'x', $5, $6, $7, $8, $9)`,
    [id, organisationId, memberId, randomBytes(2).toString('hex'), v7(), ...Object.values(row)],
  )
  return id
}

beforeEach(() =>
  database.query('TRUNCATE session, verification_code, code_request, form_draft, rate_window, member_role CASCADE'),
)

// AVG 5(1)e and BIO2 5.33.01: what has had its use goes, to the minute of its term and not before, in every gemeente.
describe('rows whose term is over', () => {
  it('are the sessions that ended or ran out so long ago, also of the servicedesk', async () => {
    const { member, staff } = await givenPeople()
    const set = async (actor: Parameters<typeof givenSession>[1], ended: Date | null, absolute: Date) => {
      const { token: _token } = await givenSession(database, actor)
      const [row] = await database.query<{ id: string }>(
        `UPDATE session SET ended_at = $1::timestamptz, end_reason = CASE WHEN $1::timestamptz IS NULL THEN NULL ELSE 'UITGELOGD'::"SessionEndReason" END,
           absolute_ends_at = $2 WHERE id = (SELECT id FROM session ORDER BY created_at DESC, id DESC LIMIT 1) RETURNING id`,
        [ended, absolute],
      )
      return row?.id ?? ''
    }
    const kept = [
      await set(member.actor, ago(KEPT_DAYS.session, -1), ago(KEPT_DAYS.session, 500)),
      await set(member.actor, null, ago(KEPT_DAYS.session, -1)),
    ]
    await set(member.actor, ago(KEPT_DAYS.session, 1), ago(0, 0))
    await set(staff, null, ago(KEPT_DAYS.session, 1))
    expect(await deleteOutdated(job)).toMatchObject({ sessions: 2 })
    expect(await idsOf('session')).toEqual(kept.toSorted())
  })

  // The log says "een sessie van …" by the session's id: the row stays for it, without what tells where somebody was.
  it('leave of a session only whose it was, from a month after its end', async () => {
    const { member } = await givenPeople()
    await givenSession(database, member.actor)
    const set = (ended: Date) =>
      database.query("UPDATE session SET ended_at = $1, end_reason = 'UITGELOGD', device = 'Firefox'", [ended])
    const row = async () => (await database.query<Record<string, unknown>>('SELECT * FROM session'))[0]
    await set(ago(KEPT_DAYS.sessionOrigin, -1))
    const before = await row()
    expect(await deleteOutdated(job)).toMatchObject({ origins: 0 })
    expect(await row()).toEqual(before)
    await set(ago(KEPT_DAYS.sessionOrigin, 1))
    expect(await deleteOutdated(job)).toMatchObject({ origins: 1, sessions: 0 })
    const after = await row()
    expect(after).toMatchObject({
      id: before?.id,
      member_id: member.memberId,
      ip_prefix: '',
      device: '',
      user_agent_hash: null,
    })
    expect(after?.token_hash).not.toEqual(before?.token_hash)
    expect(await deleteOutdated(job)).toMatchObject({ origins: 0 })
  })

  it('are the codes that were used, withdrawn or over so long ago', async () => {
    const { gemeente, member } = await givenPeople()
    const give = (moments: Readonly<Record<string, Date>>) => givenCode(gemeente.id, member.memberId, moments)
    const old = ago(KEPT_DAYS.code, 1)
    await give({ expires_at: ago(0, 0), used_at: old })
    await give({ expires_at: ago(0, 0), revoked_at: old })
    const kept = await give({ expires_at: ago(KEPT_DAYS.code, -1) })
    expect(await deleteOutdated(job)).toMatchObject({ codes: 2 })
    expect(await idsOf('verification_code')).toEqual([kept])
  })

  it('are nominations that no longer count', async () => {
    const gemeente = await givenGemeente(database)
    const nominate = async (minutes: number) => {
      const member = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
      await givenNomination(database, member)
      await database.query('UPDATE manager_nomination SET nominated_at = $2 WHERE member_id = $1', [
        member.memberId,
        ago(KEPT_DAYS.nomination, minutes),
      ])
      return member.memberId
    }
    await nominate(1)
    const kept = await nominate(-1)
    expect(await deleteOutdated(job)).toMatchObject({ nominations: 1 })
    expect(await idsOf('manager_nomination', 'member_id')).toEqual([kept])
  })

  it('are requests, drafts and counters', async () => {
    const { gemeente, member } = await givenPeople()
    const request = async (requested: Date, handled: Date | null) => {
      const id = v7()
      const values = [id, gemeente.id, member.memberId, requested, handled]
      await database.query(
        'INSERT INTO code_request (id, organisation_id, member_id, requested_at, handled_at) VALUES ($1, $2, $3, $4, $5)',
        values,
      )
      return id
    }
    await request(ago(300, 0), ago(KEPT_DAYS.handledRequest, 1))
    await request(ago(KEPT_DAYS.unhandledRequest, 1), null)
    const kept = [
      await request(ago(300, 0), ago(KEPT_DAYS.handledRequest, -1)),
      await request(ago(KEPT_DAYS.unhandledRequest, -1), null),
    ]
    for (const [form, days] of [
      ['oud', 1],
      ['nieuw', -1],
    ] as const)
      await database.query(
        'INSERT INTO form_draft (user_id, organisation_id, form, sealed_values, saved_at) VALUES ($1, $2, $3, $4, $5)',
        [member.actor.userId, gemeente.id, form, 'x', ago(KEPT_DAYS.draft, days)],
      )
    await database.query("INSERT INTO rate_window (key, starts_at, count) VALUES ('oud', $1, 1), ('nieuw', $2, 1)", [
      ago(KEPT_DAYS.rateWindow, 1),
      ago(KEPT_DAYS.rateWindow, -1),
    ])
    expect(await deleteOutdated(job)).toMatchObject({ requests: 2, drafts: 1, windows: 1 })
    expect(await idsOf('code_request')).toEqual(kept.toSorted())
    expect(await idsOf('form_draft', 'form')).toEqual(['nieuw'])
    expect(await idsOf('rate_window', 'key')).toEqual(['nieuw'])
  })

  // Whoever is still compared keeps the old signal: it is what stops a second one about the same indicatie.
  it('are the Wlz-signalen of whoever is not compared any more', async () => {
    const gemeente = await givenGemeente(database)
    await givenRowsEverywhere(database, gemeente)
    const setAge = (minutes: number) =>
      database.query('UPDATE wlz_signal SET signalled_at = $1', [ago(KEPT_DAYS.wlzSignal, minutes)])
    await setAge(1)
    expect(await deleteOutdated(job)).toMatchObject({ wlzSignals: 0 })
    await database.query('DELETE FROM wlz_watch')
    await setAge(-1)
    expect(await deleteOutdated(job)).toMatchObject({ wlzSignals: 0 })
    await setAge(1)
    expect(await deleteOutdated(job)).toMatchObject({ wlzSignals: 1 })
  })

  it('are notifications, read or not, from when something was last added', async () => {
    await database.query('DELETE FROM notification')
    const { member } = await givenPeople()
    const days = KEPT_DAYS.notification
    const kept = [
      await givenNotification(database, member.actor, { at: ago(days, -1) }),
      await givenNotification(database, member.actor, { at: ago(days, -1), isRead: true }),
    ]
    await givenNotification(database, member.actor, { at: ago(days, 1), kind: 'KETENFOUT' })
    await givenNotification(database, member.actor, { at: ago(days, 1), isRead: true })
    expect(await deleteOutdated(job)).toMatchObject({ notifications: 2 })
    expect(await idsOf('notification')).toEqual(kept.toSorted())
  })

  it('are told to the log with their numbers, and nothing is told when there are none', async () => {
    const { gemeente, member } = await givenPeople()
    const told = () =>
      database.query<{ details: unknown }>("SELECT details FROM audit_event WHERE event = 'outdated.deleted'")
    const before = (await told()).length
    await deleteOutdated(job)
    expect(await told()).toHaveLength(before)
    await givenCode(gemeente.id, member.memberId, { used_at: ago(KEPT_DAYS.code, 1) })
    await deleteOutdated(job)
    expect((await told()).at(-1)?.details).toEqual({
      sessies: 0,
      herkomst: 0,
      codes: 1,
      voordrachten: 0,
      codeaanvragen: 0,
      concepten: 0,
      wlzSignalen: 0,
      meldingen: 0,
    })
  })
})
