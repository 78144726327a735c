import { ForbiddenError } from '#/lib/platform/errors.ts'
import { readSettings } from '#/lib/settings/change-settings.ts'
import { changeSoorten } from '#/lib/settings/change-soorten.ts'
import { readInactiveSoorten } from '#/lib/settings/inactive-soorten.ts'
import { ChangeSoorten } from '#/lib/settings/schema.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, rejected } from '#/tests/support/berichten/deliveries.ts'
import { codeOf, envelopeOf, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const service = testSoapService(database, testChain())
const ALL = ['WMO301', 'WMO305', 'WMO306', 'WMO307', 'WMO308', 'WMO315', 'WMO316', 'WMO302']
let gemeente: GivenGemeente

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
})
const TABLES = ['product_settings', 'product_settings_version', 'product_settings_change']
afterEach(() => Promise.all(TABLES.map((table) => database.query(`DELETE FROM ${table}`))))

const people = async () => ({
  keeper: (await givenMember(database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor,
  user: (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor,
})
const form = (actief: string | string[] | undefined, version = 0) =>
  ChangeSoorten.parse({ product: 'iwmo', version: String(version), actief })
const file = (soort: string, identificatie: string) => makeBericht(soort, { gemeenteCode: '9901', identificatie })

describe('the berichtsoorten of a product', () => {
  it('are switched off with a history, and on again; what is no berichtsoort of it counts for nothing', async () => {
    const { keeper, user } = await people()
    expect((await readSettings(keeper, 'iwmo')).settings.inactiveSoorten).toEqual([])
    await changeSoorten(keeper, form([...ALL, 'JW301', 'x']))
    const off = (await readSettings(keeper, 'iwmo')).settings.inactiveSoorten
    expect(off).toEqual(expect.arrayContaining(['WMO317', 'WMO323']))
    expect(off).not.toEqual(expect.arrayContaining(['WMO301']))
    expect(off.every((soort) => /^WMO3\d\d$/.test(soort))).toBe(true)
    expect(await readInactiveSoorten(user, 'iwmo')).toEqual(off)
    await changeSoorten(keeper, form([...ALL, ...off], 1))
    const { settings, history } = await readSettings(keeper, 'iwmo')
    expect(settings.inactiveSoorten).toEqual([])
    expect(history.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['inactiveSoorten', off, []],
      ['inactiveSoorten', [], off],
    ])
    expect((await auditRows(database, gemeente.id, 'settings.changed')).map(({ details }) => details)).toEqual([
      { versie: 1, velden: ['inactiveSoorten'] },
      { versie: 2, velden: ['inactiveSoorten'] },
    ])
  })

  it('are all off when nothing is ticked, and are for the Productbeheerder only', async () => {
    const { keeper, user } = await people()
    await changeSoorten(keeper, form(undefined))
    expect((await readSettings(keeper, 'iwmo')).settings.inactiveSoorten.length).toBeGreaterThan(10)
    await expect(changeSoorten(user, form('WMO301'))).rejects.toThrow(ForbiddenError)
    await expect(readInactiveSoorten(keeper, 'iwmo')).rejects.toThrow(ForbiddenError)
  })
})

describe('a berichtsoort that is off', () => {
  // Guards issue "message types active": what the gemeente switched off neither leaves nor comes in, and everybody hears why.
  it('is rejected when somebody delivers it, and accepted once it is on again', async () => {
    const { keeper, user } = await people()
    await changeSoorten(keeper, form(['WMO302', 'WMO305']))
    const refused = rejected(await deliver(user, file('WMO301', 'UIT-1')))
    expect(refused.findings).toMatchObject([{ code: 'IB103', variant: 'uitgezet', params: { soort: 'WMO301' } }])
    expect(await database.query('SELECT FROM dispatch')).toEqual([])
    await changeSoorten(keeper, form(['WMO301'], 1))
    expect(accepted(await deliver(user, file('WMO301', 'UIT-1'))).status).toBe('IN_WACHTRIJ')
  })

  it('is rejected when software delivers it', async () => {
    await service.register(gemeente, service.fingerprintOf('voorbeeldstad'))
    await database.query("UPDATE product_settings SET inactive_soorten = '{WMO301}'")
    const { text } = await envelopeOf('WMO301', { zender: '9901', ontvanger: '99990001' }, { identificatie: 'UIT-2' })
    const answer = await service.post('voorbeeldstad', text)
    expect([codeOf(answer), answer.text]).toEqual(['IB014', expect.stringContaining('afgekeurd: IB103')])
  })

  it('is refused to the chain with IB103; what had come before that is received again', async () => {
    const earlier = await envelopeOf('WMO305')
    expect(codeOf(await service.post('vecozo', earlier.text))).toBe('received')
    const { keeper } = await people()
    await changeSoorten(keeper, form(['WMO307']))
    const { text, referentienummer } = await envelopeOf('WMO305')
    const answer = await service.post('vecozo', text)
    expect([codeOf(answer), answer.text]).toEqual([
      'IB103',
      expect.stringContaining('gemeente heeft deze berichtsoort'),
    ])
    expect(await service.rowsWith(referentienummer)).toEqual([])
    expect(codeOf(await service.post('vecozo', earlier.text))).toBe('received')
    expect(codeOf(await service.post('vecozo', (await envelopeOf('WMO307')).text))).toBe('received')
  })

  it('is off for this gemeente and product only', async () => {
    const { keeper } = await people()
    await changeSoorten(keeper, form([]))
    const other = await givenGemeente(database, { code: '9902' })
    expect(
      codeOf(
        await service.post(
          'vecozo',
          (await envelopeOf('WMO305', { ontvanger: '9902' }, { gemeenteCode: '9902' })).text,
        ),
      ),
    ).toBe('received')
    expect(codeOf(await service.post('vecozo', (await envelopeOf('JW305')).text))).toBe('received')
    const { actor } = await givenMember(database, other, { roles: { iwmo: 'GEBRUIKER' } })
    expect(await readInactiveSoorten(actor, 'iwmo')).toEqual([])
  })
})
