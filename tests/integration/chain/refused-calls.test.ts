import { writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { setClock } from '#/lib/platform/clock.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { contentFolder } from '#/tests/support/berichten/deliveries.ts'
import { codeOf, envelopeOf, nextReference, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
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
const ofNobody = () =>
  database.query(
    "SELECT reason_code, details FROM audit_event WHERE event = 'webservice.refused' AND organisation_id IS NULL",
  )

// Guards ASVS 16.3.2: who was refused, why and with what is in the log of whoever can act.
describe('a call that the web service refuses', () => {
  it('is in the log of its gemeente, with code and referentienummer', async () => {
    const { text, referentienummer } = await envelopeOf('WMO301', { zender: '9902' })
    expect(codeOf(await service.post('voorbeeldstad', text))).toBe('IB002')
    const details = { vingerafdruk: service.fingerprintOf('voorbeeldstad'), referentienummer }
    expect(await auditRows(database, gemeente.id, 'webservice.refused')).toMatchObject([
      { result: 'refused', reason_code: 'IB002', details },
    ])
  })

  it('is there too when an agreement was withdrawn', async () => {
    const gone = await givenGemeente(database, { agreements: ['AANSLUITING'] })
    await service.register(gone, service.fingerprintOf('modelwijk'))
    expect((await service.post('modelwijk', (await envelopeOf('WMO301')).text)).status).toBe(403)
    expect(await auditRows(database, gone.id, 'webservice.refused')).toMatchObject([{ reason_code: 'IB002' }])
  })

  it('is in the log of the servicedesk when it is of nobody, and holds nothing that may be anything', async () => {
    const { text, referentienummer } = await envelopeOf('WMO305')
    await service.post('vecozo', text.replace(referentienummer, 'Jan Jansen 999990019'))
    expect(await ofNobody()).toEqual([
      {
        reason_code: 'IB009',
        details: { vingerafdruk: service.fingerprintOf('vecozo'), referentienummer: null },
      },
    ])
  })

  // Guards "nobody fills the log": software that goes on trying is told ten times a minute.
  it('is told ten times a minute of one certificate', async () => {
    const hands = stopClockAt(new Date(Math.ceil(Date.now() / 60_000) * 60_000).toISOString())
    const before = (await ofNobody()).length
    const call = async () => service.post('cak', (await envelopeOf('WMO305', { zender: 'VECOZO' })).text)
    for (let nth = 0; nth < 12; nth++) expect(codeOf(await call())).toBe('IB002')
    expect((await ofNobody()).length - before).toBe(10)
    hands.advance(60_000)
    await call()
    expect((await ofNobody()).length - before).toBe(11)
    setClock({ now: () => new Date() })
  })
})

// Guards decision 021 "whoever runs the portal can look it up": nothing that got a Bv03 is kept nowhere.
test('a Fo01 about a bericht that is not here is in the log of its gemeente', async () => {
  const crossRefnummer = nextReference()
  const about = { referentienummer: crossRefnummer, zender: { organisatie: '9901' } }
  const fault = faultAbout(about as never, 'IB010', 'onbekend')
  expect(codeOf(await service.post('vecozo', writeFault(fault).toString()))).toBe('received')
  expect(await auditRows(database, gemeente.id, 'bericht.fault-unknown')).toMatchObject([
    { reason_code: 'IB010', details: { zender: 'VECOZO', crossRefnummer, referentienummer: fault.referentienummer } },
  ])
})
