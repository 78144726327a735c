import type { MemberActor } from '#/lib/access/actor.ts'
import { listNotifications } from '#/lib/inbox/list-notifications.ts'
import { markRead } from '#/lib/inbox/mark-read.ts'
import { savePreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import type { MailFrequency } from '#/lib/inbox/preferences/schema.ts'
import { MAIL_PAUSE_MS } from '#/lib/inbox/telling/mail-at-once.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { happened, mailMorning, mailNow, orderedMails, spread } from '#/tests/support/inbox.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
// A Wednesday. In winter Amsterdam is an hour ahead.
const hands = stopClockAt('2026-03-04T09:00:00.000Z')

beforeAll(() => installQueues(database.adminUrl))

let home: GivenGemeente
let jansen: MemberActor

beforeEach(async () => {
  hands.set('2026-03-04T09:00:00.000Z')
  await database.query('TRUNCATE notification, notification_cause, notification_preference')
  await database.query('DELETE FROM pgboss.job')
  home = await givenGemeente(database)
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
})

async function come(amount: number, product: 'iwmo' | 'ijw' = 'iwmo'): Promise<void> {
  await happened(home.id, product, { kind: 'NIEUWE_BERICHTEN', amount })
  await spread()
}
const want = (newIwmo: MailFrequency, newIjw: MailFrequency = newIwmo, actor = jansen) =>
  savePreferences(actor, { newIwmo, newIjw })
/** What was ordered, as one text for each mail. */
const mails = async () =>
  (await orderedMails(database)).map(({ lines }) =>
    lines.map(({ kind, product, amount }) => `${kind} ${product} ${amount}`).join(', '),
  )

// Guards issue 4 item 10: "direct, daily, weekly per person", each once.
describe('a mail at once', () => {
  it('goes to who wants it, in one with all that there is, and at most every quarter of an hour about the same', async () => {
    await want('DIRECT')
    await come(2)
    await come(1, 'ijw')
    expect([await mailNow(), await mailNow()]).toEqual([1, 0])
    expect(await mails()).toEqual(['NIEUWE_BERICHTEN iwmo 2, NIEUWE_BERICHTEN ijw 1'])
    await come(500)
    hands.advance(MAIL_PAUSE_MS - 1)
    await come(500)
    expect(await mailNow()).toBe(0)
    hands.advance(1)
    expect([await mailNow(), await mailNow()]).toEqual([1, 0])
    expect((await mails()).at(-1)).toBe('NIEUWE_BERICHTEN iwmo 1000')
  })

  it('is no quicker for who reads at once', async () => {
    await want('DIRECT')
    await come(1)
    await mailNow()
    const [seen] = (await listNotifications(jansen, null)).unread
    await markRead(jansen, { gezien: [{ id: seen?.id ?? '', amount: 1 }] })
    await come(3)
    expect(await mailNow()).toBe(0)
    hands.advance(MAIL_PAUSE_MS)
    expect(await mailNow()).toBe(1)
    expect((await mails()).at(-1)).toBe('NIEUWE_BERICHTEN iwmo 3')
  })

  it('tells of what was not read before it went, and of nothing that was', async () => {
    await want('DIRECT')
    await come(4)
    const [seen] = (await listNotifications(jansen, null)).unread
    await markRead(jansen, { gezien: [{ id: seen?.id ?? '', amount: 4 }] })
    expect(await mailNow()).toBe(0)
  })

  it('tells of faults, terms, certificates and settings, unless somebody wants none of it', async () => {
    const keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
    const quiet = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
    await savePreferences(quiet, { settings: false, certificate: false })
    await savePreferences(jansen, { deadline: false })
    await happened(
      home.id,
      'iwmo',
      { kind: 'KETENFOUT' },
      { kind: 'TERMIJN' },
      { kind: 'CERTIFICAAT', amount: 0 },
      { kind: 'INSTELLINGEN' },
    )
    await spread()
    expect(await mailNow()).toBe(2)
    const ordered = new Map((await orderedMails(database)).map(({ memberId, lines }) => [memberId, lines]))
    expect(ordered.get(jansen.memberId)).toEqual([{ kind: 'KETENFOUT', product: 'iwmo', amount: 1 }])
    expect(ordered.get(keeper.memberId)).toEqual([
      { kind: 'CERTIFICAAT', product: 'iwmo', amount: 0 },
      { kind: 'INSTELLINGEN', product: 'iwmo', amount: 1 },
    ])
  })

  it('says how many days a certificate has at each stage, not how many more', async () => {
    await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })
    for (const amount of [30, 7]) {
      await happened(home.id, 'iwmo', { kind: 'CERTIFICAAT', amount })
      await spread()
      await mailNow()
      hands.advance(MAIL_PAUSE_MS)
    }
    expect(await mails()).toEqual(['CERTIFICAAT iwmo 30', 'CERTIFICAAT iwmo 7'])
  })

  it('is ordered once by any number of workers', async () => {
    for (let person = 0; person < 12; person += 1) {
      const { actor } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
      await savePreferences(actor, { newIwmo: 'DIRECT' })
    }
    await want('DIRECT')
    await come(3)
    const runs = await Promise.all([mailNow(), mailNow(), mailNow()])
    expect(runs.reduce((sum, run) => sum + run, 0)).toBe(13)
    const ordered = await orderedMails(database)
    expect([ordered.length, new Set(ordered.map(({ memberId }) => memberId)).size]).toEqual([13, 13])
  })

  // Killed between writing that it is mailed and ordering the mail: neither has happened.
  it('is ordered by the next run when one is broken off', async () => {
    await want('DIRECT')
    await come(3)
    await database.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$`)
    await database.query(
      `CREATE TRIGGER broken AFTER UPDATE OF mailed_at ON notification FOR EACH ROW EXECUTE FUNCTION broken()`,
    )
    await expect(mailNow()).rejects.toThrow(/broken/)
    await database.query('DROP TRIGGER broken ON notification')
    expect([await mailNow(), await mails()]).toEqual([1, ['NIEUWE_BERICHTEN iwmo 3']])
  })

  it.each([
    ['was blocked', `UPDATE member SET state = 'GEBLOKKEERD', state_before_block = 'ACTIEF' WHERE id = $1`],
    ['lost the role', 'DELETE FROM member_role WHERE member_id = $1'],
    ['has another role now', `UPDATE member_role SET role = 'PRODUCTBEHEERDER' WHERE member_id = $1`],
    ['has no address', 'UPDATE member SET email = NULL WHERE id = $1'],
    [
      'is of a gemeente that was closed',
      `UPDATE agreement SET withdrawn_at = now() WHERE kind = 'VECOZO'
       AND organisation_id = (SELECT organisation_id FROM member WHERE id = $1)`,
    ],
  ])('is not ordered for who %s since', async (_what, sql) => {
    await want('DIRECT')
    await come(3)
    await database.query(sql, [jansen.memberId])
    expect([await mailNow(), await mailMorning(), await mails()]).toEqual([0, 0, []])
  })
})

describe('a mail in the morning', () => {
  const at = (moment: string) => hands.set(moment)

  it('goes once a day to who wants that, in one with every product, and only about what came since', async () => {
    await want('DAGELIJKS')
    await come(5)
    await come(2, 'ijw')
    expect(await mailNow()).toBe(0)
    at('2026-03-05T07:00:00.000Z')
    expect([await mailMorning(), await mailMorning()]).toEqual([1, 0])
    // What comes after eight is for tomorrow, also when the job runs again.
    at('2026-03-05T07:00:30.000Z')
    await come(1)
    expect(await mailMorning()).toBe(0)
    at('2026-03-06T07:00:00.000Z')
    expect(await mailMorning()).toBe(1)
    expect(await mails()).toEqual(['NIEUWE_BERICHTEN iwmo 5, NIEUWE_BERICHTEN ijw 2', 'NIEUWE_BERICHTEN iwmo 1'])
  })

  it('does not go in a weekend or on a holiday, and tells of those days on the next', async () => {
    await want('DAGELIJKS')
    at('2026-04-03T12:00:00.000Z')
    await come(7)
    // Saturday, Easter Sunday, Easter Monday, Tuesday; in summer Amsterdam is two hours ahead.
    const sent: number[] = []
    for (const day of ['04', '05', '06', '07']) {
      at(`2026-04-${day}T06:00:00.000Z`)
      sent.push(await mailMorning())
    }
    expect(sent).toEqual([0, 0, 0, 1])
  })

  it('goes once a week on the first working day, about everything from before this week', async () => {
    await want('WEKELIJKS', 'DAGELIJKS')
    await come(3)
    await come(1, 'ijw')
    const sent: [string, number][] = []
    for (const day of ['05', '06', '09', '10', '16']) {
      at(`2026-03-${day}T07:00:00.000Z`)
      sent.push([day, await mailMorning()])
      if (day === '09') await come(8)
    }
    // Thursday: the daily one. Monday: the weekly one. Tuesday nothing. The Monday after: what came since.
    expect(sent).toEqual([
      ['05', 1],
      ['06', 0],
      ['09', 1],
      ['10', 0],
      ['16', 1],
    ])
    expect(await mails()).toEqual(['NIEUWE_BERICHTEN ijw 1', 'NIEUWE_BERICHTEN iwmo 3', 'NIEUWE_BERICHTEN iwmo 8'])
  })

  it('is made up for on Tuesday when nothing ran on Monday, or Monday is a holiday', async () => {
    await want('WEKELIJKS')
    await come(3)
    at('2026-03-10T07:00:00.000Z')
    expect([await mailMorning(), await mailMorning()]).toEqual([1, 0])
  })

  it('is none for who wants none, or has read it', async () => {
    await want('NOOIT', 'DAGELIJKS')
    await come(3)
    await come(3, 'ijw')
    const unread = (await listNotifications(jansen, null)).unread
    await markRead(jansen, { gezien: unread.map(({ id, amount }) => ({ id, amount })) })
    await come(3)
    at('2026-03-09T07:00:00.000Z')
    expect(await mailMorning()).toBe(0)
  })

  it('is ordered once by two workers', async () => {
    await want('DAGELIJKS')
    await come(3)
    at('2026-03-05T07:00:00.000Z')
    const runs = await Promise.all([mailMorning(), mailMorning()])
    expect([runs.toSorted(), await mails()]).toEqual([[0, 1], ['NIEUWE_BERICHTEN iwmo 3']])
  })
})
