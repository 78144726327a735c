import { installQueues } from '#/lib/jobs/install.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { readSettings } from '#/lib/settings/change-settings.ts'
import { changeSignals } from '#/lib/settings/change-signals.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const PRODUCT = 'wlz-registertoets'
let gemeente: GivenGemeente

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  setSettings({ ...settings(), ciz: new URL('https://ciz.example/') })
  gemeente = await givenGemeente(database)
})

const keeper = async (product: 'iwmo' | typeof PRODUCT = PRODUCT) =>
  (await givenMember(database, gemeente, { roles: { [product]: 'PRODUCTBEHEERDER' } })).actor
const jobs = () =>
  database.query("SELECT FROM pgboss.job WHERE name = 'wlz.compare-watched' AND data::text LIKE $1", [
    `%${gemeente.id}%`,
  ])

describe('the daily Wlz-signalen', () => {
  // Guards issue: off until the Productbeheerder of the Wlz-Registertoets switches them on; audited, and in the history.
  it('are off, are switched on by the Productbeheerder with a history, and begin at once', async () => {
    const actor = await keeper()
    expect((await readSettings(actor, PRODUCT)).settings).toMatchObject({ version: 0, signals: false })
    expect(await changeSignals(actor, { version: 0, signals: 'AAN' })).toEqual({ ok: true, value: 'AAN' })
    const { settings: view, history } = await readSettings(actor, PRODUCT)
    expect(view).toMatchObject({ version: 1, signals: true })
    expect(history).toMatchObject([{ field: 'signals', from: ['UIT'], to: ['AAN'] }])
    expect(await auditRows(database, gemeente.id, 'settings.changed')).toMatchObject([
      { details: { versie: 1, velden: ['signals'] } },
    ])
    expect(await jobs()).toHaveLength(1)
  })

  it('forget whom they compared when they are switched off, and keep what was signalled', async () => {
    await givenRowsEverywhere(database, gemeente)
    const actor = await keeper()
    await changeSignals(actor, { version: 0, signals: 'AAN' })
    expect(await changeSignals(actor, { version: 1, signals: 'UIT' })).toEqual({ ok: true, value: 'UIT' })
    const rows = (table: string) => database.query(`SELECT FROM ${table} WHERE organisation_id = $1`, [gemeente.id])
    expect([(await rows('wlz_watch')).length, (await rows('wlz_signal')).length]).toEqual([0, 1])
  })

  it('are not changed by an older form, twice, after an old login, or where there is no register', async () => {
    const actor = await keeper()
    const change = async (version: number, signals: 'AAN' | 'UIT', by = actor) => {
      const result = await changeSignals(by, { version, signals })
      if (result.ok) return 'ok'
      return typeof result.error === 'string' ? result.error : result.error.kind
    }
    expect(await change(0, 'UIT')).toBe('nothing_changed')
    expect(await change(0, 'AAN', { ...actor, authnInstant: new Date(Date.now() - 11 * 60_000) })).toBe('login_again')
    expect(await change(0, 'AAN')).toBe('ok')
    expect(await change(0, 'AAN')).toBe('ok')
    expect(await change(0, 'UIT')).toBe('changed_meanwhile')
    setSettings({ ...settings(), ciz: null })
    expect(await change(1, 'UIT')).toBe('ok')
    expect(await change(2, 'AAN')).toBe('no_register')
  })

  it('are switched on once by two who do it at the same moment', async () => {
    const [one, other] = [await keeper(), await keeper()]
    const outcomes = await Promise.all([one, other].map((by) => changeSignals(by, { version: 0, signals: 'AAN' })))
    expect(outcomes.filter(({ ok }) => ok)).not.toHaveLength(0)
    expect([(await jobs()).length, (await auditRows(database, gemeente.id, 'settings.changed')).length]).toEqual([1, 1])
  })

  it('are for the Productbeheerder of this product only, and of no other in the database', async () => {
    await expect(changeSignals(await keeper('iwmo'), { version: 0, signals: 'AAN' })).rejects.toThrow(ForbiddenError)
    const { actor } = await givenMember(database, gemeente, { roles: { [PRODUCT]: 'GEBRUIKER' } })
    await expect(changeSignals(actor, { version: 0, signals: 'AAN' })).rejects.toThrow(ForbiddenError)
    await expect(
      database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
           changed_at, wlz_signals) VALUES ($1, 'iwmo', '{}', 'TWEE_MAANDEN', 1, 'x', now(), true)`,
        [gemeente.id],
      ),
    ).rejects.toThrow('product_settings_signals')
  })
})
