import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { countUnread, listNotifications } from '#/lib/inbox/list-notifications.ts'
import { markRead } from '#/lib/inbox/mark-read.ts'
import { spreadCauses } from '#/lib/inbox/telling/spread-causes.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, receive } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase, whenWaitingForLocks } from '#/tests/support/database.ts'
import { happened, spread } from '#/tests/support/inbox.ts'
import { type GivenGemeente, givenGemeente, givenMember, type MemberOptions } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
const hands = stopClockAt('2026-03-02T09:00:00.000Z')

let home: GivenGemeente
const somebody = async (options: MemberOptions, gemeente = home) =>
  (await givenMember(database, gemeente, options)).actor
const user = { roles: { iwmo: 'GEBRUIKER' } } as const

/** Kind, product and amount of what somebody has not read. */
async function told(actor: MemberActor): Promise<string[]> {
  const { unread } = await listNotifications(actor, null)
  return unread.map(({ kind, product, amount }) => `${kind} ${product} ${amount}`).toSorted()
}
const causes = async () => (await database.query('SELECT FROM notification_cause')).length

beforeEach(async () => {
  await database.query('TRUNCATE notification, notification_cause')
  home = await givenGemeente(database)
})

// Guards issue 4 item 10: who is told of what.
describe('what happened', () => {
  it('is told to everybody with the role for it, and to nobody else', async () => {
    const elsewhere = await givenGemeente(database)
    const closed = await givenGemeente(database, { agreements: ['VECOZO'] })
    const jansen = await somebody({ roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })
    const smit = await somebody({ roles: { iwmo: 'PRODUCTBEHEERDER', ijw: 'PRODUCTBEHEERDER' } })
    const others = [
      await somebody({ roles: { ijw: 'GEBRUIKER' } }),
      await somebody({ roles: { 'wlz-registertoets': 'GEBRUIKER' }, isManager: true }),
      await somebody(user, elsewhere),
    ]
    const out = [await somebody({ ...user, state: 'GEBLOKKEERD' }), await somebody({ ...user, state: 'VERIFICATIE' })]
    await somebody(user, closed)
    await happened(
      home.id,
      'iwmo',
      { kind: 'NIEUWE_BERICHTEN' },
      { kind: 'NIEUWE_BERICHTEN' },
      { kind: 'KETENFOUT' },
      { kind: 'TERMIJN', amount: 3 },
      { kind: 'CERTIFICAAT', amount: 30 },
      { kind: 'CERTIFICAAT', amount: 7 },
      { kind: 'INSTELLINGEN' },
    )
    await happened(closed.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN' })
    expect(await spread()).toBe(8)
    expect(await told(jansen)).toEqual(['KETENFOUT iwmo 1', 'NIEUWE_BERICHTEN iwmo 2', 'TERMIJN iwmo 3'])
    expect(await told(smit)).toEqual(['CERTIFICAAT iwmo 7', 'INSTELLINGEN iwmo 1'])
    for (const other of others) expect(await told(other)).toEqual([])
    for (const actor of out) await expect(listNotifications(actor, null)).rejects.toThrow(ForbiddenError)
    const rows = await database.query<{ member_id: string }>('SELECT DISTINCT member_id FROM notification')
    expect(rows.map((row) => row.member_id).toSorted()).toEqual([jansen.memberId, smit.memberId].toSorted())
  })

  it('is not told to who did it', async () => {
    const roles = { ijw: 'PRODUCTBEHEERDER' } as const
    const [one, other] = [await somebody({ roles }), await somebody({ roles })]
    await happened(
      home.id,
      'ijw',
      { kind: 'INSTELLINGEN', byMemberId: one.memberId },
      { kind: 'INSTELLINGEN', byMemberId: one.memberId },
      { kind: 'INSTELLINGEN', byMemberId: other.memberId },
    )
    await spread()
    expect([await told(one), await told(other)]).toEqual([['INSTELLINGEN ijw 1'], ['INSTELLINGEN ijw 2']])
  })

  it('is counted up while it is unread, and begins anew when it has been read', async () => {
    const jansen = await somebody(user)
    const listed = async () => (await listNotifications(jansen, null)).unread
    await happened(home.id, 'iwmo', { kind: 'KETENFOUT', berichtId: ids.rowId() })
    await spread()
    const [first] = await listed()
    expect(first).toMatchObject({ amount: 1, berichtId: expect.any(String) })
    hands.set('2026-03-02T10:00:00.000Z')
    await happened(home.id, 'iwmo', { kind: 'KETENFOUT', berichtId: ids.rowId() })
    await spread()
    expect(await listed()).toEqual([
      { ...first, amount: 2, berichtId: null, lastAt: new Date('2026-03-02T10:00:00.000Z') },
    ])
    await markRead(jansen, { gezien: [{ id: first?.id ?? '', amount: 2 }] })
    await happened(home.id, 'iwmo', { kind: 'KETENFOUT' })
    await spread()
    expect(await listed()).toMatchObject([{ amount: 1 }])
    expect((await listNotifications(jansen, null)).read).toMatchObject([{ id: first?.id, amount: 2, isUnread: false }])
  })

  // A gemeente may get a thousand berichten in a minute: what is kept does not grow with them.
  it('is one row for each person, however much comes, and counted once by any number of workers', async () => {
    const people = [await somebody(user), await somebody(user), await somebody(user)]
    const many = Array.from({ length: 500 }, () => ({ kind: 'NIEUWE_BERICHTEN' }) as const)
    await Promise.all(Array.from({ length: 5 }, () => happened(home.id, 'iwmo', ...many)))
    const runs = await Promise.all([spread(), spread(), spread()])
    expect(runs.reduce((sum, run) => sum + run, 0)).toBe(2_500)
    for (const person of people) expect(await told(person)).toEqual(['NIEUWE_BERICHTEN iwmo 2500'])
    expect([await causes(), (await database.query('SELECT FROM notification')).length]).toEqual([0, 3])
  })

  // Guards "killed when between": a run that ends half way leaves everything to the next one.
  it('is counted once when a run is broken off between taking and telling', async () => {
    const jansen = await somebody(user)
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN' }, { kind: 'NIEUWE_BERICHTEN' })
    await database.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$`)
    await database.query('CREATE TRIGGER broken BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION broken()')
    await expect(spread()).rejects.toThrow(/broken/)
    expect([await causes(), await told(jansen)]).toEqual([2, []])
    await database.query('DROP TRIGGER broken ON notification')
    expect([await spread(), await spread(), await told(jansen)]).toEqual([2, 0, ['NIEUWE_BERICHTEN iwmo 2']])
  })

  it('waits for a run that is aborted', async () => {
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN' })
    await expect(spreadCauses(systemActor('x', 'test'), AbortSignal.abort())).rejects.toThrow(/abort/)
    expect(await causes()).toBe(1)
  })

  // Guards against a person who is told by two at once: reading waits for counting, and does not miss what is added.
  it('stays unread when it is counted up while somebody marks it as read', async () => {
    const jansen = await somebody(user)
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN' })
    await spread()
    const [seen] = (await listNotifications(jansen, null)).unread
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN' })
    await database.query('BEGIN')
    await database.query('SELECT FROM notification FOR UPDATE')
    const spreading = spread()
    await whenWaitingForLocks(database, 1)
    const reading = markRead(jansen, { gezien: [{ id: seen?.id ?? '', amount: 1 }] })
    await whenWaitingForLocks(database, 2)
    await database.query('COMMIT')
    await spreading
    expect([await reading, await countUnread(jansen)]).toEqual([{ ok: true, value: 1 }, 1])
    expect(await told(jansen)).toEqual(['NIEUWE_BERICHTEN iwmo 2'])
  })

  it('is told by the portal alone', async () => {
    const jansen = await somebody(user)
    await expect(spreadCauses(jansen as never, new AbortController().signal)).rejects.toThrow(ForbiddenError)
  })
})

describe('what comes from the chain', () => {
  let number = 0
  const toewijzing = () => makeBericht('WMO301', { gemeenteCode: home.code, identificatie: `M-${++number}` })
  const start = () => makeBericht('WMO305', { gemeenteCode: home.code, identificatie: `MS-${++number}` })

  it('is told with the bericht that comes in, once for the same content', async () => {
    const jansen = await somebody(user)
    await receive(home.id, start())
    await receive(home.id, start())
    await spread()
    expect(await told(jansen)).toEqual(['NIEUWE_BERICHTEN iwmo 2'])
  })

  it('is told with the Fo01 that refuses a bericht, once however often it comes', async () => {
    const jansen = await somebody(user)
    const { id, referentienummer } = accepted(await deliver(jansen, toewijzing()))
    const header = {
      berichtcode: 'Fo01',
      zender: { organisatie: 'VECOZO', applicatie: 'VECOZOWebservice', administratie: null },
      ontvanger: { organisatie: home.code },
      referentienummer: ids.referentienummer(),
      tijdstipBericht: '20260103102000',
      crossRefnummer: referentienummer ?? '',
      fout: { code: 'IB010', plek: 'client', omschrijving: 'AGB-code onjuist', details: 'WMO301' },
    } as const
    const send = () => receiveFo01(systemActor('keten', 'test'), { organisationId: home.id, header })
    await Promise.all([send(), send(), send()])
    await spread()
    expect((await listNotifications(jansen, null)).unread).toMatchObject([
      { kind: 'KETENFOUT', amount: 1, berichtId: id },
    ])
  })
})
