import { readFileSync } from 'node:fs'
import type { MemberActor } from '#/lib/access/actor.ts'
import { MINUTE_MS } from '#/lib/platform/clock.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { changeSettings, readSettings } from '#/lib/settings/change-settings.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { restoreSettings } from '#/lib/settings/restore-settings.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'
import { filesOf } from '#/simulators/keten/certificates.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const chain = testChain()
const PUBLIC = 'https://93.184.216.34/ggk0210'
const certificate = () => readFileSync(filesOf(chain.folder, 'voorbeeldstad').certificateFile, 'utf8')

beforeEach(() => setSettings({ ...settings(), endpointNetworks: [] }))
afterEach(() => database.query('DELETE FROM product_settings'))

async function givenKeeper() {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' }, lastName: 'Smit' })
  return { gemeente, actor }
}
const stale = (actor: MemberActor) => ({ ...actor, authnInstant: new Date(Date.now() - 11 * MINUTE_MS) })
const addresses = (version: number, notificationAddresses: string) =>
  ChangeSettings.parse({ product: 'iwmo', version, notificationAddresses, retention: 'TWEE_MAANDEN' })
const connection = (version: number, changes: object = {}) =>
  ChangeConnection.parse({
    product: 'iwmo',
    version,
    channel: 'WEBSERVICE',
    endpoint: PUBLIC,
    certificate: certificate(),
    ...changes,
  })
const restore = (actor: MemberActor, version: number, terug: number) =>
  restoreSettings(actor, { product: 'iwmo', version, terug })

/** Version 1: addresses; 2: by web service; 3: back to the portal, without software. */
async function givenVersions(actor: MemberActor): Promise<void> {
  await changeSettings(actor, addresses(0, 'a@x.example'))
  await changeConnection(actor, connection(1))
  await changeConnection(actor, connection(2, { channel: 'PORTAAL', endpoint: '', certificate: '' }))
}

describe('an earlier version of the settings', () => {
  // Guards issue "restore": history and log say what was put back, and nothing of the history is lost.
  it('is put back whole as a new version, and history and log say which it was', async () => {
    const { actor, gemeente } = await givenKeeper()
    await givenVersions(actor)
    const before = await readSettings(actor, 'iwmo')
    expect(before.earlier.map(({ version, changedByName }) => [version, changedByName])).toEqual([
      [2, 'A. Smit'],
      [1, 'A. Smit'],
    ])
    expect(await restore(actor, 3, 2)).toEqual({ ok: true, value: { product: 'iwmo', restored: 2, version: 4 } })
    const after = await readSettings(actor, 'iwmo')
    expect(after.settings).toMatchObject({ version: 4, ...before.earlier[0]?.chosen })
    const put = after.history.filter(({ version }) => version === 4)
    expect(put.map(({ field, restoredVersion }) => [field, restoredVersion]).toSorted()).toEqual([
      ['channel', 2],
      ['clientCertificate', 2],
      ['endpoint', 2],
      ['oin', 2],
    ])
    expect(after.history.filter(({ version }) => version < 4)).toEqual(before.history)
    const [last] = (await auditRows(database, gemeente.id, 'settings.changed')).slice(-1)
    expect(last).toMatchObject({ details: { versie: 4, teruggezet: 2 } })
    // What lets software in is there again, too.
    const [row] = await database.query('SELECT client_fingerprint FROM product_settings')
    expect(row).toEqual({ client_fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is put back once when the same form comes again, and not on top of what a colleague made', async () => {
    const { actor } = await givenKeeper()
    await givenVersions(actor)
    expect(await restore(actor, 3, 1)).toEqual({ ok: false, error: 'nothing_changed' })
    expect(await restore(actor, 3, 2)).toMatchObject({ ok: true })
    expect(await restore(actor, 3, 2)).toMatchObject({ ok: true })
    expect((await readSettings(actor, 'iwmo')).settings.version).toBe(4)
    expect(await restore(actor, 3, 1)).toMatchObject({ ok: false, error: { kind: 'changed_meanwhile' } })
  })

  it('passes the checks of today: login, address, certificate, web service', async () => {
    const { actor } = await givenKeeper()
    await givenVersions(actor)
    expect(await restore(stale(actor), 3, 2)).toEqual({ ok: false, error: 'login_again' })
    const told = settings()
    setSettings({ ...told, webservice: null })
    expect(await restore(actor, 3, 2)).toEqual({ ok: false, error: 'no_webservice' })
    setSettings(told)
    await database.query(
      `UPDATE product_settings_version SET chosen = chosen || '{"endpoint":"https://127.0.0.1/"}' WHERE version = 2`,
    )
    expect(await restore(actor, 3, 2)).toEqual({ ok: false, error: 'endpointPrivate' })
    await database.query(
      `UPDATE product_settings_version SET chosen = chosen || jsonb_build_object('endpoint', $1::text) WHERE version = 2`,
      [PUBLIC],
    )
    const years20 = 20 * 365 * 24 * 60 * MINUTE_MS
    const hands = stopClockAt(new Date(Date.now() + years20).toISOString())
    expect(await restore({ ...actor, authnInstant: new Date(Date.now() + years20) }, 3, 2)).toEqual({
      ok: false,
      error: 'certificateTime',
    })
    hands.set(new Date().toISOString())
  })

  it('asks for no fresh login when nothing risky changes, and looks at no connection that stays', async () => {
    const { actor } = await givenKeeper()
    await changeConnection(actor, connection(0))
    await changeSettings(actor, addresses(1, 'a@x.example'))
    setSettings({ ...settings(), webservice: null })
    expect(await restore(stale(actor), 2, 1)).toMatchObject({ ok: true })
    expect((await readSettings(actor, 'iwmo')).settings).toMatchObject({ version: 3, notificationAddresses: [] })
  })

  it('is of the own gemeente and product, for its Productbeheerder only', async () => {
    const [one, other] = [await givenKeeper(), await givenKeeper()]
    await givenVersions(one.actor)
    await expect(restore(other.actor, 0, 1)).rejects.toThrow(NotFoundError)
    await expect(restore(one.actor, 3, 9)).rejects.toThrow(NotFoundError)
    await expect(restoreSettings(one.actor, { product: 'ijw', version: 0, terug: 1 })).rejects.toThrow(ForbiddenError)
    const user = await givenMember(database, one.gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    await expect(restore(user.actor, 3, 2)).rejects.toThrow(ForbiddenError)
  })
})
