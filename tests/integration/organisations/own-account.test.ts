import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import {
  endOwnSession,
  endStaffSession,
  listOwnSessions,
  listStaffSessions,
} from '#/lib/organisations/own/own-sessions.ts'
import { exportOwnData, readOwnData } from '#/lib/organisations/own/read-own-data.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()

describe('own sessions', () => {
  it('ends one and leaves the others alive; this one is marked and not ended here', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente)
    const [here, there, elsewhere] = [
      await givenSession(database, actor),
      await givenSession(database, actor),
      await givenSession(database, actor),
    ]
    const me = { ...actor, sessionId: here.id }
    const marked = (await listOwnSessions(me)).filter(({ isThis }) => isThis)
    expect(marked.map(({ id }) => id)).toEqual([here.id])
    expect(await endOwnSession(me, { sessionId: there.id })).toEqual({ ok: true, value: null })
    expect(await endOwnSession(me, { sessionId: here.id })).toEqual({ ok: false, error: 'this_session' })
    expect(await resolveSession(there.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'BEEINDIGD' })
    expect(await resolveSession(here.token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
    expect(await resolveSession(elsewhere.token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
    expect((await listOwnSessions(me)).map(({ id }) => id).sort()).toEqual([here.id, elsewhere.id].sort())
  })

  it('does not know the session of a colleague or of another gemeente', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente)
    const colleague = await givenSession(database, (await givenMember(database, gemeente)).actor)
    const foreign = await givenSession(database, (await givenMember(database, await givenGemeente(database))).actor)
    for (const { id, token } of [colleague, foreign]) {
      await expect(endOwnSession(actor, { sessionId: id })).rejects.toThrow(NotFoundError)
      expect(await resolveSession(token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
    }
    await expect(listOwnSessions(await givenStaff(database))).rejects.toThrow(ForbiddenError)
  })
})

describe('own sessions of the servicedesk', () => {
  it('ends one of the own, and knows those of nobody else', async () => {
    const staff = await givenStaff(database)
    const [here, there] = [await givenSession(database, staff), await givenSession(database, staff)]
    const colleague = await givenSession(database, await givenStaff(database))
    const { actor } = await givenMember(database, await givenGemeente(database))
    const member = await givenSession(database, actor)
    const me = { ...staff, sessionId: here.id }
    const listed = (await listStaffSessions(me)).map(({ id, isThis }) => [id, isThis])
    expect(listed.toSorted()).toEqual(
      [
        [here.id, true],
        [there.id, false],
      ].toSorted(),
    )
    expect(await endStaffSession(me, { sessionId: there.id })).toEqual({ ok: true, value: null })
    expect(await endStaffSession(me, { sessionId: here.id })).toEqual({ ok: false, error: 'this_session' })
    for (const { id } of [colleague, member])
      await expect(endStaffSession(me, { sessionId: id })).rejects.toThrow(NotFoundError)
    await expect(listStaffSessions(actor)).rejects.toThrow(ForbiddenError)
    const alive = await Promise.all([here, colleague, member].map(({ token }) => resolveSession(token, TEST_ORIGIN)))
    expect(alive.map(({ kind }) => kind)).toEqual(['live', 'live', 'live'])
    expect(await resolveSession(there.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'BEEINDIGD' })
  })
})

describe('own data', () => {
  it('tells roles and who can change them, without the person itself', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { isManager: true, roles: { iwmo: 'GEBRUIKER' } })
    await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
    await givenMember(database, gemeente, { isManager: true, lastName: 'Geblokkeerd', state: 'GEBLOKKEERD' })
    const data = await readOwnData(actor)
    expect(data).toMatchObject({ lastName: 'Jansen', roles: { iwmo: 'GEBRUIKER' }, managers: ['A. Heer'] })
  })

  it('is handed over whole, the log about the person included and that of others not', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente)
    const colleague = await givenMember(database, gemeente, { lastName: 'Anders' })
    await givenSession(database, actor)
    await exportOwnData(colleague.actor)
    await exportOwnData(actor)
    const data = await exportOwnData(actor)
    expect(data.gegevens.email).toBe('jansen@testdam.example')
    expect(data.sessies).toHaveLength(1)
    expect(data.logboek.map(({ gebeurtenis }) => gebeurtenis)).toEqual(['profile.exported'])
    expect(JSON.stringify(data)).not.toMatch(/Anders|token/i)
    expect(await auditRows(database, gemeente.id, 'profile.exported')).toHaveLength(3)
    await expect(exportOwnData(await givenStaff(database))).rejects.toThrow(ForbiddenError)
  })
})
