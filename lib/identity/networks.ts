import type { Origin } from '#/lib/access/actor.ts'
import { recordRefusal } from '#/lib/audit/record-refused-access.ts'
import { refusalPage } from '#/lib/identity/login/identity.ts'
import { newSupportCode, refuseStranger } from '#/lib/identity/login/refuse-login.ts'
import type { ResolvedSession } from '#/lib/identity/sessions/resolve-session.ts'
import { isInNetworks } from '#/lib/platform/http/client-address.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Whether a request from this address may use the portal: it lies in NETWERKEN, or that setting is empty. */
export function isAdmitted(address: string | null): boolean {
  const { networks } = settings()
  return networks.length === 0 || isInNetworks(address, networks)
}

/**
 * Writes down that a request came from outside the networks and gives the page that says so. With a live session the row is
 * about its owner: a session that turns up elsewhere may have been stolen.
 */
export async function refuseNetwork(session: ResolvedSession, origin: Origin): Promise<string> {
  if (session.kind !== 'live') return refuseStranger({ code: 'NETWORK', brokerId: null, origin })
  const supportCode = newSupportCode()
  await recordRefusal(session.actor, { reasonCode: 'NETWORK', supportCode })
  return `/geen-toegang/${refusalPage('NETWORK')}?code=${supportCode}`
}
