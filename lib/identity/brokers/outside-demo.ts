import type { BrokerConnection, EherkenningDialect } from '#/lib/identity/brokers/brokers-file.ts'
import { isLoopback } from '#/lib/platform/settings/parse-settings.ts'

/** What in the wording of a makelaar would leave one of our checks out. */
function leftOut({ serviceId, serviceUuid, bsn }: EherkenningDialect): readonly string[] {
  const service =
    'dialect.serviceId en dialect.serviceUuid zijn allebei leeg: van welke dienst een antwoord is, wordt niet gecontroleerd'
  const person = 'dialect.bsn is leeg: een antwoord met een bsn wordt niet herkend'
  return [...(serviceId === null && serviceUuid === null ? [service] : []), ...(bsn.length === 0 ? [person] : [])]
}

/**
 * Why connections may not be used outside the demo; a line for each fault. A simulator cannot be a way in (ASVS 6.3.4), and no
 * setting switches off what keeps people out.
 */
export function faultsOutsideDemo(connections: readonly BrokerConnection[]): readonly string[] {
  return connections.flatMap((connection) => {
    const { id, issuer } = connection
    const isSimulator = isLoopback(new URL(issuer)) || !issuer.startsWith('https:')
    const from = isSimulator ? ['de uitgever moet een https-adres buiten deze machine zijn'] : []
    const checks = connection.kind === 'eherkenning' ? leftOut(connection.dialect) : []
    return [...from, ...checks].map((fault) => `${id}: buiten de demo: ${fault}`)
  })
}
