import type { Server } from 'node:https'
import { renewChainParties } from '#/lib/chain/inbound/chain-parties.ts'
import type { Connections } from '#/lib/chain/inbound/connections.ts'
import { isSameFiles, readServiceFiles, type ServiceFiles, secureOptions } from '#/lib/chain/inbound/service-files.ts'
import { authoritiesWithoutList, listStage } from '#/lib/chain/tls/revocation-list.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { log } from '#/lib/platform/log.ts'
import type { WebserviceSettings } from '#/lib/platform/settings/chain-settings.ts'

type Service = { readonly server: Server; readonly connections: Connections }

/** Looks whether files have changed: by itself every minute, and when it is told to. */
export type FileWatch = {
  /** Never throws: what cannot be read is logged, and what held goes on holding. */
  look(): void
  stop(): void
}

/** Says once of each list that it ends soon, and once that it has ended. */
function tellEnds({ lists }: ServiceFiles, told: Map<string, string>): void {
  for (const list of lists) {
    const stage = listStage(list, clock.now())
    if (stage === null || told.get(list.pem) === stage) continue
    told.set(list.pem, stage)
    const about = { endsAt: list.endsAt?.toISOString() }
    if (stage === 'over')
      log().error(about, 'web service: a list of revoked certificates has ended; nobody of its authority gets in')
    else log().warn(about, 'web service: a list of revoked certificates ends soon; a newer one should have come')
  }
}

function tellMissing({ identity, lists }: ServiceFiles): void {
  if (lists.length === 0) return
  const authorities = authoritiesWithoutList(identity.ca.toString('latin1'), lists)
  if (authorities.length > 0)
    log().warn({ authorities }, 'web service: no list of revoked certificates of these; nobody of theirs gets in')
}

/**
 * Keeps the certificates, authorities and lists of a web service those of its files while it runs. What changed holds for new
 * connections at once, and the others are ended: each was judged by what held before. A file that is wrong changes nothing.
 */
export function renewFiles(
  { server, connections }: Service,
  about: WebserviceSettings,
  first: ServiceFiles,
): FileWatch {
  let inForce = first
  const told = new Map<string, string>()

  function renew(): void {
    renewChainParties(about.partiesFile)
    const found = readServiceFiles(about)
    if (isSameFiles(found, inForce)) return
    server.setSecureContext(secureOptions(found))
    inForce = found
    connections.renew()
    log().info('web service: certificates and lists were read anew')
    tellMissing(found)
  }

  const watch: FileWatch = {
    look() {
      try {
        renew()
      } catch (error) {
        log().error({ err: error }, 'web service: its files cannot be read; what was read before still holds')
      }
      tellEnds(inForce, told)
    },
    stop: () => clearInterval(timer),
  }
  const timer = setInterval(() => watch.look(), MINUTE_MS)
  timer.unref()
  tellMissing(first)
  tellEnds(first, told)
  return watch
}
