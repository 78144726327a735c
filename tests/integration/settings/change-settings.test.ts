import { ForbiddenError } from '#/lib/platform/errors.ts'
import { changeSettings, readSettings } from '#/lib/settings/change-settings.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')

const input = (version: number, change: Readonly<Record<string, string>> = {}) =>
  ChangeSettings.parse({
    product: 'iwmo',
    version: String(version),
    notificationAddresses: 'a@testdam.example',
    retention: 'TWEE_MAANDEN',
    ...change,
  })

async function givenKeeper(gemeente?: GivenGemeente, lastName = 'Smit') {
  const home = gemeente ?? (await givenGemeente(database))
  const roles = { iwmo: 'PRODUCTBEHEERDER' } as const
  return { home, actor: (await givenMember(database, home, { roles, lastName })).actor }
}

describe('settings of a product', () => {
  it('start from what holds while nobody has chosen', async () => {
    const { actor } = await givenKeeper()
    const view = await readSettings(actor, 'iwmo')
    expect(view).toMatchObject({
      settings: { version: 0, notificationAddresses: [], retention: 'TWEE_MAANDEN' },
      history: [],
    })
  })

  // Guards issue item 13: who, when, from and to, for every field that changed and no other.
  it('keep a history of who, when, from and to', async () => {
    const { actor, home } = await givenKeeper()
    expect(await changeSettings(actor, input(0))).toEqual({ ok: true, value: null })
    hands.advance(60_000)
    const second = input(1, {
      notificationAddresses: 'a@testdam.example b@testdam.example',
      retention: 'DAG_NA_OPHALEN',
    })
    expect(await changeSettings(actor, second)).toEqual({ ok: true, value: null })
    const { settings, history } = await readSettings(actor, 'iwmo')
    expect(settings).toMatchObject({ version: 2, retention: 'DAG_NA_OPHALEN', changedByName: 'A. Smit' })
    const told = history.map(({ field, from, to, changedByName }) => ({ field, from, to, changedByName }))
    expect(told).toEqual(
      expect.arrayContaining([
        { field: 'retention', from: ['TWEE_MAANDEN'], to: ['DAG_NA_OPHALEN'], changedByName: 'A. Smit' },
        {
          field: 'notificationAddresses',
          from: ['a@testdam.example'],
          to: ['a@testdam.example', 'b@testdam.example'],
          changedByName: 'A. Smit',
        },
        { field: 'notificationAddresses', from: [], to: ['a@testdam.example'], changedByName: 'A. Smit' },
      ]),
    )
    expect(told).toHaveLength(3)
    expect(history[0]?.changedAt.getTime()).toBeGreaterThan(history[2]?.changedAt.getTime() ?? 0)
    // The log names the fields; addresses are personal data and stay out of it.
    expect((await auditRows(database, home.id)).map(({ details }) => details)).toEqual([
      { versie: 1, velden: ['notificationAddresses'] },
      { versie: 2, velden: ['notificationAddresses', 'retention'] },
    ])
  })

  it('say so when nothing would change, and write nothing', async () => {
    const { actor, home } = await givenKeeper()
    await changeSettings(actor, input(0))
    expect(await changeSettings(actor, input(1))).toEqual({ ok: false, error: 'nothing_changed' })
    expect(await auditRows(database, home.id)).toHaveLength(1)
  })

  it('are saved once when the same form comes again, which says that they are saved', async () => {
    const { actor, home } = await givenKeeper()
    expect(await changeSettings(actor, input(0))).toEqual({ ok: true, value: null })
    expect(await changeSettings(actor, input(0))).toEqual({ ok: true, value: null })
    expect(await auditRows(database, home.id)).toHaveLength(1)
    expect((await readSettings(actor, 'iwmo')).settings.version).toBe(1)
  })

  // Guards against overwriting unseen: two people with the same form open, or one form sent twice.
  it('refuse the second of two forms that showed the same version', async () => {
    const { actor, home } = await givenKeeper()
    const colleague = await givenKeeper(home, 'Bos')
    await changeSettings(actor, input(0))
    const late = await changeSettings(colleague.actor, input(0, { notificationAddresses: 'b@testdam.example' }))
    expect(late).toMatchObject({
      ok: false,
      error: {
        kind: 'changed_meanwhile',
        now: { version: 1, notificationAddresses: ['a@testdam.example'], changedByName: 'A. Smit' },
        wanted: { notificationAddresses: ['b@testdam.example'] },
      },
    })
    expect((await readSettings(actor, 'iwmo')).settings.notificationAddresses).toEqual(['a@testdam.example'])
  })

  it.each([0, 1])('accept one of ten forms on version %d that come at the same time', async (version) => {
    const { actor, home } = await givenKeeper()
    if (version === 1) await changeSettings(actor, input(0))
    const forms = Array.from({ length: 10 }, (_, index) =>
      changeSettings(actor, input(version, { notificationAddresses: `n${index}@testdam.example` })),
    )
    const answers = await Promise.all(forms)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await auditRows(database, home.id)).toHaveLength(version + 1)
    expect((await readSettings(actor, 'iwmo')).settings.version).toBe(version + 1)
  })

  it('are of one gemeente and one product', async () => {
    const [one, other] = [await givenKeeper(), await givenKeeper()]
    await changeSettings(one.actor, input(0))
    expect((await readSettings(other.actor, 'iwmo')).settings.version).toBe(0)
    await expect(readSettings(one.actor, 'ijw')).rejects.toThrow(ForbiddenError)
  })

  it('are not for users, gebruikersbeheerders or staff', async () => {
    const gemeente = await givenGemeente(database)
    const user = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' }, isManager: true })
    for (const actor of [user.actor, await givenStaff(database)]) {
      await expect(readSettings(actor, 'iwmo')).rejects.toThrow(ForbiddenError)
      await expect(changeSettings(actor, input(0))).rejects.toThrow(ForbiddenError)
    }
    expect(await database.query('SELECT 1 FROM product_settings WHERE organisation_id = $1', [gemeente.id])).toEqual([])
  })

  // Guards access-norms chapter 6 (fail closed).
  it('stay as they are when the log cannot be written', async () => {
    const { actor } = await givenKeeper()
    await database.query("ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (event <> 'settings.changed') NOT VALID")
    await expect(changeSettings(actor, input(0))).rejects.toThrow('broken')
    await database.query('ALTER TABLE audit_event DROP CONSTRAINT broken')
    expect(await readSettings(actor, 'iwmo')).toMatchObject({ settings: { version: 0 }, history: [] })
  })
})
