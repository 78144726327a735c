import type { BrokerConnection, EherkenningBroker, PrivateJwk } from '#/lib/identity/brokers/brokers-file.ts'
import { planConnections } from '#/simulators/makelaar/connections.ts'

// Never signs anything: readers of answers do not use it.
const UNUSED_KEY: PrivateJwk = {
  kty: 'RSA',
  kid: 'unused',
  alg: 'PS256',
  use: 'sig',
  n: '',
  e: '',
  d: '',
  p: '',
  q: '',
  dp: '',
  dq: '',
  qi: '',
}

/** The connections of the demo as the portal reads them, with a key that signs nothing. */
export function demoConnections(): readonly BrokerConnection[] {
  const { brokersFile } = planConnections({
    brokerUrl: 'http://localhost:4100',
    portaalUrl: 'http://localhost:3500',
    clientKey: UNUSED_KEY,
    keyFile: 'unused.json',
  })
  return brokersFile.map((connection) => ({ ...connection, clientKeys: [UNUSED_KEY] }))
}

/** One connection of the demo by id. Throws when there is none. */
export function demoConnection(id: string): BrokerConnection {
  const found = demoConnections().find((connection) => connection.id === id)
  if (!found) throw new Error(`no connection ${id}`)
  return found
}

/** One connection of the demo through which people of gemeenten log in. Throws when it is not one. */
export function demoEherkenning(id: string): EherkenningBroker {
  const found = demoConnection(id)
  if (found.kind !== 'eherkenning') throw new Error(`${id} is not an eHerkenning connection`)
  return found
}
