import { blockMember, unblockMember } from '#/lib/organisations/members/block-member.ts'
import { listMembers, MEMBER_PAGE_ROWS } from '#/lib/organisations/members/list-members.ts'
import { readMember } from '#/lib/organisations/members/read-member.ts'
import { MemberFilter, Reason } from '#/lib/organisations/members/schema.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const filter = (query: Readonly<Record<string, string>> = {}) => MemberFilter.parse(query)

async function givenTeam() {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
  return { gemeente, manager }
}

describe('listMembers', () => {
  it('goes through thousands by cursor, each person once, those without a name last', async () => {
    const { gemeente, manager } = await givenTeam()
    await database.query(
      `WITH made AS (INSERT INTO "user" (id, kind, created_at) SELECT gen_random_uuid(), 'GEMEENTE', now()
         FROM generate_series(1, 2000) RETURNING id)
       INSERT INTO member (id, user_id, organisation_id, state, initials, last_name, created_at)
       SELECT gen_random_uuid(), id, $1, 'ACTIEF', NULL,
         CASE WHEN row_number() OVER () % 10 = 0 THEN NULL ELSE 'Naam' || (row_number() OVER () % 7) END, now() FROM made`,
      [gemeente.id],
    )
    const seen: string[] = []
    const names: string[] = []
    let na: string | undefined
    do {
      const page = await listMembers(manager.actor, filter(na ? { na } : {}))
      expect(page.people.length).toBeLessThanOrEqual(MEMBER_PAGE_ROWS)
      seen.push(...page.people.map(({ id }) => id))
      names.push(...page.people.map(({ name }) => name))
      na = page.next ?? undefined
    } while (na)
    expect(seen).toHaveLength(2001)
    expect(new Set(seen).size).toBe(2001)
    const firstNameless = names.indexOf('')
    expect(names.slice(firstNameless).every((name) => name === '')).toBe(true)
  })

  it('searches by name, as typed, and filters by step; what was searched for is not logged', async () => {
    const { gemeente, manager } = await givenTeam()
    await givenMember(database, gemeente, { lastName: 'Percent%' })
    await givenMember(database, gemeente, { lastName: 'Percentage', state: 'VERIFICATIE' })
    const found = await listMembers(manager.actor, filter({ zoek: 'percent%' }))
    expect(found.people.map(({ name }) => name)).toEqual(['A. Percent%'])
    const waiting = await listMembers(manager.actor, filter({ stap: 'VERIFICATIE' }))
    expect(waiting.people.map(({ name }) => name)).toEqual(['A. Percentage'])
    expect(JSON.stringify(await auditRows(database, gemeente.id, 'member.listed'))).not.toContain('ercent')
  })

  // Guards "no 500": the database takes no NUL in a text.
  it('searches for what is left of a text with control characters', async () => {
    const { gemeente, manager } = await givenTeam()
    expect((await listMembers(manager.actor, filter({ zoek: 'Heer\u0000' }))).people).toHaveLength(1)
    const { memberId } = await givenMember(database, gemeente)
    const reason = Reason.parse('Is\u0000uit dienst.\r\nSinds gisteren.')
    expect(await blockMember(manager.actor, { memberId, reason })).toMatchObject({ ok: true })
    expect((await readMember(manager.actor, memberId)).blockReason).toBe('Is uit dienst.\nSinds gisteren.')
  })

  it('puts who asked for a new code on top of who waits', async () => {
    const { gemeente, manager } = await givenTeam()
    await givenMember(database, gemeente, { lastName: 'Geduldig', state: 'VERIFICATIE' })
    const asking = await givenMember(database, gemeente, { lastName: 'Vrager', state: 'VERIFICATIE' })
    await database.query(
      'INSERT INTO code_request (id, organisation_id, member_id, requested_at) VALUES ($1, $2, $3, now())',
      [ids.rowId(), gemeente.id, asking.memberId],
    )
    const { waiting } = await listMembers(manager.actor, filter())
    expect(waiting.total).toBe(2)
    expect(waiting.people.map(({ name }) => name)).toEqual(['A. Vrager', 'A. Geduldig'])
  })

  it('shows people of the own gemeente only, to gebruikersbeheerders only', async () => {
    const { gemeente, manager } = await givenTeam()
    await givenTeam()
    expect((await listMembers(manager.actor, filter())).people).toHaveLength(1)
    const jansen = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    for (const actor of [jansen.actor, await givenStaff(database)])
      await expect(listMembers(actor, filter())).rejects.toThrow(ForbiddenError)
  })

  it('ignores a cursor that points at a person of another gemeente', async () => {
    const { manager } = await givenTeam()
    const other = await givenTeam()
    expect((await listMembers(manager.actor, filter({ na: other.manager.memberId }))).people).toEqual([])
  })
})

describe('readMember', () => {
  it('shows one person with sessions and history, and logs that it was read', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente, { roles: { ijw: 'GEBRUIKER' } })
    await givenSession(database, jansen.actor)
    const blocked = await givenMember(database, gemeente, { state: 'GEBLOKKEERD' })
    const person = await readMember(manager.actor, jansen.memberId)
    expect(person).toMatchObject({ name: 'A. Jansen', roles: { ijw: 'GEBRUIKER' }, isSelf: false })
    expect(person.sessions).toHaveLength(1)
    expect(await auditRows(database, gemeente.id, 'member.read')).toHaveLength(1)
    await unblockMember(manager.actor, { memberId: blocked.memberId })
    const { history } = await readMember(manager.actor, blocked.memberId)
    expect(history.map(({ event, actor }) => [event, actor.name])).toEqual([['member.unblocked', 'A. Heer']])
  })

  it('warns when somebody else of the gemeente has the same e-mail address', async () => {
    const { gemeente, manager } = await givenTeam()
    const one = await givenMember(database, gemeente, { email: 'team@testdam.example' })
    await givenMember(database, gemeente, { email: 'Team@Testdam.example' })
    expect((await readMember(manager.actor, one.memberId)).sameEmail).toBe(1)
  })

  it('answers the same for a person of another gemeente and for nobody', async () => {
    const { manager } = await givenTeam()
    const other = await givenTeam()
    for (const id of [other.manager.memberId, ids.rowId()])
      await expect(readMember(manager.actor, id)).rejects.toThrow(NotFoundError)
    await expect(readMember(await givenStaff(database), manager.memberId)).rejects.toThrow(ForbiddenError)
  })
})
