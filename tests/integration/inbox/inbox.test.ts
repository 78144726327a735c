import type { MemberActor } from '#/lib/access/actor.ts'
import { countUnread, INBOX_ROWS, listNotifications } from '#/lib/inbox/list-notifications.ts'
import { markRead } from '#/lib/inbox/mark-read.ts'
import { readPlace } from '#/lib/inbox/place.ts'
import { MarkRead, writeSeen } from '#/lib/inbox/schema.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenNotification } from '#/tests/support/inbox.ts'
import { givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
stopClockAt('2026-03-02T09:00:00.000Z')
const at = (minutes: number) => new Date(Date.parse('2026-03-02T08:00:00.000Z') + minutes * 60_000)

// Guards issue 4 item 10: an inbox is of one person, shows what that person has to do with, and forgets nothing unseen.
describe('an inbox', () => {
  let jansen: MemberActor
  let colleague: MemberActor
  let foreign: MemberActor

  beforeAll(async () => {
    const [home, elsewhere] = [await givenGemeente(database), await givenGemeente(database)]
    const roles = { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } as const
    jansen = (await givenMember(database, home, { roles })).actor
    colleague = (await givenMember(database, home, { roles })).actor
    foreign = (await givenMember(database, elsewhere, { roles })).actor
  })
  beforeEach(() => database.query('TRUNCATE notification'))

  const list = (actor = jansen) => listNotifications(actor, null)
  const mark = (...gezien: { id: string; amount: number }[]) => markRead(jansen, { gezien })

  it('has what is unread first, newest first, then what was read, and nothing of anybody else', async () => {
    const read = await givenNotification(database, jansen, { at: at(9), isRead: true })
    const older = await givenNotification(database, jansen, { at: at(1) })
    const newer = await givenNotification(database, jansen, { at: at(2), kind: 'KETENFOUT' })
    for (const other of [colleague, foreign]) await givenNotification(database, other, { at: at(3) })
    const page = await list()
    expect(page.unread.map(({ id }) => id)).toEqual([newer, older])
    expect([page.read.map(({ id }) => id), page.older]).toEqual([[read], null])
    expect([await countUnread(jansen), await countUnread(colleague)]).toEqual([2, 1])
  })

  it('shows only what the present roles are for', async () => {
    await givenNotification(database, jansen, { product: 'ijw' })
    await givenNotification(database, jansen, { product: 'iwmo', kind: 'INSTELLINGEN' })
    const kept = await givenNotification(database, jansen, { product: 'ijw', kind: 'CERTIFICAAT' })
    expect((await list()).unread.map(({ id }) => id)).toEqual([kept])
    expect(await countUnread(jansen)).toBe(1)
    expect([await list({ ...jansen, roles: {} }), await countUnread({ ...jansen, roles: {} })]).toEqual([
      { unread: [], read: [], older: null },
      0,
    ])
  })

  it('goes on page after page without a gap or a repeat, also at one moment', async () => {
    const made: string[] = []
    for (let one = 0; one < 2 * INBOX_ROWS + 5; one += 1)
      made.push(await givenNotification(database, jansen, { at: at(Math.floor(one / 10)), isRead: true }))
    const unread = await givenNotification(database, jansen)
    const seen: string[] = []
    const sizes: number[] = []
    for (let place: string | null = ''; place !== null; ) {
      const page = await listNotifications(jansen, readPlace(place))
      expect(page.unread.map(({ id }) => id)).toEqual(place === '' ? [unread] : [])
      sizes.push(page.read.length)
      seen.push(...page.read.map(({ id }) => id))
      place = page.older
    }
    expect(sizes).toEqual([INBOX_ROWS, INBOX_ROWS, 5])
    expect(new Set(seen)).toEqual(new Set(made))
    expect(seen).toHaveLength(made.length)
  })

  it('marks one or all as read, once, and only what was seen', async () => {
    const one = await givenNotification(database, jansen, { amount: 2 })
    const other = await givenNotification(database, jansen, { kind: 'KETENFOUT', amount: 3 })
    expect(await mark({ id: one, amount: 2 })).toEqual({ ok: true, value: 0 })
    expect(await countUnread(jansen)).toBe(1)
    expect(await mark({ id: one, amount: 2 }, { id: other, amount: 1 })).toEqual({ ok: true, value: 1 })
    expect(await mark({ id: one, amount: 2 }, { id: other, amount: 3 })).toEqual({ ok: true, value: 0 })
    expect(await countUnread(jansen)).toBe(0)
    const rows = await database.query<{ moments: number }>(
      'SELECT count(DISTINCT read_at)::int AS moments FROM notification',
    )
    expect(rows).toEqual([{ moments: 1 }])
  })

  it('is not to be touched by others: theirs is not there', async () => {
    const id = await givenNotification(database, jansen)
    for (const actor of [colleague, foreign])
      await expect(markRead(actor, { gezien: [{ id, amount: 1 }] })).rejects.toThrow(NotFoundError)
    expect(await countUnread(jansen)).toBe(1)
    const staff = await givenStaff(database)
    for (const act of [
      () => list(staff as never),
      () => countUnread(staff),
      () => countUnread({ ...jansen, state: 'PROFIEL' }),
    ])
      await expect(act()).rejects.toThrow(ForbiddenError)
  })

  it('reads from a form and an address what it wrote there, and nothing else', async () => {
    const seen = [
      { id: await givenNotification(database, jansen), amount: 12 },
      { id: await givenNotification(database, jansen, { kind: 'KETENFOUT' }), amount: 0 },
    ]
    expect(MarkRead.parse({ gezien: writeSeen(seen) })).toEqual({ gezien: seen })
    for (const gezien of [
      '',
      'x',
      `${seen[0]?.id}`,
      `${seen[0]?.id}:-1`,
      `${seen[0]?.id}:1,`,
      undefined,
      'a'.repeat(9_999),
    ])
      expect(MarkRead.safeParse({ gezien }).success).toBe(false)
    for (const place of [
      undefined,
      '',
      'x',
      `_${seen[0]?.id}`,
      `1_${'x'.repeat(36)}`,
      ['1', '2'],
      `999999999999999_${seen[0]?.id}`,
    ])
      expect(readPlace(place)).toEqual(String(place).startsWith('999') ? expect.any(Object) : null)
  })
})
