import { readFileSync } from 'node:fs'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { readSettings } from '#/lib/settings/change-settings.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { filesOf } from '#/simulators/keten/certificates.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const chain = testChain()
const PRODUCT = 'wlz-registertoets'
const form = () => ({
  product: PRODUCT,
  version: '0',
  channel: 'WEBSERVICE',
  endpoint: '',
  certificate: readFileSync(filesOf(chain.folder, 'voorbeeldstad').certificateFile, 'utf8'),
})
const faultsOf = (changes: object) =>
  ChangeConnection.safeParse({ ...form(), ...changes }).error?.issues.map(({ path, message }) => [path[0], message])

describe('the connection of the Wlz-Registertoets', () => {
  // Guards "caller known by certificate registered in the settings of the product wlz-registertoets".
  it('is a certificate without an address, kept by the Productbeheerder of this product', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { roles: { [PRODUCT]: 'PRODUCTBEHEERDER' } })
    expect(await changeConnection(actor, ChangeConnection.parse(form()))).toEqual({ ok: true, value: null })
    const { settings, history } = await readSettings(actor, PRODUCT)
    expect(settings).toMatchObject({ channel: 'WEBSERVICE', endpoint: null })
    expect(history.map(({ field }) => field).toSorted()).toEqual(['channel', 'clientCertificate', 'oin'])
  })

  it('takes no address, and no software without a certificate', () => {
    expect(faultsOf({ endpoint: 'https://software.example/' })).toEqual([['endpoint', 'endpoint']])
    expect(faultsOf({ certificate: '' })).toEqual([['certificate', 'certificateNeeded']])
    expect(faultsOf({ product: 'iwmo' })).toEqual([['endpoint', 'endpointNeeded']])
  })

  it('cannot be kept otherwise by the database', async () => {
    const { id } = await givenGemeente(database)
    const insert = (columns: string, values: string) =>
      database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name, changed_at, ${columns})
         VALUES ($1, $2, '{}', 'TWEE_MAANDEN', 1, 'Smit', now(), ${values})`,
        [id, PRODUCT],
      )
    await expect(insert('endpoint', "'https://x.example/'")).rejects.toThrow('product_settings_nothing_sent')
    await expect(insert('channel', "'WEBSERVICE'")).rejects.toThrow('product_settings_webservice')
  })
})
