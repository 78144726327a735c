import type { BrokerConnection, EherkenningBroker } from '#/lib/identity/brokers/brokers-file.ts'
import { faultsOutsideDemo } from '#/lib/identity/brokers/outside-demo.ts'
import { demoConnection } from '#/tests/support/broker-connections.ts'

const real = (id: string): BrokerConnection => ({ ...demoConnection(id), issuer: `https://${id}.example` })

function kpn(dialect: Partial<EherkenningBroker['dialect']>): BrokerConnection {
  const connection = real('kpn')
  if (connection.kind !== 'eherkenning') throw new Error('kpn is no makelaar')
  return { ...connection, dialect: { ...connection.dialect, ...dialect } }
}

// Guards that nobody gets in by a setting: outside the demo every check of an answer has something to look at.
describe('connections outside the demo', () => {
  it('may be those of a makelaar and of the own identity provider', () => {
    expect(faultsOutsideDemo([kpn({}), real('servicedesk')])).toEqual([])
  })

  it.each([['http://localhost:4100/kpn'], ['https://127.0.0.1/kpn'], ['http://makelaar.example']])(
    'may not have the issuer %s',
    (issuer) => {
      expect(faultsOutsideDemo([{ ...kpn({}), issuer }])).toEqual([
        'kpn: buiten de demo: de uitgever moet een https-adres buiten deze machine zijn',
      ])
    },
  )

  it('say where the service stands, in one way at least', () => {
    expect(faultsOutsideDemo([kpn({ serviceId: null })])).toEqual([])
    expect(faultsOutsideDemo([kpn({ serviceUuid: null })])).toEqual([])
    expect(faultsOutsideDemo([kpn({ serviceId: null, serviceUuid: null })])).toEqual([
      expect.stringContaining('kpn: buiten de demo: dialect.serviceId en dialect.serviceUuid zijn allebei leeg'),
    ])
  })

  it('say where a bsn could stand', () => {
    expect(faultsOutsideDemo([kpn({ bsn: [] })])).toEqual([
      'kpn: buiten de demo: dialect.bsn is leeg: een antwoord met een bsn wordt niet herkend',
    ])
  })
})
