import { readFileSync } from 'node:fs'
import type { MemberActor } from '#/lib/access/actor.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { changeSettings, readSettings } from '#/lib/settings/change-settings.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { isAllowedAddress } from '#/lib/settings/endpoint-address.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'
import { testConnection } from '#/lib/settings/test-connection.ts'
import { certify, type DemoCertificate, filesOf, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const chain = testChain()
const PUBLIC = 'https://93.184.216.34/ggk0210'
const LOOPBACK = ['127.0.0.0/8', '::1/128']

const pem = (name: DemoCertificate) => readFileSync(filesOf(chain.folder, name).certificateFile, 'utf8')
const own = () => `https://localhost:${chain.port}/software/9901/ggk0210`

async function givenKeeper(home?: GivenGemeente): Promise<{ actor: MemberActor; gemeente: GivenGemeente }> {
  const gemeente = home ?? (await givenGemeente(database))
  return { gemeente, actor: (await givenMember(database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor }
}

const form = (changes: Readonly<Record<string, string>> = {}) =>
  ChangeConnection.parse({
    product: 'iwmo',
    version: '0',
    channel: 'WEBSERVICE',
    endpoint: PUBLIC,
    certificate: pem('voorbeeldstad'),
    ...changes,
  })
const errorOf = async (actor: MemberActor, changes: Readonly<Record<string, string>>) => {
  const result = await changeConnection(actor, form(changes))
  if (result.ok) return 'ok'
  return typeof result.error === 'string' ? result.error : result.error.kind
}

beforeEach(() => setSettings({ ...settings(), endpointNetworks: [] }))
afterEach(() => database.query('DELETE FROM product_settings'))

describe('the connection of a gemeente', () => {
  it('is saved with a history that names the certificate, not what is in it', async () => {
    const { actor } = await givenKeeper()
    expect(await changeConnection(actor, form())).toEqual({ ok: true, value: null })
    const { settings: view, history } = await readSettings(actor, 'iwmo')
    expect(view).toMatchObject({ version: 1, channel: 'WEBSERVICE', endpoint: PUBLIC })
    expect(view.clientCertificate).toContain('BEGIN CERTIFICATE')
    expect(history.map(({ field, to }) => [field, to])).toEqual(
      expect.arrayContaining([
        ['channel', ['WEBSERVICE']],
        ['endpoint', [PUBLIC]],
        [
          'clientCertificate',
          [expect.stringMatching(/^Software van Voorbeeldstad \(demo\) \(20\d\d-\d\d-\d\d, [0-9a-f]{16}\)$/)],
        ],
      ]),
    )
    expect(JSON.stringify(history)).not.toContain('BEGIN')
  })

  // Guards putting back: each version is there whole, also what another form of the page wrote.
  it('is kept as a whole with what was chosen before', async () => {
    const { actor, gemeente } = await givenKeeper()
    const addresses = { product: 'iwmo', version: 0, notificationAddresses: 'a@x.example', retention: 'DAG_NA_OPHALEN' }
    await changeSettings(actor, ChangeSettings.parse(addresses))
    await changeConnection(actor, form({ version: '1' }))
    const versions = await database.query(
      'SELECT version, chosen FROM product_settings_version WHERE organisation_id = $1 ORDER BY version',
      [gemeente.id],
    )
    const { version: _v, changedAt: _a, changedByName: _n, ...chosen } = (await readSettings(actor, 'iwmo')).settings
    expect(versions).toEqual([
      { version: 1, chosen: { ...chosen, channel: 'PORTAAL', endpoint: null, oin: null, clientCertificate: null } },
      { version: 2, chosen },
    ])
    expect(chosen).toMatchObject({ notificationAddresses: ['a@x.example'], oin: '00000001900000010000' })
  })

  // Guards issue "settings": concurrent edits are refused, also between the two forms of the page.
  it('is not overwritten by a form that is older', async () => {
    const { actor } = await givenKeeper()
    await changeConnection(actor, form())
    expect(await errorOf(actor, { channel: 'PORTAAL' })).toBe('changed_meanwhile')
    expect(await errorOf(actor, {})).toBe('ok')
    expect(await errorOf(actor, { version: '1' })).toBe('nothing_changed')
  })

  // Guards "a 10-minute-fresh login for risky changes".
  it('asks for a login of the last ten minutes', async () => {
    const { actor } = await givenKeeper()
    const stale = { ...actor, authnInstant: new Date(Date.now() - 11 * 60_000) }
    expect(await errorOf(stale, {})).toBe('login_again')
    expect(await errorOf({ ...actor, authnInstant: new Date(Date.now() - 9 * 60_000) }, {})).toBe('ok')
  })

  it('gives a certificate to one gemeente only', async () => {
    const [one, other] = [await givenKeeper(), await givenKeeper()]
    expect(await errorOf(one.actor, {})).toBe('ok')
    expect(await errorOf(other.actor, {})).toBe('of_other')
  })

  it.each([
    ['nothing like one', 'hallo', 'certificate'],
    ['a key', '-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----', 'certificateKey'],
    ['half of one', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'certificate'],
  ])('takes no certificate that is %s', async (_what, certificate, error) => {
    expect(await errorOf((await givenKeeper()).actor, { certificate })).toBe(error)
  })

  it('takes no certificate of a stranger, of a server, expired, not valid yet, or two at once', async () => {
    const { actor } = await givenKeeper()
    const stranger = await makeAuthority('Andere CA')
    const hour = 3_600_000
    const made = async (recipe: Parameters<typeof certify>[1]) => (await pemOf(await certify(stranger, recipe))).cert
    expect(await errorOf(actor, { certificate: await made({ name: 'x' }) })).toBe('certificateIssuer')
    expect(await errorOf(actor, { certificate: pem('keten') })).toBe('certificateUse')
    const [old, early] = [new Date(Date.now() - hour), new Date(Date.now() + hour)]
    expect(await errorOf(actor, { certificate: await made({ name: 'x', until: old }) })).toBe('certificateTime')
    expect(await errorOf(actor, { certificate: await made({ name: 'x', from: early }) })).toBe('certificateTime')
    expect(await errorOf(actor, { certificate: pem('voorbeeldstad') + pem('modelwijk') })).toBe('certificateChain')
  })

  // Guards "https only, checked against private addresses": the portal is no way into the network that it stands in.
  it.each([
    ['http://93.184.216.34/', 'endpointHttps'],
    ['ftp://software.example/', 'endpointHttps'],
    ['software', 'endpoint'],
    ['https://iemand:geheim@93.184.216.34/', 'endpoint'],
    ['https://127.0.0.1/', 'endpointPrivate'],
    ['https://127.1/', 'endpointPrivate'],
    ['https://0x7f000001/', 'endpointPrivate'],
    ['https://[::1]/', 'endpointPrivate'],
    ['https://[::ffff:10.0.0.1]/', 'endpointPrivate'],
    ['https://10.1.2.3/', 'endpointPrivate'],
    ['https://169.254.169.254/latest/meta-data/', 'endpointPrivate'],
    ['https://192.168.1.1/', 'endpointPrivate'],
    ['https://[fe80::1]/', 'endpointPrivate'],
    ['https://[fd00::1]/', 'endpointPrivate'],
    ['https://localhost/', 'endpointPrivate'],
    ['https://bestaat-niet.invalid/', 'endpointUnknown'],
  ])('takes no address like %s', async (endpoint, error) => {
    expect(await errorOf((await givenKeeper()).actor, { endpoint })).toBe(error)
  })

  it('takes an address of a network that the operator allows', async () => {
    setSettings({ ...settings(), endpointNetworks: LOOPBACK })
    expect([isAllowedAddress('127.0.0.1'), isAllowedAddress('10.0.0.1'), isAllowedAddress('geen')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await errorOf((await givenKeeper()).actor, { endpoint: own() })).toBe('ok')
  })

  it.each([
    ['endpoint', 'endpointNeeded'],
    ['certificate', 'certificateNeeded'],
  ])('to the web service needs its %s', (field, message) => {
    const parsed = ChangeConnection.safeParse({ ...form(), [field]: ' ' })
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
    expect(ChangeConnection.safeParse({ ...form(), channel: 'PORTAAL', [field]: ' ' }).success).toBe(true)
  })

  it('is for its Productbeheerder only', async () => {
    const { gemeente } = await givenKeeper()
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } })
    await expect(changeConnection(actor, form())).rejects.toThrow(ForbiddenError)
    await expect(testConnection(actor, { product: 'iwmo' }, untilDone())).rejects.toThrow(ForbiddenError)
  })
})

describe('the test call', () => {
  const test = (actor: MemberActor) => testConnection(actor, { product: 'iwmo' }, untilDone())

  it('shows what the other side really answered, and is in the log', async () => {
    const { actor, gemeente } = await givenKeeper()
    expect(await test(actor)).toEqual({ ok: false, error: 'no_endpoint' })
    setSettings({ ...settings(), endpointNetworks: LOOPBACK })
    await changeConnection(actor, form({ endpoint: own() }))
    // The server of this test reads envelopes only: a call without one ends in a broken connection.
    expect(await test(actor)).toMatchObject({ ok: false, error: { kind: 'broken' } })
    expect(await auditRows(database, gemeente.id, 'settings.tested')).toMatchObject([
      { result: 'error', reason_code: 'broken' },
    ])
  })

  // The name may lead elsewhere since it was saved.
  it('does not go to an address that is not allowed any more', async () => {
    const { actor } = await givenKeeper()
    setSettings({ ...settings(), endpointNetworks: LOOPBACK })
    await changeConnection(actor, form({ endpoint: own() }))
    setSettings({ ...settings(), endpointNetworks: [] })
    expect(await test(actor)).toEqual({ ok: false, error: { kind: 'unreachable', code: 'EPRIVATE' } })
    setSettings({ ...settings(), endpointNetworks: LOOPBACK })
    await changeConnection(actor, form({ version: '1', endpoint: `https://127.0.0.1:${chain.port}/x` }))
    setSettings({ ...settings(), endpointNetworks: [] })
    expect(await test(actor)).toEqual({ ok: false, error: { kind: 'unreachable', code: 'EPRIVATE' } })
  })
})
