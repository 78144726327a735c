import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { MemberActor } from '#/lib/access/actor.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { setClock } from '#/lib/platform/clock.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { changeSettings, readSettings } from '#/lib/settings/change-settings.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { isAllowedAddress } from '#/lib/settings/endpoint-address.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'
import { testConnection } from '#/lib/settings/test-connection.ts'
import { certify, type DemoCertificate, filesOf, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
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

beforeAll(() => installQueues(database.adminUrl))
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

  // Guards "somebody can act": a certificate is no secret, so the first who pastes it may not be the one whose it is.
  it('gives a certificate to one gemeente only, and tells the servicedesk who else wanted it', async () => {
    const [one, other] = [await givenKeeper(), await givenKeeper()]
    expect(await errorOf(one.actor, {})).toBe('ok')
    expect(await errorOf(other.actor, {})).toBe('of_other')
    const vingerafdruk = describeCertificate(pem('voorbeeldstad'))?.fingerprint
    expect(await auditRows(database, other.gemeente.id, 'settings.certificate-of-other')).toMatchObject([
      { result: 'refused', object_id: 'iwmo', details: { vingerafdruk } },
    ])
    const mails = await database.query("SELECT FROM pgboss.job WHERE data::text LIKE '%certificate-of-other%'")
    expect(mails).toHaveLength(1)
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

  // Guards "nobody forwards to the chain itself": what comes in would go out again under our name.
  it.each([
    ['VECOZO', 'https://vecozo.example/anders'],
    ['VECOZO, with a dot at its end', 'https://VECOZO.example.:8443/ggk0210'],
    ['the CAK', 'https://cak.example/x'],
    ['the CIZ', 'https://ciz.example/x'],
    ['our own web service', 'https://webservice.example:9/x'],
    ['the portal', 'https://portaal.example/x'],
  ])('does not lead to %s', async (_what, endpoint) => {
    const { actor } = await givenKeeper()
    const before = settings()
    const { chain: outbound, webservice } = before
    if (!outbound || !webservice) throw new Error('no chain')
    const at = (name: string) => new URL(`https://${name}.example/ggk0210`)
    setSettings({
      ...before,
      omgeving: 'productie',
      portaalUrl: at('portaal'),
      ciz: at('ciz'),
      chain: { ...outbound, url: at('vecozo'), cakUrl: at('cak') },
      webservice: { ...webservice, url: at('webservice') },
    })
    expect(await errorOf(actor, { endpoint })).toBe('endpointOfChain')
    setSettings(before)
    expect(await errorOf(actor, { endpoint: outbound.url.href })).toBe('endpointOfChain')
  })

  it('is for its Productbeheerder only', async () => {
    const { gemeente } = await givenKeeper()
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } })
    await expect(changeConnection(actor, form())).rejects.toThrow(ForbiddenError)
    await expect(testConnection(actor, { product: 'iwmo' })).rejects.toThrow(ForbiddenError)
  })
})

describe('the test call', () => {
  const test = (actor: MemberActor) => testConnection(actor, { product: 'iwmo' })

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

  // Guards "the truth about the other side": whoever says nothing is told as that, and the call is in the log.
  it('tells of a web service that keeps silent', async () => {
    const { actor, gemeente } = await givenKeeper()
    const before = settings()
    const silent = createServer(tlsIdentity(filesOf(chain.folder, 'keten')), () => undefined)
    silent.listen(0, 'localhost')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const { chain: outbound } = before
    if (!outbound) throw new Error('no chain')
    setSettings({ ...before, endpointNetworks: LOOPBACK, chain: { ...outbound, timeoutSeconds: 1 } })
    await changeConnection(actor, form({ endpoint: `https://localhost:${port}/x` }))
    expect(await test(actor)).toEqual({ ok: false, error: { kind: 'timeout', code: null } })
    expect(await auditRows(database, gemeente.id, 'settings.tested')).toMatchObject([{ reason_code: 'timeout' }])
    silent.closeAllConnections()
    silent.close()
    setSettings(before)
  })

  it('is made ten times in ten minutes by one person, and no more', async () => {
    const { actor, gemeente } = await givenKeeper()
    const { actor: colleague } = await givenKeeper(gemeente)
    setSettings({ ...settings(), endpointNetworks: LOOPBACK })
    await changeConnection(actor, form({ endpoint: own() }))
    setSettings({ ...settings(), endpointNetworks: [] })
    const stopped = stopClockAt(new Date().toISOString())
    const kindOf = async (who: MemberActor) => {
      const { error } = (await test(who)) as { error: 'too_often' | { kind: string } }
      return typeof error === 'string' ? error : error.kind
    }
    for (let nth = 0; nth < 10; nth++) expect(await kindOf(actor)).toBe('unreachable')
    expect([await kindOf(actor), await kindOf(colleague)]).toEqual(['too_often', 'unreachable'])
    stopped.advance(600_000)
    expect(await kindOf(actor)).toBe('unreachable')
    setClock({ now: () => new Date() })
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
