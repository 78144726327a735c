import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { renewSessionToken } from '#/lib/identity/sessions/start-session.ts'
import { saveManagerRoles, saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()

const nothing = { iwmo: 'GEEN', ijw: 'GEEN', 'wlz-registertoets': 'GEEN' } as const
const rolesOf = (memberId: string) =>
  database.query<{ product: string; role: string }>(
    'SELECT product, role FROM member_role WHERE member_id = $1 ORDER BY product',
    [memberId],
  )
const mails = () =>
  database.query<{ data: { payload: { template: string; to: { id: string } } } }>(
    "SELECT data FROM pgboss.job WHERE name = 'notifications.send-mail'",
  )

async function givenTeam() {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
  return { gemeente, manager }
}

describe('saveRoles', () => {
  it('gives roles, logs each, tells the person and renews the tokens of live sessions', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente)
    const session = await givenSession(database, jansen.actor)
    const chosen = { ...nothing, iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } as const
    expect(await saveRoles(manager.actor, { memberId: jansen.memberId, ...chosen })).toMatchObject({ ok: true })
    expect(await rolesOf(jansen.memberId)).toEqual([
      { product: 'ijw', role: 'PRODUCTBEHEERDER' },
      { product: 'iwmo', role: 'GEBRUIKER' },
    ])
    const granted = await auditRows(database, gemeente.id, 'role.granted')
    expect(granted.map(({ subject_id, details }) => [subject_id, details.product, details.rol])).toEqual([
      [jansen.memberId, 'iwmo', 'GEBRUIKER'],
      [jansen.memberId, 'ijw', 'PRODUCTBEHEERDER'],
    ])
    const told = (await mails()).filter(({ data }) => data.payload.to.id === jansen.memberId)
    expect(told.map(({ data }) => data.payload.template)).toEqual(['roles-changed'])
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject({ kind: 'live', renewToken: true })
    const next = await renewSessionToken(session.token)
    expect(await resolveSession(session.token, TEST_ORIGIN)).toEqual({ kind: 'absent' })
    expect(await resolveSession(next ?? '', TEST_ORIGIN)).toMatchObject({ kind: 'live', renewToken: false })
  })

  it.each([
    ['taken away', nothing],
    ['changed', { ...nothing, iwmo: 'PRODUCTBEHEERDER' } as const],
  ])('ends the sessions of somebody whose role is %s', async (_name, chosen) => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const session = await givenSession(database, jansen.actor)
    await saveRoles(manager.actor, { memberId: jansen.memberId, ...chosen })
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'ROL_GEWIJZIGD' })
    expect(await auditRows(database, gemeente.id, 'role.withdrawn')).toHaveLength(1)
    expect(await auditRows(database, gemeente.id, 'session.ended')).toHaveLength(1)
  })

  it('writes nothing and disturbs nobody when nothing changes', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const session = await givenSession(database, jansen.actor)
    const result = await saveRoles(manager.actor, { memberId: jansen.memberId, ...nothing, iwmo: 'GEBRUIKER' })
    expect(result).toEqual({ ok: true, value: [] })
    expect(await auditRows(database, gemeente.id)).toEqual([])
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject({ kind: 'live', renewToken: false })
  })

  it('gives roles to a colleague who still waits for a code', async () => {
    const { gemeente, manager } = await givenTeam()
    const nieuw = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
    await saveRoles(manager.actor, { memberId: nieuw.memberId, ...nothing, iwmo: 'GEBRUIKER' })
    expect(await rolesOf(nieuw.memberId)).toEqual([{ product: 'iwmo', role: 'GEBRUIKER' }])
  })

  it('lets nobody change the own roles', async () => {
    const { manager } = await givenTeam()
    const result = await saveRoles(manager.actor, { memberId: manager.memberId, ...nothing, iwmo: 'GEBRUIKER' })
    expect(result).toEqual({ ok: false, error: 'own_account' })
    expect(await rolesOf(manager.memberId)).toEqual([])
  })

  it('does not know a person of another gemeente, as it does not know one who never was', async () => {
    const { manager } = await givenTeam()
    const other = await givenTeam()
    const foreign = await givenMember(database, other.gemeente)
    for (const memberId of [foreign.memberId, ids.rowId()])
      await expect(saveRoles(manager.actor, { memberId, ...nothing, iwmo: 'GEBRUIKER' })).rejects.toThrow(NotFoundError)
    expect(await rolesOf(foreign.memberId)).toEqual([])
  })

  it('is for gebruikersbeheerders only', async () => {
    const { gemeente } = await givenTeam()
    const jansen = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } })
    const waiting = await givenMember(database, gemeente, { isManager: true, state: 'VERIFICATIE' })
    const staff = await givenStaff(database)
    for (const actor of [jansen.actor, waiting.actor, staff])
      await expect(saveRoles(actor, { memberId: jansen.memberId, ...nothing })).rejects.toThrow(ForbiddenError)
  })
})

describe('saveManagerRoles', () => {
  it('gives a gebruikersbeheerder product roles at request, under the name of the gemeente in the log', async () => {
    const { gemeente, manager } = await givenTeam()
    const staff = await givenStaff(database)
    const input = { memberId: manager.memberId, ...nothing, iwmo: 'GEBRUIKER', requested: 'ja' } as const
    expect(await saveManagerRoles(staff, input)).toMatchObject({ ok: true })
    expect(await rolesOf(manager.memberId)).toEqual([{ product: 'iwmo', role: 'GEBRUIKER' }])
    expect(await auditRows(database, gemeente.id, 'role.granted')).toHaveLength(1)
  })

  it('refuses for who is no gebruikersbeheerder, and for who is not of the servicedesk', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente)
    const staff = await givenStaff(database)
    const input = { memberId: jansen.memberId, ...nothing, iwmo: 'GEBRUIKER', requested: 'ja' } as const
    expect(await saveManagerRoles(staff, input)).toEqual({ ok: false, error: 'not_manager' })
    await expect(saveManagerRoles(manager.actor, input)).rejects.toThrow(ForbiddenError)
    await expect(saveManagerRoles(staff, { ...input, memberId: ids.rowId() })).rejects.toThrow(NotFoundError)
  })
})
