import { Agent } from 'node:https'
import { ClientSSLSecurity, createClientAsync } from 'soap'
import { writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { contentFolder } from '#/tests/support/berichten/deliveries.ts'
import { codeOf, envelopeOf, nextReference, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const service = testSoapService(database, testChain())
let gemeente: GivenGemeente

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
  await service.register(gemeente, service.fingerprintOf('voorbeeldstad'))
})

describe('software of a gemeente', () => {
  type Client = Readonly<Record<string, (message: object) => Promise<unknown>>>

  /** A client that knows nothing but the address of the WSDL and its certificate. */
  async function client(): Promise<Client> {
    const { cert, key } = service.pemOf('voorbeeldstad')
    const ca = service.authority()
    const made = await createClientAsync(`${service.url}?wsdl`, {
      wsdl_options: { httpsAgent: new Agent({ cert, key, ca }) },
    })
    made.setSecurity(new ClientSSLSecurity(Buffer.from(key), Buffer.from(cert), Buffer.from(ca)))
    made.setEndpoint(service.url)
    return made as unknown as Client
  }

  /** The message as such a client wants it: names and values. */
  function messageOf(zender: string, content: Buffer, referentienummer: string) {
    return {
      stuurgegevens: {
        berichtcode: 'Di01',
        zender: { organisatie: zender, applicatie: 'Zorgsoftware' },
        ontvanger: { organisatie: '99990001', applicatie: 'GGk' },
        referentienummer,
        tijdstipBericht: '20260202101500',
        functie: 'WMO301',
      },
      parameters: {
        applicatieVersie: '0001',
        applicatieSubversie: '0000',
        functieVersie: '0003',
        functieSubversie: '0002',
        bericht: { xmlBestand: content.toString('base64') },
      },
    }
  }
  const toewijzing = (gemeenteCode: string, identificatie: string) =>
    makeBericht('WMO301', { gemeenteCode, identificatie })

  // Guards "works with an ordinary SOAP client that only read the WSDL", and whose berichten it may send.
  it('delivers for its own gemeente with a client that only read the WSDL, and not for another', async () => {
    await givenGemeente(database, { code: '9902' })
    const call = (await client()).ggk_Di01Async
    if (!call) throw new Error('the WSDL has no ggk_Di01')
    const own = nextReference()
    const [result] = (await call(messageOf('9901', toewijzing('9901', 'S-1'), own))) as [
      { stuurgegevens: { berichtcode: string; crossRefnummer: string } },
    ]
    expect(result.stuurgegevens).toMatchObject({ berichtcode: 'Bv03', crossRefnummer: own })
    expect(await service.rowsWith(own)).toMatchObject([{ status: 'IN_WACHTRIJ', direction: 'AANGELEVERD' }])
    const foreign = nextReference()
    await expect(call(messageOf('9902', toewijzing('9902', 'S-2'), foreign))).rejects.toThrow(/IB002/)
    expect(await service.rowsWith(foreign)).toEqual([])
    const [row] = (await auditRows(database, gemeente.id, 'bericht.delivered')).slice(-1)
    expect(row).toMatchObject({ details: { envelop: true } })
  })

  it('hears at once what is wrong with a bericht, and finds it in the portal', async () => {
    const wrong = await envelopeOf('WMO301', {}, { values: { Geslacht: '7' } })
    const answer = await service.post('voorbeeldstad', wrong.text)
    expect(codeOf(answer)).toBe('IB014')
    expect(answer.text).toContain('XSD')
    expect(await service.rowsWith(wrong.referentienummer)).toMatchObject([{ status: 'AFGEKEURD' }])
  })

  // Guards "the same again adds nothing", also of what was rejected and when it comes many times at once.
  it('hears the same again of what was rejected, and finds it once', async () => {
    const { text, referentienummer } = await envelopeOf('WMO301', {}, { values: { Geslacht: '7' } })
    const answers = await Promise.all(Array.from({ length: 4 }, () => service.post('voorbeeldstad', text)))
    expect(answers.map(codeOf)).toEqual(['IB014', 'IB014', 'IB014', 'IB014'])
    expect(await service.rowsWith(referentienummer)).toHaveLength(1)
    const mended = await envelopeOf('WMO301', { referentienummer }, { identificatie: 'S-7' })
    expect(codeOf(await service.post('voorbeeldstad', mended.text))).toBe('received')
  })

  it('may send the same again, and not the same under another number', async () => {
    const values = { identificatie: 'S-3' }
    const first = await envelopeOf('WMO301', {}, values)
    expect([
      codeOf(await service.post('voorbeeldstad', first.text)),
      codeOf(await service.post('voorbeeldstad', first.text)),
    ]).toEqual(['received', 'received'])
    expect(codeOf(await service.post('voorbeeldstad', (await envelopeOf('WMO301', {}, values)).text))).toBe('CC08')
  })

  // Guards "Bv03 means: this is kept". A correction under the old number and identification must not be lost behind one.
  it('gets no Bv03 for other content under a number that it used, whatever that content calls itself', async () => {
    const first = await envelopeOf('WMO301', {}, { identificatie: 'S-4' })
    const { referentienummer } = first
    expect(codeOf(await service.post('voorbeeldstad', first.text))).toBe('received')
    const corrected = { identificatie: 'S-4', values: { Voornamen: 'Anna' } }
    const same = await envelopeOf('WMO301', { referentienummer }, corrected)
    const other = await envelopeOf('WMO301', { referentienummer }, { identificatie: 'S-5' })
    expect([
      codeOf(await service.post('voorbeeldstad', same.text)),
      codeOf(await service.post('voorbeeldstad', other.text)),
      codeOf(await service.post('voorbeeldstad', first.text)),
    ]).toEqual(['IB016', 'IB016', 'received'])
    expect(await service.rowsWith(referentienummer)).toHaveLength(1)
  })

  // Guards "the same again is received", also once the chain has refused it: whoever lost the Bv03 only sends it again.
  it('may send again what has failed meanwhile', async () => {
    const { referentienummer, text } = await envelopeOf('WMO301', {}, { identificatie: 'S-6' })
    expect(codeOf(await service.post('voorbeeldstad', text))).toBe('received')
    const about = { referentienummer, zender: { organisatie: '9901' } }
    const fault = { ...faultAbout(about as never, 'IB010', 'onbekend'), ontvanger: { organisatie: '9901' } }
    expect(codeOf(await service.post('vecozo', writeFault(fault).toString()))).toBe('received')
    expect(await service.rowsWith(referentienummer)).toMatchObject([{ status: 'KETENFOUT' }])
    expect(codeOf(await service.post('voorbeeldstad', text))).toBe('received')
    expect(await service.rowsWith(referentienummer)).toMatchObject([{ status: 'KETENFOUT' }])
  })

  it.each([
    ['of a product that its certificate was not registered for', 'JW301', 'IB234'],
    ['that only comes from a provider', 'WMO305', 'IB234'],
  ])('cannot send a bericht %s', async (_what, soort, code) => {
    const { text } = await envelopeOf(soort, { zender: '9901', ontvanger: '99990001' })
    expect(codeOf(await service.post('voorbeeldstad', text))).toBe(code)
  })

  it('is a stranger once an agreement of its gemeente is withdrawn', async () => {
    const home = await givenGemeente(database)
    await service.register(home, service.fingerprintOf('cak'))
    await expect(service.register(gemeente, service.fingerprintOf('cak'), 'ijw')).rejects.toThrow('another gemeente')
    await service.register(home, service.fingerprintOf('modelwijk'), 'ijw')
    const { text } = await envelopeOf('JW301', {}, { gemeenteCode: home.code })
    const sent = text.replace('>9901<', `>${home.code}<`)
    expect(codeOf(await service.post('modelwijk', sent))).toBe('received')
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1', [home.id])
    expect(codeOf(await service.post('modelwijk', sent))).toBe('IB002')
  })
})
